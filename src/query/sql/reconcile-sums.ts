import { type Axes, PRESETS } from '../../model/definitions.ts'
import type { Period } from '../../model/metric.ts'
import type { Scalar, Statement } from '../statement.ts'
import { taxInside } from '../tax-inside.ts'
import { type Fragment, within } from './fragments.ts'

/** A period of one currency; `offset`: days by a clock so many minutes from UTC, null: by the shop's own. */
export interface ReconcileScope {
  readonly currency: string
  readonly period: Period
  readonly offset: number | null
}

/** Gaps of so many minor units between what was paid and its parts are roundings. */
const ROUNDING = 5

const dayOf = (offset: number | null): string =>
  offset === null ? 'day' : `CAST(ordered_at + to_minutes(${Math.trunc(offset)}) AS DATE)`

const condition = ({ currency, period, offset }: ReconcileScope): Fragment => {
  const days = within(dayOf(offset), period)
  return { sql: `currency = ? AND ${days.sql}`, params: [currency, ...days.params] }
}

/** What was paid of an order less the sum of its parts; null where the file does not say what was paid. */
const gapOf = ({ taxes_in_net, shipping_in_net }: Axes): string => {
  const more = [taxes_in_net ? '' : ' + coalesce(tax, 0)', shipping_in_net ? '' : ' + coalesce(shipping, 0)']
  return `CASE WHEN kind = 'sale' THEN charged - (gross - discount${more.join('')}) END`
}

const orderColumns = (axes: Axes) => ({
  tax: 'coalesce(tax, 0)',
  shipping: 'coalesce(shipping, 0)',
  fees: 'coalesce(fees, 0)',
  orders: `CAST(kind = 'sale' AS INTEGER)`,
  inside: taxInside(axes),
  rounding: `CASE WHEN abs(gap) <= ${ROUNDING} THEN gap ELSE 0 END`,
  other: `CASE WHEN abs(gap) <= ${ROUNDING} OR tax <> 0 AND abs(gap + tax) <= ${ROUNDING} THEN 0 ELSE coalesce(gap, 0) END`,
})
const LINE_COLUMNS = {
  gross: 'gross',
  discount: 'discount',
  returned: 'returned',
  units: 'greatest(quantity, 0)',
} as const
const NAMES = [...Object.keys(LINE_COLUMNS), ...Object.keys(orderColumns(PRESETS.files))] as (
  keyof typeof LINE_COLUMNS | keyof ReturnType<typeof orderColumns>
)[]

const select = (columns: Readonly<Record<string, string>>): string =>
  NAMES.map((name) => `${columns[name] ?? '0'} AS ${name}`).join(', ')

/** Lines and orders of a scope as rows of all components, those of the other kind 0. `schema` holds the views. */
export function reconcileRows(schema: string, scope: ReconcileScope, axes: Axes): Fragment {
  const where = condition(scope)
  return {
    sql: `SELECT order_id, ${dayOf(scope.offset)} AS day, ${select(LINE_COLUMNS)} FROM ${schema}.lines
        WHERE kind = 'product' AND ${where.sql}
      UNION ALL
      SELECT order_id, ${dayOf(scope.offset)} AS day, ${select(orderColumns(axes))} FROM (SELECT *, ${gapOf(axes)} AS gap FROM ${schema}.orders
        WHERE kind <> 'excluded' AND ${where.sql})`,
    params: [...where.params, ...where.params],
  }
}

export type ReconcileSumsRow = Readonly<Record<(typeof NAMES)[number], number>>

/** Sums of all components of a scope, amounts in minor units. */
export function reconcileSums(scope: ReconcileScope, axes: Axes): Statement<ReconcileSumsRow> {
  const rows = reconcileRows('store', scope, axes)
  const sums = NAMES.map((name) => `CAST(coalesce(sum(${name}), 0) AS DOUBLE) AS ${name}`)
  return { sql: `SELECT ${sums.join(', ')} FROM (${rows.sql})`, params: rows.params }
}

/** Clocks, as minutes from UTC, under which orders change sides at the edges of a period, and how many do. */
export function edgeClocks({
  currency,
  period,
}: ReconcileScope): Statement<{ offset: number; moved_in: number; moved_out: number }> {
  const near = `ordered_at >= CAST(? AS TIMESTAMP) - INTERVAL 30 HOUR AND ordered_at < CAST(? AS TIMESTAMP) + INTERVAL 54 HOUR`
  const other = within('CAST(ordered_at + to_minutes(clock) AS DATE)', period)
  const own = within('day', period)
  const params: Scalar[] = [...other.params, ...own.params, currency, period.from, period.to]
  return {
    sql: `SELECT CAST(clock AS DOUBLE) AS "offset", CAST(count(*) FILTER (there AND NOT here) AS DOUBLE) AS moved_in,
        CAST(count(*) FILTER (here AND NOT there) AS DOUBLE) AS moved_out
      FROM (SELECT clock, ${other.sql} AS there, ${own.sql} AS here FROM store.orders,
        (SELECT unnest(range(-12, 15)) * 60 AS clock) WHERE kind <> 'excluded' AND currency = ? AND ${near})
      GROUP BY clock HAVING count(*) FILTER (there <> here) > 0 ORDER BY abs(clock), clock`,
    params,
  }
}
