import type { Period } from '../../model/metric.ts'
import type { Statement } from '../statement.ts'
import { within } from './fragments.ts'

/** Sales of a period whose returns stand on their own day, because no file says when they were given back. */
export function undatedReturns(currency: string, period: Period): Statement<{ orders: number }> {
  const days = within('day', period)
  return {
    sql: `SELECT CAST(count(*) AS DOUBLE) AS orders FROM store.orders WHERE returns_estimated AND kind = 'sale' AND currency = ? AND ${days.sql}`,
    params: [currency, ...days.params],
  }
}
