import { addDays } from '../../model/day.ts'
import { failure, type Outcome, success } from '../../model/outcome.ts'
import { dashboardContext } from '../dashboard/context.ts'
import { resolveRange } from '../dashboard/range.ts'
import { metricSeries } from '../dashboard/series.ts'
import type { Workspace } from '../workspace.ts'

/** What can be forecast for the whole shop. */
export const TARGETS = ['net_sales', 'orders', 'units'] as const
export type ForecastTarget = (typeof TARGETS)[number]

/** Daily history of the shop in major units (counts for orders and units); days without sales are 0. */
export interface SalesHistory {
  readonly target: ForecastTarget
  readonly currency: string | null
  readonly time_zone: string
  readonly from: string
  readonly to: string
  readonly values: readonly number[]
  /** First 16 hex digits of the SHA-256 of target, currency, days and values: the same data give the same text. */
  readonly fingerprint: string
}

/** Ten years are more than any model uses. */
const MOST_DAYS = 3650

async function fingerprintOf(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Array.from(new Uint8Array(hash, 0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * The days that models learn from: from the first sale to the last, at most ten years; the present day is left out
 * because it is not over. Failure TOO_LITTLE_DATA: there are no finished days.
 */
export async function salesHistory(
  workspace: Pick<Workspace, 'query' | 'settings'>,
  target: ForecastTarget,
  signal?: AbortSignal,
): Promise<Outcome<SalesHistory>> {
  const context = await dashboardContext(workspace, signal)
  const span = await resolveRange(context, { compare: 'none' })
  if (!span.ok) return span
  const yesterday = addDays(context.today, -1)
  const { firstDay, lastSale, currency } = span.value ?? { firstDay: '', lastSale: '', currency: null }
  const to = lastSale < yesterday ? lastSale : yesterday
  const earliest = to === '' ? '' : addDays(to, 1 - MOST_DAYS)
  const from = firstDay > earliest ? firstDay : earliest
  if (!span.value || from > to)
    return failure('TOO_LITTLE_DATA', 'there are no finished days with sales', { steps: 0, needed: 2 })
  const series = await metricSeries(context, { metric: target, grain: 'day', from, to, compare: 'none' })
  if (!series.ok) return series
  const values = series.value.points.map(({ value }) => value ?? 0)
  const fingerprint = await fingerprintOf(JSON.stringify([target, currency, from, to, values]))
  return success({ target, currency, time_zone: context.timeZone, from, to, values, fingerprint })
}
