import { describe, expect, it } from 'vitest'
import { namesFile, readOnlyStatement, withoutMarks } from './read-only.ts'

describe('readOnlyStatement', () => {
  it.each([
    ['SELECT 1', 'SELECT * FROM (SELECT 1\n) LIMIT 11'],
    ["select 'a;b' -- c;d\n", "SELECT * FROM (select 'a;b' -- c;d\n) LIMIT 11"],
    [
      'WITH a AS (SELECT 1) SELECT * FROM a;',
      'SELECT * FROM (WITH a AS (SELECT 1) SELECT * FROM a\n) LIMIT 11',
    ],
    [String.raw`SELECT e'it\'s; '`, `SELECT * FROM (${String.raw`SELECT e'it\'s; '`}\n) LIMIT 11`],
    ['SELECT 1 /* a; b */', 'SELECT * FROM (SELECT 1 /* a; b */\n) LIMIT 11'],
    ['EXPLAIN SELECT 1', 'EXPLAIN SELECT * FROM (SELECT 1\n)'],
  ])('lets %s through', (sql, statement) => {
    expect(readOnlyStatement(sql, 10)).toEqual({ ok: true, value: statement })
  })

  it.each([
    'DROP TABLE orders',
    'DELETE FROM orders',
    'SELECT 1; DROP TABLE orders',
    'SELECT 1) ; DROP TABLE orders; SELECT * FROM (SELECT 1',
    "SELECT * FROM read_csv('x.csv')",
    `SELECT * FROM "read_csv"('x.csv')`,
    "SELECT * FROM 'https://example.com/x.csv'",
    "COPY orders TO 'x.csv'",
    "ATTACH 'x.db'",
    'PRAGMA database_list',
    'FROM pragma_database_list',
    'SELECT * FROM duckdb_settings()',
    'SELECT checkpoint()',
    'SET memory_limit=1',
    "SELECT getenv('HOME')",
    "SELECT * FROM query('DROP TABLE x')",
    String.raw`SELECT E'\'' UNION SELECT content FROM read_text('x') --'`,
    "SELECT $a$ $A$ ' $a$ FROM read_text('x') --'",
    "SELECT $é$ ' $é$ FROM read_text('x') --'",
    "SELECT 1 /* /* */ ' */ FROM read_text('x') --'",
  ])('refuses %s', (sql) => {
    expect(readOnlyStatement(sql, 10)).toMatchObject({ ok: false, failure: { code: 'READ_ONLY' } })
  })

  it.each([
    'SELECT * FROM store.identities',
    'SELECT * FROM "STORE" . identities',
    'SELECT (SELECT max(email) FROM store/* */.identities)',
    'SELECT * FROM memory.store.lines',
    'SELECT * FROM p_0123456789abcdef0123456789abcdef.identities',
    'FROM information_schema.tables',
    'FROM sqlite_master',
    'FROM duckdb_views',
    'SHOW TABLES FROM store',
    'EXPLAIN SELECT * FROM store.lines',
  ])('keeps what lies behind the public tables from %s', (sql) => {
    expect(readOnlyStatement(sql, 10)).toMatchObject({ ok: false, failure: { code: 'READ_ONLY' } })
  })

  it.each([
    "SELECT 'store.lines' FROM orders",
    'SELECT store FROM (SELECT 1 AS store)',
    'SELECT o.channel -- store.lines\nFROM orders o',
  ])('takes no offence at %s', (sql) => {
    expect(readOnlyStatement(sql, 10)).toMatchObject({ ok: true })
  })

  it('writes parameters in, by their place or number', () => {
    expect(withoutMarks(`SELECT ?, ?, $1, '?'`, ["it's", true])).toBe(`SELECT 'it''s', TRUE, 'it''s', '?'`)
  })

  it('takes parameters out, and no question marks of texts', () => {
    expect(withoutMarks(`SELECT ? + $1, 'why?', "a?" -- no?`)).toBe(`SELECT NULL + NULL, 'why?', "a?" -- no?`)
  })

  it('sees a file where a table should stand', () => {
    expect(namesFile(['orders', 'main.orders'])).toBe(false)
    expect(namesFile(['http://x'])).toBe(true)
    expect(namesFile(['data.csv'])).toBe(true)
  })
})
