import type { Period } from '../../model/metric.ts'
import type { Statement } from '../statement.ts'
import { within } from './fragments.ts'

/** ISO weekday (1 Monday), hour of the shop's clock, and orders. */
export interface HeatOrdersRow {
  readonly weekday: number
  readonly hour: number
  readonly orders: number
}

/** Sale orders by weekday and hour; hours without orders are left out. */
export function heatOrders(currency: string, period: Period): Statement<HeatOrdersRow> {
  const days = within('day', period)
  return {
    sql: `SELECT CAST(isodow(day) AS INTEGER) AS weekday, CAST(coalesce(hour(local_at), 0) AS INTEGER) AS hour,
        CAST(count(*) AS DOUBLE) AS orders
      FROM store.orders WHERE kind = 'sale' AND currency = ? AND ${days.sql}
      GROUP BY 1, 2 ORDER BY 1, 2`,
    params: [currency, ...days.params],
  }
}
