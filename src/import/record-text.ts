import { type Dialect, NO_QUOTE } from './scan-types.ts'
import { CR, LF, TAB } from './table-bytes.ts'

/** Fields of one record, read leniently: quotes inside a field stand for themselves, control characters are left out. */
function splitRecord(record: Uint8Array, { delimiter, quote }: Dialect): number[][] {
  const fields: number[][] = [[]]
  let field = fields[0]!
  let quoted = false
  for (let at = 0; at < record.length; at++) {
    const byte = record[at]!
    if (byte === quote && quoted) {
      if (record[at + 1] === quote) field.push(record[++at]!)
      else quoted = false
    } else if (byte === quote && (at === 0 || record[at - 1] === delimiter)) quoted = true
    else if (byte === delimiter && !quoted) fields.push((field = []))
    else if (byte >= 32 || byte === TAB || byte === LF || byte === CR) field.push(byte)
  }
  return fields
}

/** The record with every field quoted by the rules, `width` fields at most (0: all). */
export const rewrite = (record: Uint8Array, dialect: Dialect, width: number): Uint8Array => {
  const { delimiter, quote } = dialect
  const fields = splitRecord(record, dialect)
  const kept = width > 0 ? fields.slice(0, width) : fields
  const out: number[] = []
  for (const [index, field] of kept.entries()) {
    if (index > 0) out.push(delimiter)
    if (quote !== NO_QUOTE) out.push(quote)
    for (const byte of field) {
      if (byte === quote) out.push(quote)
      out.push(byte)
    }
    if (quote !== NO_QUOTE) out.push(quote)
  }
  out.push(LF)
  return Uint8Array.from(out)
}
