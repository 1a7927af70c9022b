/** A column of an answer: its name and its type as DuckDB calls it. */
export interface AnswerColumn {
  readonly name: string
  readonly type: string
}

/** Whole numbers and decimals that a double does not hold: read as text, and made numbers again where that loses nothing. */
const WIDE = /^(BIGINT|UBIGINT|HUGEINT|UHUGEINT|DECIMAL\b.*)$/
/** What the package reads wrongly or not at all: taken as DuckDB writes it. */
const AS_TEXT =
  /^(INTERVAL|TIME|TIME WITH TIME ZONE|TIME_NS|BIT|VARINT|BIGNUM)$|\bENUM\b|(INTERVAL|TIME\b|HUGEINT).*[\])]$/

const isPlainList = (type: string): boolean => /^(DECIMAL\(\d+,\d+\)|[^()[\]]*)$/.test(type)

const needsText = (type: string): boolean => (WIDE.test(type) && isPlainList(type)) || AS_TEXT.test(type)

/** A statement over `sql` whose columns all come whole: those that would lose something come as text. */
export function wholeValues(sql: string, columns: readonly AnswerColumn[]): string {
  const listed = columns.map(({ type }, at) =>
    needsText(type) ? `CAST(c${at} AS VARCHAR) AS c${at}` : `c${at}`,
  )
  return `SELECT ${listed.join(', ')} FROM (${sql}\n) AS answer(${columns.map((_, at) => `c${at}`).join(', ')})`
}

const significantDigits = (text: string): number => text.replace(/^[-0.]+|\.|0+$/g, '').length

const numberOrText = (text: string): number | string => {
  const value = Number(text)
  if (Number.isSafeInteger(value)) return value
  return significantDigits(text) <= 15 ? value : text
}

/** Reads a row of `wholeValues`: numbers where a double holds them, else the exact text. */
export const readWhole =
  (columns: readonly AnswerColumn[]) =>
  (row: readonly unknown[]): unknown[] =>
    row.map((value, at) =>
      typeof value === 'string' && WIDE.test(columns[at]?.type ?? '') ? numberOrText(value) : value,
    )
