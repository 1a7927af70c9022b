import { median } from '../analytics/forecast/statistics.ts'
import { addDays, daysBetween } from '../model/day.ts'
import { daysWithOrders } from '../query/sql/days-with-orders.ts'
import { ask, type DashboardContext, type Range } from './dashboard/range.ts'

/** Days of a period of which the files hold nothing: perhaps a file is missing. */
export interface MissingDays {
  /** Days before the first day with data and after the last. */
  readonly before: number
  readonly after: number
  /** Days between, of a shop that sells on nearly all days. */
  readonly inside: string[]
}

/** A shop that sells so many orders on so great a part of its days has a gap where a day has none. */
const USUAL_ORDERS = 3
const USUAL_SHARE = 0.8

/** The days of a period that the files do not reach, or leave out. */
export async function missingDays(context: DashboardContext, range: Range): Promise<MissingDays> {
  const { period, firstDay, lastDay, currency } = range
  const length = daysBetween(period.from, period.to) + 1
  const before = Math.min(length, Math.max(0, daysBetween(period.from, firstDay)))
  const after = Math.min(length, Math.max(0, daysBetween(lastDay, period.to)))
  const rows = await ask(context, daysWithOrders(currency, period))
  const sold = new Set(rows.map(({ day }) => day))
  const reached = length - before - after
  const usual = median(rows.map(({ orders }) => orders)) >= USUAL_ORDERS && sold.size >= reached * USUAL_SHARE
  const days = Array.from({ length: Math.max(0, reached) }, (_, index) =>
    addDays(period.from, before + index),
  )
  return { before, after, inside: usual ? days.filter((day) => !sold.has(day)) : [] }
}
