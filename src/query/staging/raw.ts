import { literal } from './sql-text.ts'

/** How a clean slice is read: what `scanRecords` leaves behind. */
export interface SliceFormat {
  readonly delimiter: string
  /** Number of columns of the file. */
  readonly fields: number
}

/** What is known of a slice's text, so that plain slices are not worked on for nothing. */
export interface SliceTraits {
  /** Has characters beyond ASCII. */
  readonly wide: boolean
  /** Some field has outer blanks or begins with an apostrophe. */
  readonly untidy: boolean
  /** Some field is longer than 500 bytes. */
  readonly long: boolean
}

/** Greatest length of a text that is kept, in characters; longer ones end in a part of their MD5, so that they stay distinct. */
export const TEXT_LIMIT = 500

const BLANKS = " \t\r\n\u00a0\u1680\u2000\u2001\u2002\u2003\u2007\u2009\u200a\u200b\u202f\u2060\u3000\ufeff"

/**
 * A cell without outer blanks, in Unicode's composed form, without the apostrophe that guards a formula (or a number kept
 * as text) in spreadsheets; empty is null.
 */
export function cleanText(column: string, traits: SliceTraits): string {
  let text = column
  if (traits.untidy || traits.wide) text = `trim(${text}, ${literal(traits.wide ? BLANKS : ' \t\r\n')})`
  if (traits.wide) text = `nfc_normalize(${text})`
  if (traits.untidy)
    text = `CASE WHEN ${text}[1] = '''' AND regexp_matches(${text}, '^''[=+@0-9-]') THEN ltrim(${text}[2:]) ELSE ${text} END`
  if (traits.long)
    text = `CASE WHEN strlen(${text}) > ${TEXT_LIMIT} AND length(${text}) > ${TEXT_LIMIT} THEN left(${text}, ${TEXT_LIMIT - 9}) || '…' || left(md5(${text}), 8) ELSE ${text} END`
  return text === column ? column : `nullif(${text}, '')`
}

/** The relation of a registered slice: columns `c0`, `c1`, … as text; only the columns that are asked for are built. */
export function sliceRelation(file: string, format: SliceFormat): string {
  const columns = Array.from({ length: format.fields }, (_, index) => `c${index}: 'VARCHAR'`).join(', ')
  return `read_csv(${literal(file)}, auto_detect = false, header = false, strict_mode = false, delim = ${literal(format.delimiter)}, quote = '"', escape = '"', columns = {${columns}})`
}

/** SELECT of the wanted columns of a slice, cleaned. */
export function cleanSlice(file: string, format: SliceFormat, wanted: readonly number[], traits: SliceTraits): string {
  const columns = wanted.map((index) => `${cleanText(`c${index}`, traits)} AS c${index}`)
  return `SELECT ${columns.join(', ')} FROM ${sliceRelation(file, format)}`
}
