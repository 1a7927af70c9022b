const DATE = /^"?(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{4})"?$/
const RATE_WORDS =
  /\b(fx|rates?|exchange|tasas?|tipos?|cambio|cotizaci[oó]n|taxas?|c[âa]mbio|taux|cours|kurse?|wechselkurs)\b/i
const NUMBER = /^"?\d[\d.,]*"?$/
/** Lines of a file that are looked at. */
const LOOKED = 30

const currencies = new Set(Intl.supportedValuesOf('currency'))

const codesIn = (cell: string): string[] => {
  const text = cell.replaceAll('"', '').trim().toUpperCase()
  const parts = /^[A-Z]{6}$/.test(text) ? [text.slice(0, 3), text.slice(3)] : text.split('/')
  return parts.every((part) => currencies.has(part)) ? parts : []
}

/** A line of a date, one or two currencies and one number or two, and nothing else. */
function isRateLine(cells: readonly string[], codesNeeded: number): boolean {
  const rest = cells.filter((cell) => cell !== '=' && !DATE.test(cell) && codesIn(cell).length === 0)
  const dates = cells.filter((cell) => DATE.test(cell)).length
  const codes = new Set(cells.flatMap(codesIn)).size
  const numbers = rest.length > 0 && rest.length <= 2 && rest.every((cell) => NUMBER.test(cell))
  return dates === 1 && numbers && codes >= codesNeeded && codes <= 2
}

/**
 * Whether a text is a table of dated exchange rates: one currency a column beside a date, as central banks give it, or in each
 * line a date, two currencies and a rate; one currency only where the header speaks of rates. Amounts in a currency are none.
 */
export function isRatesText(text: string): boolean {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/).filter((line) => line.trim() !== '').slice(0, LOOKED) // prettier-ignore
  const [first = ''] = lines
  const mark = ['\t', ';', ','].find((each) => first.includes(each)) ?? /\s+/
  const [head = [], ...rows] = lines.map((line) => line.split(mark).map((cell) => cell.trim()))
  const isHeader = !head.some((cell) => /\d/.test(cell))
  const body = isHeader ? rows : [head, ...rows]
  if (body.length === 0) return false
  const columns = head.slice(1).filter((cell) => cell !== '')
  if (isHeader && columns.length >= 2 && columns.every((cell) => codesIn(cell).length === 1))
    return body.every((cells) => DATE.test(cells[0] ?? ''))
  const codesNeeded = isHeader && RATE_WORDS.test(first.replaceAll(/[_;,\t]/g, ' ')) ? 1 : 2
  return body.every((cells) => isRateLine(cells.filter((cell) => cell !== ''), codesNeeded)) // prettier-ignore
}
