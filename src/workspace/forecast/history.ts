import { buckets } from '../../analytics/buckets.ts'
import type { Gap } from '../../analytics/forecast/stock-outs.ts'
import { stepNames, type Frequency } from '../../analytics/forecast/history.ts'
import { toMajor } from '../../model/currency.ts'
import { addDays } from '../../model/day.ts'
import type { Grain, Period } from '../../model/metric.ts'
import { failure, type Outcome, success } from '../../model/outcome.ts'
import { subjectSeries } from '../../query/sql/subject-series.ts'
import { sha256 } from '../../store/sha256.ts'
import { dashboardContext } from '../dashboard/context.ts'
import { ask, type DashboardContext, resolveRange } from '../dashboard/range.ts'
import { metricSeries } from '../dashboard/series.ts'
import type { Workspace } from '../workspace.ts'
import { filledCategory, filledProduct, stockOutsOf } from './stock.ts'
import type { ForecastTarget, Subject } from './subject.ts'

export { type ForecastTarget, type Subject, TARGETS } from './subject.ts'

/** History of a subject in major units (counts for orders and units); steps without sales are 0. */
export interface SalesHistory {
  readonly target: ForecastTarget
  readonly subject: Subject
  readonly frequency: Frequency
  readonly currency: string | null
  readonly time_zone: string
  /** First and last day. */
  readonly from: string
  readonly to: string
  /** First step: a day, or 'YYYY-MM-DDTHH:00'. */
  readonly start: string
  readonly values: readonly number[]
  /** What models learn from: the values, with days on which there was nothing left to sell filled in. */
  readonly learnt: readonly number[]
  /** Steps that the stock says were sold out, by position. */
  readonly stockOuts: readonly Gap[]
  /** First 16 hex digits of the SHA-256 of subject, currency, days and values: the same data give the same text. */
  readonly fingerprint: string
}

/** Ten years are more than any model uses; of hours, twenty weeks. */
const MOST_DAYS = 3650
const MOST_DAYS_OF_HOURS = 140

const GRAINS: Readonly<Record<Exclude<Frequency, 'D' | 'H'>, Grain>> = {
  W: 'week',
  M: 'month',
  Q: 'quarter',
  Y: 'year',
}

const fingerprintOf = async (text: string): Promise<string> => (await sha256(text)).slice(0, 16)

const nothing = (): Outcome<never> =>
  failure('TOO_LITTLE_DATA', 'there are no finished days with sales', { steps: 0, needed: 2 })

/** Finished days of the shop: from its first sale to the last, the present day left out because it is not over. */
async function shopSpan(context: DashboardContext): Promise<Outcome<Period & { currency: string }>> {
  const span = await resolveRange(context, { compare: 'none' })
  if (!span.ok) return span
  if (!span.value) return nothing()
  const yesterday = addDays(context.today, -1)
  const { firstDay, lastSale, currency } = span.value
  const to = lastSale < yesterday ? lastSale : yesterday
  return firstDay > to ? nothing() : success({ from: firstDay, to, currency })
}

const later = (one: string, other: string): string => (one > other ? one : other)

/** Values of the shop's days, as every page counts them. */
async function shopDays(
  context: DashboardContext,
  target: ForecastTarget,
  { from, to }: Period,
): Promise<Outcome<number[]>> {
  const series = await metricSeries(context, { metric: target, grain: 'day', from, to, compare: 'none' })
  return series.ok ? success(series.value.points.map(({ value }) => value ?? 0)) : series
}

/** Values of a product, a category or hours of the shop, from the first sale on; null where nothing was ever sold. */
async function subjectSteps(
  context: DashboardContext,
  { target, product_id: productId, category }: Subject,
  period: Period & { currency: string },
  hourly: boolean,
): Promise<{ from: string; values: number[]; hours: number } | null> {
  const { currency } = period
  const rows = await ask(context, subjectSeries({ target, productId, category, hourly, ...period }))
  if (!rows[0]) return null
  const from = rows[0].at.slice(0, 10)
  const names = buckets({ from, to: period.to }, hourly ? 'hour' : 'day')
  const known = new Map(rows.map(({ at, value }) => [at, value]))
  const scale = (value: number) => (target === 'net_sales' ? toMajor(value, currency) : value)
  const hours = new Set(rows.map(({ at }) => at.slice(11))).size
  return { from, values: names.map(({ date }) => scale(known.get(date) ?? 0)), hours }
}

