import {
  type Comparison,
  COMPARISONS,
  comparisonPeriod,
  type Preset,
  PRESETS,
  resolvePeriod,
} from '../../analytics/period.ts'
import type { Axes } from '../../model/definitions.ts'
import { isDay } from '../../model/day.ts'
import type { Period, Scope } from '../../model/metric.ts'
import { invalidFields, type Outcome, success } from '../../model/outcome.ts'
import { dataSpan, type DataSpanRow } from '../../query/sql/data-span.ts'
import type { Runner, Statement } from '../../query/statement.ts'

/** What the dashboard needs of an open workspace. */
export interface DashboardContext {
  readonly runner: Runner
  /** The workspace's own currency; the one with most orders when null. */
  readonly currency: string | null
  readonly timeZone: string
  /** What the workspace counts; absent: as the files' own platforms do. */
  readonly axes?: Axes | undefined
  /** Fields that the imported files of orders have (`discount`, `refund`); absent: not known, taken as all. */
  readonly carried?: ReadonlySet<string> | undefined
  /** The real day in the shop's time zone, 'YYYY-MM-DD'. */
  readonly today: string
  readonly signal?: AbortSignal | undefined
}

export interface RangeInput {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly preset?: Preset | undefined
  readonly compare?: Comparison | undefined
  readonly currency?: string | undefined
}

/** A range made definite, and what is known of the data as a whole. */
export interface Range {
  readonly currency: string
  readonly currencies: DataSpanRow[]
  readonly period: Period
  readonly comparison: Comparison
  readonly compared: Period | null
  /** As asked of the queries: without a past when the data begin after it. */
  readonly scope: Scope
  readonly firstDay: string
  readonly lastDay: string
  /** The last day with a sale; returns may be booked after it. */
  readonly lastSale: string
}

/** Runs a statement in a context. */
export const ask = <Row>(context: DashboardContext, statement: Statement<Row>): Promise<Row[]> =>
  context.runner.run(statement, context.signal)

const invalid = (field: string, detail: string) => invalidFields({ [field]: detail })

function chosenPeriod(input: RangeInput, today: string, span: DataSpanRow): Outcome<Period> {
  for (const field of ['from', 'to'] as const) {
    const day = input[field]
    if (day !== undefined && !isDay(day)) return invalid(field, `${field} must be a day written YYYY-MM-DD`)
  }
  const end = span.last_sale ?? span.last_day
  const last = today < end ? today : end
  if (input.preset && !PRESETS.includes(input.preset)) return invalid('preset', 'unknown preset')
  if (!input.from && !input.to)
    return success(
      resolvePeriod(input.preset ?? 'last_30', last, { first: span.first_day, last: span.last_day }),
    )
  const to = input.to ?? (input.from && input.from > last ? input.from : last)
  const from = input.from ?? resolvePeriod('last_30', to, { first: null, last: null }).from
  return from <= to ? success({ from, to }) : invalid('from', 'from must not be after to')
}

/**
 * The range that is asked for: by days, by preset, or the last 30 days up to the last day with a sale. `value` is null
 * when the workspace holds no orders.
 */
export async function resolveRange(
  context: DashboardContext,
  input: RangeInput,
): Promise<Outcome<Range | null>> {
  const spans = await ask(context, dataSpan())
  const own = spans.find(({ currency }) => currency === (input.currency ?? context.currency))
  const span = own ?? spans[0]
  const comparison = input.compare ?? 'previous'
  if (!COMPARISONS.includes(comparison)) return invalid('compare', 'compare must be previous, year or none')
  if (!span) {
    const checked = chosenPeriod(input, context.today, { ...NO_SPAN, last_day: context.today })
    return checked.ok ? success(null) : checked
  }
  if (input.currency && !own) return invalid('currency', `there are no orders in ${input.currency}`)
  const period = chosenPeriod(input, context.today, span)
  if (!period.ok) return period
  const isAll = period.value.from <= span.first_day && period.value.to >= (span.last_sale ?? span.last_day)
  // Before all that there is there is nothing to compare with.
  const compared = isAll ? null : comparisonPeriod(period.value, comparison)
  const previous =
    compared && compared.to >= span.first_day && compared.from <= span.last_day ? compared : null
  return success({
    currency: span.currency,
    currencies: spans,
    period: period.value,
    comparison,
    compared,
    scope: { currency: span.currency, period: period.value, previous },
    firstDay: span.first_day,
    lastDay: span.last_day,
    lastSale: span.last_sale ?? span.last_day,
  })
}

const NO_SPAN: DataSpanRow = {
  currency: '',
  orders: 0,
  lines: 0,
  first_day: '0001-01-01',
  last_day: '',
  last_sale: null,
}

/** How an answer says what it is about: all in `snake_case`, as the API gives it. */
export interface RangeAnswer {
  readonly currency: string | null
  readonly time_zone: string
  readonly from: string | null
  readonly to: string | null
  readonly compare: {
    readonly mode: Comparison
    readonly from: string
    readonly to: string
    readonly has_data: boolean
  } | null
  readonly first_day: string | null
  readonly last_day: string | null
  readonly currencies: { readonly currency: string; readonly orders: number }[]
}

/** The head of every answer. */
export function rangeAnswer(context: DashboardContext, range: Range | null): RangeAnswer {
  const compared = range?.compared
  return {
    currency: range?.currency ?? context.currency,
    time_zone: context.timeZone,
    from: range?.period.from ?? null,
    to: range?.period.to ?? null,
    compare: compared
      ? { mode: range.comparison, ...compared, has_data: range.scope.previous !== null }
      : null,
    first_day: range?.firstDay ?? null,
    last_day: range?.lastDay ?? null,
    currencies: range?.currencies.map(({ currency, orders }) => ({ currency, orders })) ?? [],
  }
}
