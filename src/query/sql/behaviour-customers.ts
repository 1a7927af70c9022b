import type { Period } from '../../model/metric.ts'
import type { Statement } from '../statement.ts'
import { within } from './fragments.ts'
import { membersCte, type SegmentMembers } from './segment-members.ts'

/** Customers of a segment with an order in the period, those of them who gave something back, and sums in minor units. */
export interface BehaviourCustomersRow {
  readonly segment: number
  readonly customers: number
  readonly returning: number
  readonly gross: number
  readonly returned: number
}

export function behaviourCustomers(
  currency: string,
  period: Period,
  who: SegmentMembers,
): Statement<BehaviourCustomersRow> {
  const members = membersCte(who)
  const days = within('o.day', period)
  return {
    sql: `WITH ${members.sql}
      SELECT segment, CAST(count(*) FILTER (orders > 0) AS DOUBLE) AS customers,
        CAST(count(*) FILTER (orders > 0 AND returned > 0) AS DOUBLE) AS returning,
        CAST(coalesce(sum(gross), 0) AS DOUBLE) AS gross, CAST(coalesce(sum(returned), 0) AS DOUBLE) AS returned
      FROM (SELECT coalesce(m.segment, -1) AS segment, o.customer_id, count(*) FILTER (o.kind = 'sale') AS orders,
          sum(o.gross) AS gross, sum(o.returned) AS returned
        FROM store.orders o LEFT JOIN members m ON m.customer_id = o.customer_id
        WHERE o.kind <> 'excluded' AND o.currency = ? AND ${days.sql} GROUP BY 1, 2)
      GROUP BY segment ORDER BY segment`,
    params: [...members.params, currency, ...days.params],
  }
}
