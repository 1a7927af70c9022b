import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'

const FOLDER = '../shared/data/'

/** Lines of a `.csv.gz` of the shared data, seen from the project's root; undefined when it is not there. */
export const sharedLines = (path: string): string[] | undefined =>
  existsSync(FOLDER + path)
    ? gunzipSync(readFileSync(FOLDER + path))
        .toString('utf8')
        .trim()
        .split(/\r?\n/)
    : undefined

/** Cells of a CSV line that may quote commas. */
export function cellsOf(line: string): string[] {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (const letter of line) {
    if (letter === '"') quoted = !quoted
    else if (letter === ',' && !quoted) {
      cells.push(cell)
      cell = ''
    } else cell += letter
  }
  return [...cells, cell]
}

/**
 * Daily net sales of the UCI shop, counted apart from the app's code: quantity × price of product lines (codes that
 * begin with five digits), cancellations subtracted, stock corrections left out; every calendar day from first to last.
 */
export function uciDailySales(): { start: string; values: number[] } | undefined {
  const lines = sharedLines('uci-online-retail-2009-10/online_retail_2009-12_2010-11.csv.gz')
  if (!lines) return undefined
  const byDay = new Map<string, number>()
  for (const line of lines.slice(1)) {
    const [invoice, code, , quantity, instant, price] = cellsOf(line)
    if (!/^C?\d{6}$/.test(invoice!) || !/^\d{5}/.test(code!)) continue
    const day = instant!.slice(0, 10)
    byDay.set(day, (byDay.get(day) ?? 0) + Number(quantity) * Number(price))
  }
  const days = [...byDay.keys()].sort()
  const [first, last] = [Date.parse(days[0]!), Date.parse(days.at(-1)!)]
  const values = Array.from({ length: (last - first) / 86_400_000 + 1 }, (_, i) => {
    const day = new Date(first + i * 86_400_000).toISOString().slice(0, 10)
    return Math.round((byDay.get(day) ?? 0) * 100) / 100
  })
  return { start: days[0]!, values }
}
