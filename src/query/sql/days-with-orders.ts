import type { Period } from '../../model/metric.ts'
import type { Statement } from '../statement.ts'
import { within } from './fragments.ts'

/** Days of a period that have sales, with their number; days without are left out. */
export function daysWithOrders(currency: string, period: Period): Statement<{ day: string; orders: number }> {
  const days = within('day', period)
  return {
    sql: `SELECT strftime(day, '%Y-%m-%d') AS day, CAST(count(*) AS DOUBLE) AS orders FROM store.orders
      WHERE kind = 'sale' AND currency = ? AND ${days.sql} GROUP BY day ORDER BY day`,
    params: [currency, ...days.params],
  }
}
