import type { Fragment } from '../sql/fragments.ts'
import type { Scalar } from '../statement.ts'

/** Which customers are asked for; amounts in minor units, days 'YYYY-MM-DD', bounds inclusive. */
export interface CustomerFilter {
  /** Every word must be in the name, e-mail, phone or shop's id. */
  readonly q?: string | undefined
  /** '' are those without one. */
  readonly country?: string | undefined
  readonly tag?: string | undefined
  /** Segment by rule: vip, frequent, occasional, new, at_risk, inactive. */
  readonly segment?: string | undefined
  readonly orders_min?: number | undefined
  readonly orders_max?: number | undefined
  readonly net_min?: number | undefined
  readonly net_max?: number | undefined
  readonly first_from?: string | undefined
  readonly first_to?: string | undefined
  readonly last_from?: string | undefined
  readonly last_to?: string | undefined
  /** Expected value of the coming year, minor units. */
  readonly clv_min?: number | undefined
  readonly clv_max?: number | undefined
  readonly churn_min?: number | undefined
  readonly churn_max?: number | undefined
  readonly next_from?: string | undefined
  readonly next_to?: string | undefined
}

const DAY = 'CAST(? AS DATE)'

/** What each plain bound compares. */
const BOUNDS = {
  country: `coalesce(country, '') = ?`,
  tag: 'list_contains(tags, ?)',
  segment: 's.segment = ?',
  orders_min: 'orders >= ?',
  orders_max: 'orders <= ?',
  net_min: 'net >= CAST(? AS BIGINT)',
  net_max: 'net <= CAST(? AS BIGINT)',
  first_from: `first_order >= ${DAY}`,
  first_to: `first_order <= ${DAY}`,
  last_from: `last_order >= ${DAY}`,
  last_to: `last_order <= ${DAY}`,
  clv_min: 'p.clv >= CAST(? AS BIGINT)',
  clv_max: 'p.clv <= CAST(? AS BIGINT)',
  churn_min: 'p.churn >= ?',
  churn_max: 'p.churn <= ?',
  next_from: `p.next_order >= ${DAY}`,
  next_to: `p.next_order <= ${DAY}`,
} as const satisfies Partial<Record<keyof CustomerFilter, string>>

const folded = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()

/** The filter as a condition on `directory.base b`, `directory.scores s` and `directory.predictions p`; `true` when nothing is asked. */
export function customerCondition(filter: CustomerFilter): Fragment {
  const parts: string[] = []
  const params: Scalar[] = []
  for (const [name, sql] of Object.entries(BOUNDS)) {
    const value = filter[name as keyof CustomerFilter]
    if (value === undefined) continue
    parts.push(sql)
    params.push(value)
  }
  for (const word of folded(filter.q ?? '')
    .split(/\s+/)
    .filter(Boolean)) {
    parts.push('contains(words, ?)')
    params.push(word)
  }
  return { sql: parts.length > 0 ? parts.join(' AND ') : 'true', params }
}
