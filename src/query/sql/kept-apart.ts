import type { Period } from '../../model/metric.ts'
import type { Statement } from '../statement.ts'
import { within } from './fragments.ts'

/** Lines that make no product figure, by kind; amounts in minor units. */
export interface KeptApartRow {
  readonly kind: string
  readonly lines: number
  readonly orders: number
  readonly gross: number
  readonly net: number
}

/** Shipping, fees, adjustments, stock corrections, gift cards and excluded sales of a period. */
export function keptApart(currency: string, period: Period): Statement<KeptApartRow> {
  const days = within('day', period)
  return {
    sql: `SELECT kind, CAST(count(*) AS DOUBLE) AS lines, CAST(count(DISTINCT order_id) AS DOUBLE) AS orders,
        CAST(coalesce(sum(gross), 0) AS DOUBLE) AS gross, CAST(coalesce(sum(net), 0) AS DOUBLE) AS net
      FROM store.lines WHERE kind <> 'product' AND currency = ? AND ${days.sql}
      GROUP BY kind ORDER BY lines DESC, kind`,
    params: [currency, ...days.params],
  }
}
