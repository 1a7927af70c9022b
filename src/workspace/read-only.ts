import { failure, invalidFields, type Outcome, success } from '../model/outcome.ts'

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

const MARKS = new RegExp(`${LITERALS.source}|\\?|\\$\\d+`, 'g')

/** The statement with NULL for its parameters: for asking which tables it reads, which DuckDB does not tell otherwise. */
export const withoutMarks = (sql: string): string =>
  sql.replace(MARKS, (text) => (/^(\?|\$\d+)$/.test(text) ? 'NULL' : text))

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
  const explained = /^explain\s+(analyze\s+)?/i.exec(text)
  if (explained) return success(`${explained[0]}SELECT * FROM (${text.slice(explained[0].length)}\n)`)
  return success(`SELECT * FROM (${text}\n) LIMIT ${limit + 1}`)
}

/** Whether a text names a file where a table should stand. */
export const namesFile = (tables: readonly string[]): boolean => tables.some((name) => FILE_NAME.test(name))
