import { RECONCILED, type ReconciledMetric } from '../analytics/reconcile/counting.ts'
import { readPastedTotals } from '../import/pasted-totals.ts'

/** A total to explain; without days, those of the usual range. */
interface TotalToReconcile {
  readonly line: number
  readonly metric: ReconciledMetric
  readonly from: string | undefined
  readonly to: string | undefined
  readonly amount: number
}

interface Given {
  readonly metric: ReconciledMetric
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly amount?: number | undefined
  readonly text?: string | undefined
}

const isReconciled = (metric: string | undefined): metric is ReconciledMetric =>
  (RECONCILED as readonly string[]).includes(metric ?? '')

/** Platforms write what is taken off as negative; discounts and returns are positive here. */
const positive = (metric: ReconciledMetric, amount: number): number =>
  metric === 'discounts' || metric === 'returns' ? Math.abs(amount) : amount

/** The totals that are given: one by its fields, or the lines of a text, which take from the fields what they lack. */
export function totalsToReconcile({ metric, from, to, amount, text }: Given): {
  totals: TotalToReconcile[]
  skipped: { readonly line: number; readonly text: string }[]
} {
  if (text === undefined) {
    const one = amount === undefined ? [] : [{ line: 1, metric, from, to, amount: positive(metric, amount) }]
    return { totals: one, skipped: [] }
  }
  const { totals, skipped } = readPastedTotals(text)
  const read = totals.map((total): TotalToReconcile => {
    const named = isReconciled(total.metric) ? total.metric : metric
    const days = { from: total.period?.from ?? from, to: total.period?.to ?? to }
    return { line: total.line, metric: named, ...days, amount: positive(named, total.amount) }
  })
  return { totals: read, skipped }
}
