import { usualOf } from '../churn/rhythm.ts'
import type { CustomerFacts } from '../facts.ts'
import type { Points } from './k-means.ts'

/** How a feature was standardised: (log(1 + value) − mean) / sd. */
export interface Feature {
  readonly name: string
  readonly mean: number
  readonly sd: number
  readonly log: boolean
}

type Read = (facts: CustomerFacts, at: number, shopGap: number) => number

/** Recency, frequency, money, tenure, and days since the last order over the usual gap; all by log(1 + value). */
const READS: readonly (readonly [string, Read])[] = [
  ['days_since_order', (facts, at) => facts.asOf - facts.last[at]!],
  ['orders', (facts, at) => facts.orders[at]! - 1],
  ['net_sales', (facts, at) => Math.max(0, facts.net[at]!) / 100],
  ['tenure_days', (facts, at) => facts.asOf - facts.first[at]!],
  [
    'overdue',
    (facts, at, gap) =>
      (facts.asOf - facts.last[at]!) / usualOf(facts.last[at]! - facts.first[at]!, facts.visits[at]!, gap),
  ],
]

/** Standardised features of all customers. A feature that does not vary is left out. */
export function segmentFeatures(
  facts: CustomerFacts,
  shopGap: number,
): { points: Points; features: Feature[] } {
  const { count } = facts
  const kept = READS.map(([name, read]) => {
    const values = Float64Array.from({ length: count }, (_, at) => Math.log1p(read(facts, at, shopGap)))
    const mean = values.reduce((sum, value) => sum + value, 0) / count
    const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count)
    return { values, feature: { name, mean, sd, log: true } }
  }).filter(({ feature }) => feature.sd > 1e-9)
  const width = kept.length
  const values = new Float64Array(count * width)
  for (const [column, { values: from, feature }] of kept.entries())
    for (let row = 0; row < count; row++)
      values[row * width + column] = (from[row]! - feature.mean) / feature.sd
  return { points: { values, count, width }, features: kept.map(({ feature }) => feature) }
}

/** The rows of a sample. */
export function pointsAt({ values, width }: Points, rows: Int32Array): Points {
  const picked = new Float64Array(rows.length * width)
  for (const [to, row] of rows.entries())
    picked.set(values.subarray(row * width, (row + 1) * width), to * width)
  return { values: picked, count: rows.length, width }
}
