import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { cellsOf } from './uci-daily.ts'

const PATH = 'sample-data/orders_export_1.csv.gz'

/** Daily goods sold of the demo shop, counted apart from the app's code: price × quantity of all lines by day of order. */
export function demoDailySales(): { start: string; values: number[] } | undefined {
  if (!existsSync(PATH)) return undefined
  const [header, ...lines] = gunzipSync(readFileSync(PATH)).toString('utf8').trim().split(/\r?\n/)
  const names = cellsOf(header!)
  const [created, quantity, price] = ['Created at', 'Lineitem quantity', 'Lineitem price'].map((name) =>
    names.indexOf(name),
  )
  const byDay = new Map<string, number>()
  for (const line of lines) {
    const cells = cellsOf(line)
    const day = cells[created!]?.slice(0, 10) ?? ''
    const amount = Number(cells[quantity!]) * Number(cells[price!])
    if (/^\d{4}-\d\d-\d\d$/.test(day) && Number.isFinite(amount))
      byDay.set(day, (byDay.get(day) ?? 0) + amount)
  }
  const days = [...byDay.keys()].sort()
  const first = Date.parse(days[0]!)
  const count = (Date.parse(days.at(-1)!) - first) / 86_400_000 + 1
  const values = Array.from({ length: count }, (_, i) => {
    const day = new Date(first + i * 86_400_000).toISOString().slice(0, 10)
    return Math.round((byDay.get(day) ?? 0) * 100) / 100
  })
  return { start: days[0]!, values }
}
