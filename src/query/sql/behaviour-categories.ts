import type { Period } from '../../model/metric.ts'
import type { Statement } from '../statement.ts'
import { within } from './fragments.ts'
import { membersCte, type SegmentMembers } from './segment-members.ts'

/** Net sales of a category ('' unknown) in minor units; segment −1: of no known customer. */
export interface BehaviourCategoryRow {
  readonly segment: number
  readonly category: string
  readonly net: number
}

export function behaviourCategories(
  currency: string,
  period: Period,
  who: SegmentMembers,
): Statement<BehaviourCategoryRow> {
  const members = membersCte(who)
  const days = within('l.day', period)
  return {
    sql: `WITH ${members.sql},
      sold AS (SELECT customer_id, product_id, sum(net) AS net FROM store.lines l
        WHERE l.kind = 'product' AND l.currency = ? AND ${days.sql} GROUP BY 1, 2)
      SELECT coalesce(m.segment, -1) AS segment, coalesce(p.category, '') AS category, CAST(sum(s.net) AS DOUBLE) AS net
      FROM sold s LEFT JOIN members m ON m.customer_id = s.customer_id
      LEFT JOIN (SELECT product_id, any_value(category) AS category FROM store.products GROUP BY product_id) p ON p.product_id = s.product_id
      GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2`,
    params: [...members.params, currency, ...days.params],
  }
}