/** Days added up to whole weeks, months, quarters or years; those that are cut by the ends are left out. */
function whole(
  from: string,
  to: string,
  values: readonly number[],
  frequency: keyof typeof GRAINS,
): Steps | null {
  const all = buckets({ from, to }, GRAINS[frequency])
  const sums = all.map(() => 0)
  let at = 0
  values.forEach((value, day) => {
    const date = addDays(from, day)
    while ((all[at + 1]?.date ?? '9') <= date) at += 1
    sums[at] = (sums[at] ?? 0) + value
  })
  const first = all.findIndex(({ partial }) => !partial)
  const last = all.findLastIndex(({ partial }) => !partial)
  const start = all[first]?.date
  if (start === undefined) return null
  const after = all[last + 1]?.date
  return { start, from: start, to: after ? addDays(after, -1) : to, values: sums.slice(first, last + 1) }
}

interface Steps {
  readonly start: string
  readonly from: string
  readonly to: string
  readonly values: readonly number[]
  /** The same with sold-out days filled in. */
  readonly learnt?: readonly number[] | undefined
}

/** The days with what sold-out products would have brought. An order holds several products: orders of a category stay as they are. */
async function filledDays(
  context: DashboardContext,
  subject: Subject,
  period: Period & { currency: string },
  values: readonly number[],
): Promise<readonly number[]> {
  const { product_id: productId, category, target } = subject
  if (productId !== undefined) return filledProduct(context, productId, values)
  if (category === undefined || target === 'orders') return values
  return filledCategory(context, category, values, async (id) => {
    const found = await subjectSteps(context, { target, product_id: id }, period, false)
    return found && [...new Array<number>(values.length - found.values.length).fill(0), ...found.values]
  })
}

async function stepsOf(
  context: DashboardContext,
  subject: Subject,
  span: Period & { currency: string },
): Promise<Outcome<Steps>> {
  const frequency = subject.frequency ?? 'D'
  const most = frequency === 'H' ? MOST_DAYS_OF_HOURS : MOST_DAYS
  const period = { ...span, from: later(span.from, addDays(span.to, 1 - most)) }
  const ofShop = subject.product_id === undefined && subject.category === undefined
  if (ofShop && frequency !== 'H') {
    const days = await shopDays(context, subject.target, period)
    if (!days.ok || frequency === 'D')
      return days.ok
        ? success({ start: period.from, from: period.from, to: period.to, values: days.value })
        : days
    const made = whole(period.from, period.to, days.value, frequency)
    return made ? success(made) : nothing()
  }
  const found = await subjectSteps(context, subject, period, frequency === 'H')
  if (!found) return failure('NOT_FOUND', 'nothing of it was ever sold')
  const { from, values, hours } = found
  if (frequency === 'H' && hours < 2)
    return failure('TOO_LITTLE_DATA', 'the orders carry no time of day', { steps: 0, needed: 48 })
  if (frequency === 'H') return success({ start: `${from}T00:00`, from, to: period.to, values })
  const learnt = await filledDays(context, subject, { ...period, from }, values)
  if (frequency === 'D') return success({ start: from, from, to: period.to, values, learnt })
  const made = whole(from, period.to, values, frequency)
  return made ? success({ ...made, learnt: whole(from, period.to, learnt, frequency)?.values }) : nothing()
}

/**
 * The steps that models learn from: finished ones from the first sale to the shop's last, at most ten years (hours:
 * twenty weeks). Failures: TOO_LITTLE_DATA, there are no finished steps; NOT_FOUND, the product or category never sold.
 */
export async function salesHistory(
  workspace: Pick<Workspace, 'query' | 'settings'>,
  subject: Subject,
  signal?: AbortSignal,
): Promise<Outcome<SalesHistory>> {
  const context = await dashboardContext(workspace, signal)
  const span = await shopSpan(context)
  if (!span.ok) return span
  const steps = await stepsOf(context, subject, span.value)
  if (!steps.ok) return steps
  const { start, from, to, values } = steps.value
  const { target, frequency = 'D' } = subject
  const { currency } = span.value
  const stockOuts =
    subject.product_id !== undefined && frequency === 'D'
      ? await stockOutsOf(context, subject.product_id, values)
      : []
  const { learnt = values } = steps.value
  const filled = learnt.some((value, at) => value !== values[at]) ? [learnt] : []
  const named = { target, product_id: subject.product_id, category: subject.category, frequency }
  const fingerprint = await fingerprintOf(
    JSON.stringify([named, currency, from, to, values, stockOuts, ...filled]),
  )
  return success({
    target,
    subject,
    frequency,
    currency,
    time_zone: context.timeZone,
    from,
    to,
    start,
    values,
    learnt,
    stockOuts,
    fingerprint,
  })
}

/** Names of the steps of a history. */
export const stepsIn = ({ start, frequency, values }: SalesHistory): string[] =>
  stepNames({ values, start, frequency }, 0, values.length)
