import type { Statement } from '../statement.ts'
import { COST_JOIN, LINE_COST } from './line-figures.ts'

/** Sums in minor units over product lines of known customers: all net sales, those whose cost is known, and their margin. */
export interface MarginShareRow {
  readonly net: number | null
  readonly cost_net: number | null
  readonly margin: number | null
}

/** How much of net sales has a known cost, and the margin on it, up to a day. */
export const marginShare = (currency: string, to: string): Statement<MarginShareRow> => ({
  sql: `SELECT CAST(sum(net) AS DOUBLE) AS net, CAST(sum(net) FILTER (cost IS NOT NULL) AS DOUBLE) AS cost_net,
      CAST(sum(net - cost) AS DOUBLE) AS margin
    FROM (SELECT t.net AS net, ${LINE_COST} AS cost FROM store.lines t ${COST_JOIN}
      WHERE t.kind = 'product' AND t.customer_id IS NOT NULL AND t.currency = ? AND t.day <= CAST(? AS DATE))`,
  params: [currency, to],
})
