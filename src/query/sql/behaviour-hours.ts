import type { Period } from '../../model/metric.ts'
import type { Statement } from '../statement.ts'
import { within } from './fragments.ts'
import { membersCte, type SegmentMembers } from './segment-members.ts'

/** Sale orders of a segment (−1: of no known customer) by weekday (1 Monday) and hour; sums in minor units. */
export interface BehaviourHoursRow {
  readonly segment: number
  readonly weekday: number
  readonly hour: number
  readonly orders: number
  readonly discounted: number
  readonly units: number
  readonly gross: number
  readonly discount: number
  readonly net: number
}

export function behaviourHours(
  currency: string,
  period: Period,
  who: SegmentMembers,
): Statement<BehaviourHoursRow> {
  const members = membersCte(who)
  const days = within('o.day', period)
  return {
    sql: `WITH ${members.sql}
      SELECT coalesce(m.segment, -1) AS segment, CAST(isodow(o.day) AS INTEGER) AS weekday,
        CAST(coalesce(hour(o.local_at), 0) AS INTEGER) AS hour, CAST(count(*) AS DOUBLE) AS orders,
        CAST(count(*) FILTER (o.discount > 0) AS DOUBLE) AS discounted, CAST(coalesce(sum(o.units), 0) AS DOUBLE) AS units,
        CAST(coalesce(sum(o.gross), 0) AS DOUBLE) AS gross, CAST(coalesce(sum(o.discount), 0) AS DOUBLE) AS discount,
        CAST(coalesce(sum(o.net), 0) AS DOUBLE) AS net
      FROM store.orders o LEFT JOIN members m ON m.customer_id = o.customer_id
      WHERE o.kind = 'sale' AND o.currency = ? AND ${days.sql}
      GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    params: [...members.params, currency, ...days.params],
  }
}
