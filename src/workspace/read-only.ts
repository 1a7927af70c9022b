import { failure, invalidFields, type Outcome, success } from '../model/outcome.ts'
import type { Scalar } from '../query/statement.ts'

const READING = /^(select|with|from|values|table|describe|desc|show|summarize|explain)\b/i
const FILES =
  /\b(read_\w+|parquet_\w+|sniff_csv|glob|getenv|query|query_table|\w*secrets?|duckdb_\w+|checkpoint|force_checkpoint|write_log)\s*\(|\bpragma_\w+/i
const FILE_NAME = /[/:\\*]|\.(csv|tsv|txt|json|jsonl|ndjson|parquet|db|duckdb|gz|zst|xlsx?)$/i

const refused = (detail: string) => failure('READ_ONLY', detail)

// DuckDB's own rules: in E'…' a backslash escapes, and a comment may hold another (which is refused here).
const LITERALS =
  /\b[eE]'(?:[^'\\]|\\[\s\S]|'')*'|'(?:[^']|'')*'|"(?:[^"]|"")*"|--[^\n]*|\/\*[\s\S]*?\*\/|\$([^\s$'"]*)\$[\s\S]*?\$\1\$/g
const NESTED_COMMENT = '/*/*'

/** The text with strings ('') and quoted names ("") emptied and comments gone, so that what stands in them does not count. */
const withoutLiterals = (sql: string): string =>
  sql.replace(LITERALS, (text) =>
    text.startsWith('"')
      ? '""'
      : /^['$e]/i.test(text)
        ? "''"
        : text.startsWith('/*') && text.includes('/*', 2)
          ? NESTED_COMMENT
          : ' ',
  )

/** Where the parts lie beneath the public tables: no text of somebody else's reads there, nor in DuckDB's own catalogue. */
const INTERNAL =
  /^(store|old|stage|merge|memory|temp|system|information_schema|pg_catalog|sqlite_\w+|duckdb_\w+|(paid|sold)_(store|base|paid|what_if)\w*|p_[0-9a-z]{16,})$/i

const NAME = /"((?:[^"]|"")*)"|[\p{L}_][\p{L}\p{N}_$]*/gu

/** The first name of a schema or catalogue behind the public tables that the text reads from; comments and texts do not count. */
function internalName(sql: string): string | undefined {
  const spoken = sql.replace(LITERALS, (text) => (text.startsWith('"') ? text : ' '))
  for (const found of spoken.matchAll(NAME)) {
    const name = found[1]?.replaceAll('""', '"') ?? found[0]
    const rest = spoken.slice(found.index + found[0].length)
    if (INTERNAL.test(name) && (/^\s*\./.test(rest) || /_/.test(name) || SHOWN.test(spoken))) return name
  }
  return undefined
}

const SHOWN = /\b(show|describe|desc|summarize)\b/i

const MARKS = new RegExp(`${LITERALS.source}|\\?|\\$\\d+`, 'g')

const literal = (value: Scalar | undefined): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value ?? null).toUpperCase()

/** The statement with its parameters written into it: for asking what it reads and answers, never for running it. */
export function withoutMarks(sql: string, params: readonly Scalar[] = []): string {
  let next = 0
  return sql.replace(MARKS, (text) => {
    if (!/^(\?|\$\d+)$/.test(text)) return text
    return literal(params[text === '?' ? next++ : Number(text.slice(1)) - 1])
  })
}

const balanced = (bare: string): boolean => {
  let depth = 0
  for (const character of bare) {
    if (character === '(') depth += 1
    if (character === ')') depth -= 1
    if (depth < 0) return false
  }
  return depth === 0
}

/**
 * Turns somebody's text into a statement that can only read, cut after `limit` rows plus one: as a subquery, where
 * DuckDB's grammar allows nothing that writes. Files and addresses are refused by name.
 */
export function readOnlyStatement(sql: string, limit: number): Outcome<string> {
  const text = sql.trim().replace(/;+\s*$/, '')
  const bare = withoutLiterals(text).trim()
  if (bare === '') return invalidFields({ sql: 'the query is empty' })
  if (bare.includes(NESTED_COMMENT)) return refused('a comment within a comment')
  if (bare.includes(';')) return refused('one statement at a time')
  if (!READING.test(bare) || !balanced(bare))
    return refused('only SELECT, WITH, DESCRIBE, SHOW and EXPLAIN run here')
  if (FILES.test(bare) || /""\s*\(/.test(bare) || /\b(from|join)\s*\(?\s*''/i.test(bare))
    return refused('files, addresses and settings cannot be read here')
  const internal = internalName(text)
  if (internal !== undefined)
    return refused(`${internal} cannot be read here: only the public tables of GET /api/v1/query/schema`)
  const explained = /^explain\s+(analyze\s+)?/i.exec(text)
  if (explained) return success(`${explained[0]}SELECT * FROM (${text.slice(explained[0].length)}\n)`)
  return success(`SELECT * FROM (${text}\n) LIMIT ${limit + 1}`)
}

/** Whether a text names a file where a table should stand. */
export const namesFile = (tables: readonly string[]): boolean => tables.some((name) => FILE_NAME.test(name))
