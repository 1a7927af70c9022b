import type { Sum } from './trial.ts'

/**
 * What strikes all customers alike (a season, a campaign, a market) and no model of single customers knows: how far sums
 * said at several earlier days were from what came, beyond what chance between customers explains.
 */
export interface CommonFactor {
  /** Standard deviation of ln(real / said). */
  readonly spread: number
  /** Half the width of the 80 % interval of ln(real / said). */
  readonly half: number
  /** How many earlier days it was measured at. */
  readonly looks: number
}

/** A shop of which nothing is known yet: the factor is held for one fifth, which weighs as one look. */
const PRIOR = 0.2

/** 90 % quantiles of Student's t by degrees of freedom 1, 2, …; beyond: the normal's. */
const STUDENT = [3.078, 1.886, 1.638, 1.533, 1.476, 1.44, 1.415, 1.397] as const
const NORMAL = 1.2816

/**
 * The common factor from sums at several earlier days. Looks whose days overlap count for what they are apart:
 * `independent` of them. The factor's mean is held for 1, so that a lasting bias widens the interval too.
 */
export function commonFactor(sums: readonly Sum[], independent: number): CommonFactor {
  const usable = sums.filter(({ said, came }) => said > 0 && came > 0)
  const beyond = usable.map(({ said, came, variance }) =>
    Math.max(0, Math.log(came / said) ** 2 - variance / (said * said)),
  )
  const weight = usable.length > 0 ? Math.max(1, Math.min(independent, usable.length)) : 0
  const mean = beyond.reduce((sum, one) => sum + one, 0) / (usable.length || 1)
  const spread = Math.sqrt((PRIOR * PRIOR + weight * mean) / (1 + weight))
  const half = spread * (STUDENT[Math.floor(weight)] ?? NORMAL)
  return { spread, half, looks: usable.length }
}

/** A total with its 80 % interval: chance between customers and what strikes all alike, both on the scale of ratios. */
export function widened(
  { total, variance }: { readonly total: number; readonly variance: number },
  factor: CommonFactor,
): { total: number; low: number; high: number } {
  if (!(total > 0)) return { total, low: 0, high: NORMAL * Math.sqrt(Math.max(0, variance)) }
  const own = NORMAL * Math.sqrt(Math.log1p(variance / (total * total)))
  const half = Math.hypot(own, factor.half)
  return { total, low: total * Math.exp(-half), high: total * Math.exp(half) }
}
