import { literal } from './sql-text.ts'

/** How a clean slice is read: what `scanRecords` leaves behind. */
export interface SliceFormat {
  readonly delimiter: string
  /** Whether quotes quote; else they are letters. */
  readonly quoted: boolean
  /** Number of columns of the file. */
  readonly fields: number
}

/** What is known of a slice's text, so that plain slices are not worked on for nothing. */
export interface SliceTraits {
  /** Columns that have characters beyond ASCII, or tabs or line ends at the edge of a cell. */
  readonly wide: ReadonlySet<number>
  /** Columns in which some field has outer blanks. */
  readonly untidy: ReadonlySet<number>
  /** Some field begins with an apostrophe. */
  readonly guarded: boolean
  /** Some field is longer than 500 bytes. */
  readonly long: boolean
  /** Some field is written as a formula that keeps a text as it is: `="00123"`. */
  readonly formulas: boolean
  /** Columns whose cells stay whole, however long. */
  readonly whole: ReadonlySet<number>
}

/** Greatest length of a text that is kept, in characters; longer ones end in a part of their MD5, so that they stay distinct. */
const TEXT_LIMIT = 500

const BLANKS = ' \t\r\n\u00a0\u1680\u2000\u2001\u2002\u2003\u2007\u2009\u200a\u200b\u202f\u2060\u3000\ufeff'

const EXOTIC = '[\\x{00a0}\\x{1680}\\x{2000}-\\x{200b}\\x{202f}\\x{2060}\\x{3000}\\x{feff}\\t\\r\\n]'
const EDGE = literal(`^${EXOTIC}|${EXOTIC}$`)

/**
 * First layer of cleaning: outer blanks off, Unicode composed. (`trim` with a set of characters costs ten times the plain
 * one, so it is kept for the cells that need it.)
 */
const trimmed = (column: string, index: number, { untidy, wide }: SliceTraits): string => {
  const plain = untidy.has(index) ? `trim(${column})` : column
  if (!wide.has(index)) return plain
  return `nfc_normalize(CASE WHEN regexp_matches(${column}, ${EDGE}) THEN trim(${column}, ${literal(BLANKS)}) ELSE ${plain} END)`
}

const GUARDED = literal(`^'[=+@0-9\\x{ff1d}\\x{ff0b}\\x{ff0d}\\x{ff20}-]`)

/** Takes off the apostrophe that guards a formula, or a number kept as text, in spreadsheets; and the formula that keeps a text. */
function unguarded(column: string, { guarded, formulas }: SliceTraits): string {
  const whens = [
    guarded ? `WHEN regexp_matches(${column}, ${GUARDED}) THEN ltrim(${column}[2:])` : '',
    formulas ? `WHEN ${column}[1:2] = '="' AND ${column}[-1:] = '"' THEN ${column}[3:-2]` : '',
  ].join(' ')
  return whens.trim() === '' ? column : `CASE ${whens} ELSE ${column} END`
}

const shortened = (column: string, index: number, { long, whole }: SliceTraits): string =>
  long && !whole.has(index)
    ? `CASE WHEN strlen(${column}) > ${TEXT_LIMIT} AND length(${column}) > ${TEXT_LIMIT} THEN left(${column}, ${TEXT_LIMIT - 9}) || '…' || left(md5(${column}), 8) ELSE ${column} END`
    : column

/** The relation of a registered slice: columns `c0`, `c1`, … as text; only the columns that are asked for are built. */
function sliceRelation(file: string, format: SliceFormat): string {
  const columns = Array.from({ length: format.fields }, (_, index) => `c${index}: 'VARCHAR'`).join(', ')
  const quote = format.quoted ? `'"'` : `''`
  return `read_csv(${literal(file)}, auto_detect = false, header = false, strict_mode = false, delim = ${literal(format.delimiter)}, quote = ${quote}, escape = ${quote}, columns = {${columns}})`
}

/**
 * SELECT of the wanted columns of a slice, each cell without outer blanks, in Unicode's composed form, without guarding
 * apostrophe, at most 500 characters long; empty is null.
 */
export function cleanSlice(
  file: string,
  format: SliceFormat,
  wanted: readonly number[],
  traits: SliceTraits,
): string {
  const layer = (make: (column: string, index: number) => string, source: string) =>
    `SELECT ${wanted.map((index) => `${make(`c${index}`, index)} AS c${index}`).join(', ')} FROM ${source}`
  const first = layer((column, index) => trimmed(column, index, traits), sliceRelation(file, format))
  const tidy = traits.untidy.size === 0 && traits.wide.size === 0
  if (tidy && !traits.guarded && !traits.long && !traits.formulas) return first
  const second = (column: string, index: number) => {
    const text = shortened(unguarded(column, traits), index, traits)
    return text === column && !traits.wide.has(index) && !traits.untidy.has(index)
      ? column
      : `nullif(${text}, '')`
  }
  return layer(second, `(${first})`)
}

/** Gives every row of a raw table the currency that its order names in another row. */
export const fillCurrency = (raw: string, key: string, currency: string): string =>
  `CREATE OR REPLACE TABLE ${raw} AS SELECT r.* REPLACE (coalesce(r.${currency}, o.found) AS ${currency})
   FROM (SELECT *, rowid AS rec FROM ${raw}) r LEFT JOIN (SELECT ${key} AS order_key, any_value(${currency}) AS found FROM ${raw} GROUP BY 1) o ON o.order_key = r.${key} ORDER BY rec`
