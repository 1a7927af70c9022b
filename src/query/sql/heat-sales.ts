import type { Period } from '../../model/metric.ts'
import type { Statement } from '../statement.ts'
import { within } from './fragments.ts'

/** ISO weekday (1 Monday), hour of the shop's clock, and net sales in minor units. */
export interface HeatSalesRow {
  readonly weekday: number
  readonly hour: number
  readonly net: number
}

/** Net sales of product lines by weekday and hour; hours without lines are left out. */
export function heatSales(currency: string, period: Period): Statement<HeatSalesRow> {
  const days = within('day', period)
  return {
    sql: `SELECT CAST(isodow(day) AS INTEGER) AS weekday, CAST(coalesce(hour(local_at), 0) AS INTEGER) AS hour,
        CAST(sum(net) AS DOUBLE) AS net
      FROM store.lines WHERE kind = 'product' AND currency = ? AND ${days.sql}
      GROUP BY 1, 2 ORDER BY 1, 2`,
    params: [currency, ...days.params],
  }
}
