import { AXIS_NAMES, type Axes, axisChoices, type AxisName, ORDER_STATES } from '../../model/definitions.ts'
import type { Form, ReconciledMetric, Counting } from './counting.ts'

/**
 * One thing that a platform may count otherwise. `group`: of a group one move at most holds. `cost`: how unlikely it is
 * beside others that fit as well. `code` names it for people: an axis, or one of EXTRA_CODES, `time_zone`, `currency`.
 */
export interface Move {
  readonly code: string
  readonly group: string
  readonly cost: number
  /** What the platform has instead: a value of the axis, minutes from UTC, a currency. */
  readonly value: string | number | boolean | null
  readonly apply: (counting: Counting) => Counting
}

const STATES: readonly string[] = ORDER_STATES

/** Fates that make sense for a state, beside what it has now. */
const GIVEN_BACK: readonly string[] = ['cancelled', 'refunded', 'void']

const isPossible = (axis: AxisName, value: string | boolean, now: Axes): boolean => {
  if (axis === 'taxes_inside') return value !== now[axis]
  if (value === now[axis] || value === 'file' || axis === 'average_order_value') return false
  return !STATES.includes(axis) || value !== 'return' || GIVEN_BACK.includes(axis)
}

/** Less likely than a total that is simply shown without taxes. */
const INSIDE_COST = 1.3

const axisCost = (axis: AxisName): number => {
  if (axis === 'taxes_inside') return INSIDE_COST
  return axis === 'refund_day' || axis === 'cancelled' ? 1 : 1.2
}

const axisMove = (axis: AxisName, value: string | boolean): Move => ({
  code: axis,
  group: axis === 'taxes_inside' ? 'taxes' : axis,
  cost: axisCost(axis),
  value,
  apply: (counting) => ({ ...counting, axes: { ...counting.axes, [axis]: value } as Axes }),
})

const OF_LINES: readonly ReconciledMetric[] = ['gross_sales', 'net_sales']

/** Moves along one axis of the definitions. Taxes and shipping in the net change nothing of total sales. */
export const axisMoves = (now: Axes, metric: ReconciledMetric): Move[] =>
  AXIS_NAMES.flatMap((axis) => {
    if ((axis === 'taxes_in_net' || axis === 'shipping_in_net') && !OF_LINES.includes(metric)) return []
    if (
      axis === 'taxes_inside' &&
      metric !== 'total_sales' &&
      !(now.taxes_in_net && OF_LINES.includes(metric))
    )
      return []
    const values = axisChoices(axis).filter((value) => isPossible(axis, value, now))
    return values.map((value) => axisMove(axis, value))
  })

const extraMove = (code: string, group: string, cost: number, extra: Form): Move => ({
  code,
  group,
  cost,
  value: null,
  apply: (counting) => ({ ...counting, extra: { ...counting.extra, ...extra } }),
})

const TAKEN_OUT = extraMove('taxes_taken_out', 'taxes', 1, { inside: -1 })

/** What platforms put into a figure, or leave out, beyond the definitions. */
const EXTRAS: Partial<Readonly<Record<ReconciledMetric, readonly Move[]>>> = {
  total_sales: [
    extraMove('taxes_out', 'taxes', 1.2, { tax: -1 }),
    extraMove('shipping_out', 'shipping', 1.2, { shipping: -1 }),
    extraMove('fees_in', 'fees', 1.2, { fees: 1 }),
    extraMove('rounding', 'rounding', 1, { rounding: 1 }),
    extraMove('other_charges', 'other', 1.2, { other: 1 }),
  ],
  net_sales: [TAKEN_OUT, extraMove('discounts_kept', 'discounts', 1.2, { discount: 1 })],
  gross_sales: [TAKEN_OUT, extraMove('discounts_off', 'discounts', 1.2, { discount: -1 })],
}

export const extraMoves = (metric: ReconciledMetric): readonly Move[] => EXTRAS[metric] ?? []

/** Days taken from another clock: UTC is likelier than any other. */
export const clockMove = (offset: number): Move => ({
  code: 'time_zone',
  group: 'time_zone',
  cost: offset === 0 ? 1.3 : 1.6,
  value: offset,
  apply: (counting) => ({ ...counting, offset }),
})

/** The numbers of another currency added up with the figure's own. */
export const currencyMove = (currency: string): Move => ({
  code: 'currency',
  group: `currency ${currency}`,
  cost: 1.3,
  value: currency,
  apply: (counting) => ({ ...counting, currencies: [...counting.currencies, currency] }),
})
