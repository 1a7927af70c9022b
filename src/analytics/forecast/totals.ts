import type { Plan, Run } from './backtest.ts'
import { conformalQuantile, weightOfAge } from './conformal.ts'

/** Sums over this share of the window and more are looked at. */
const LONG = 0.7

/** Errors of the sums from one origin, each in units of the usual change summed over the same steps. */
function missedSums(cut: Plan['cuts'][number], guess: Float64Array): number[] {
  const steps = cut.truth.length
  const ratios: number[] = []
  let error = 0
  let change = 0
  for (let step = 0; step < steps; step++) {
    error += cut.truth[step]! - guess[step]!
    change += cut.spread[step]!
    if (step + 1 >= LONG * steps && change > 0) ratios.push(Math.abs(error) / change)
  }
  return ratios
}

/**
 * Half-width of the interval around the sum of all steps ahead that holds a share `level` (0 … 1): conformal on the
 * sums that the backtest missed, because errors of single days partly cancel and partly go together.
 */
export function totalWidth(plan: Plan, guesses: Run['guesses'], level: number): number {
  const rows = plan.cuts.map((cut, i) => (guesses[i] ? missedSums(cut, guesses[i]) : []))
  const weights = rows.flatMap((row, i) => row.map(() => weightOfAge(rows.length - 1 - i)))
  const change = plan.whole.spread.reduce((sum, value) => sum + value, 0)
  return conformalQuantile(rows.flat(), level, weights) * change
}
