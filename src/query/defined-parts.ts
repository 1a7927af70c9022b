import { type Axes, type Fate, ORDER_STATES, type OrderState } from '../model/definitions.ts'
import type { ZoneSpan } from '../model/reading.ts'
import { partColumnList, type PartShape } from './part-shape.ts'
import { recut } from './recut-days.ts'
import { literals } from './staging/sql-text.ts'
import { taxInside } from './tax-inside.ts'
import { LINE_COLUMNS, ORDER_COLUMNS } from './tables.ts'

/** What the definitions change in one part. */
interface Changes {
  /** States of lines that are left out and are now sales; `returned` of these are given back in full. */
  readonly lifted: readonly string[]
  readonly returned: readonly string[]
  /** States of lines that are sales and are now left out. */
  readonly sunk: readonly string[]
  readonly gifts: boolean
  /** Returns are not taken off; cancellations that book a sale back still are, where there are any. */
  readonly ignoreReturns: boolean
  readonly cancellations: boolean
  readonly orderDay: boolean
}

const fateOf = (axes: Axes, state: string): Fate =>
  (ORDER_STATES as readonly string[]).includes(state) ? axes[state as OrderState] : 'file'

/** A cancellation that books a sale back stands only where cancelled orders are returns, or as the file has it. */
const isSunk = (axes: Axes, state: string): boolean =>
  state === 'cancellation'
    ? axes.cancelled === 'count' || axes.cancelled === 'exclude'
    : fateOf(axes, state) === 'exclude'

/** Whether orders of a state are sold and given back; a refund is nothing where returns are not taken off. */
const isGivenBack = (axes: Axes, state: string): boolean =>
  fateOf(axes, state) === 'return' && (axes.refund_day !== 'ignore' || state === 'cancelled')

function changesOf(axes: Axes, shape: PartShape | undefined): Changes {
  const states = shape?.states ?? []
  const lifted = states.filter(
    ({ state, excluded }) => excluded && ['count', 'return'].includes(fateOf(axes, state)),
  )
  return {
    lifted: lifted.map(({ state }) => state),
    returned: lifted.flatMap(({ state }) => (isGivenBack(axes, state) ? [state] : [])),
    sunk: states.flatMap(({ state, excluded }) => (!excluded && isSunk(axes, state) ? [state] : [])),
    gifts: axes.gift_cards === 'sale' && (shape?.giftCards ?? false),
    ignoreReturns: axes.refund_day === 'ignore',
    cancellations: states.some(({ state }) => state === 'cancellation'),
    orderDay: axes.refund_day === 'order' && (shape?.origins ?? false),
  }
}

const caseOf = (branches: readonly string[], otherwise: string): string =>
  branches.length === 0 ? otherwise : `CASE ${branches.join(' ')} ELSE ${otherwise} END`

const among = (states: readonly string[]): string => `state IN (${literals(states)})`

const when = (condition: boolean, sql: string): string[] => (condition ? [sql] : [])

const heldItem = ({ gifts }: Changes): string =>
  gifts
    ? `CASE WHEN item = 'gift_card' THEN 'product' ELSE coalesce(item, 'product') END`
    : `coalesce(item, 'product')`

const kindOfLine = (changes: Changes): string =>
  caseOf(
    [
      ...when(changes.sunk.length > 0, `WHEN ${among(changes.sunk)} THEN 'excluded'`),
      ...when(
        changes.lifted.length > 0,
        `WHEN kind = 'excluded' AND ${among(changes.lifted)} THEN ${heldItem(changes)}`,
      ),
      ...when(changes.gifts, `WHEN kind = 'gift_card' THEN 'product'`),
    ],
    'kind',
  )

/** What stays of the returns that a part holds. */
const keptReturns = ({ ignoreReturns, cancellations }: Changes): string => {
  if (!ignoreReturns) return 'returned'
  return caseOf(when(cancellations, `WHEN state = 'cancellation' THEN returned`), 'CAST(0 AS BIGINT)')
}

const returnedOfLine = (changes: Changes): string => {
  const { returned } = changes
  const given = `WHEN kind = 'excluded' AND ${among(returned)} AND coalesce(item, 'product') = 'product' THEN greatest(gross - discount, 0)`
  return caseOf(when(returned.length > 0, given), keptReturns(changes))
}

const moved = (orderDay: boolean): [string, string][] =>
  orderDay
    ? [
        ['local_at', 'coalesce(origin_at, local_at)'],
        ['day', 'coalesce(CAST(origin_at AS DATE), day)'],
      ]
    : []

/** What the lines and the orders of a part are read from. */
interface Tables {
  readonly lines: string
  readonly orders: string
}

const tablesOf = (
  alias: string,
  shape: PartShape | undefined,
  clock: readonly ZoneSpan[] | null,
): Tables => ({
  lines: recut(`${alias}.lines`, shape?.columns.lines, clock),
  orders: recut(`${alias}.orders`, shape?.columns.orders, clock),
})

const ownLines = (tables: Tables, changes: Changes, shape: PartShape | undefined): string => {
  const returned = returnedOfLine(changes)
  const columns = new Map([
    ['kind', kindOfLine(changes)],
    ['returned', returned],
    ...(returned === 'returned' ? [] : [['net', `gross - discount - ${returned}`] as const]),
    ...moved(changes.orderDay),
  ])
  return `SELECT ${partColumnList(LINE_COLUMNS, shape?.columns.lines, columns)} FROM ${tables.lines}`
}

/** What the lines that are sales now and were none add to their orders. */
const liftedSums = (tables: Tables, changes: Changes): string => {
  const conditions = [
    ...when(changes.lifted.length > 0, `(kind = 'excluded' AND ${among(changes.lifted)})`),
    ...when(changes.gifts, `kind = 'gift_card'`),
  ]
  const sum = (what: string, item: string) =>
    `CAST(coalesce(sum(${what}) FILTER (new_kind = '${item}'), 0) AS BIGINT)`
  return `LEFT JOIN (SELECT order_id AS lifted_id, ${sum('gross', 'product')} AS more_gross, ${sum('discount', 'product')} AS more_discount,
      ${sum('new_returned', 'product')} AS more_returned, ${sum('gross', 'shipping')} AS more_shipping,
      coalesce(sum(quantity) FILTER (new_kind = 'product' AND quantity > 0), 0) AS more_units
    FROM (SELECT order_id, gross, discount, quantity, ${kindOfLine(changes)} AS new_kind, ${returnedOfLine(changes)} AS new_returned
      FROM ${tables.lines} WHERE ${conditions.join(' OR ')}) GROUP BY order_id) x ON x.lifted_id = order_id`
}

function orderColumns(changes: Changes): Map<string, string> {
  const { lifted, sunk, gifts, returned, ignoreReturns, cancellations, orderDay } = changes
  const joins = lifted.length > 0 || gifts
  const plus = (name: string) => (joins ? `${name} + coalesce(more_${name}, 0)` : name)
  const kept = keptReturns(changes)
  const back = joins ? `${kept} + coalesce(more_returned, 0)` : kept
  const nothing = [
    ...when(returned.length > 0, `WHEN kind = 'excluded' AND ${among(returned)} THEN 0`),
    ...when(
      ignoreReturns,
      cancellations
        ? `WHEN kind = 'return' AND state IS DISTINCT FROM 'cancellation' THEN 0`
        : `WHEN kind = 'return' THEN 0`,
    ),
  ]
  const kind = [
    ...when(sunk.length > 0, `WHEN ${among(sunk)} THEN 'excluded'`),
    ...when(lifted.length > 0, `WHEN kind = 'excluded' AND ${among(lifted)} THEN coalesce(item, 'sale')`),
    ...when(gifts, `WHEN kind = 'other' AND more_units > 0 THEN 'sale'`),
  ]
  const changedNet = joins || ignoreReturns
  return new Map([
    ['kind', caseOf(kind, 'kind')],
    ['units', plus('units')],
    ['gross', plus('gross')],
    ['discount', plus('discount')],
    ['returned', back],
    ...(changedNet ? [['net', `${plus('gross')} - (${plus('discount')}) - (${back})`] as const] : []),
    ['tax', caseOf(nothing, 'tax')],
    ['shipping', caseOf(nothing, plus('shipping'))],
    ...moved(orderDay),
  ])
}

const ownOrders = (tables: Tables, changes: Changes, shape: PartShape | undefined): string => {
  const join = changes.lifted.length > 0 || changes.gifts ? liftedSums(tables, changes) : ''
  return `SELECT ${partColumnList(ORDER_COLUMNS, shape?.columns.orders, orderColumns(changes))} FROM ${tables.orders} ${join}`
}

/** Taxes and shipping of an order that count as sales, null when the definitions leave them apart; taxes that the prices hold do already. */
const extraOf = (axes: Axes): string | null => {
  const { taxes_in_net, shipping_in_net } = axes
  const inside = taxInside({ ...axes, taxes_in_net: false, shipping_in_net: false })
  const parts = [
    ...when(taxes_in_net, `coalesce(tax, 0) - (${inside})`),
    ...when(shipping_in_net, 'coalesce(shipping, 0)'),
  ]
  return parts.length > 0 ? parts.join(' + ') : null
}

const COUNTED = `kind IN ('sale', 'return')`

/** What of an order's taxes and shipping was paid back with its goods: the share of the goods that was. Documents that give back have theirs as negative amounts. */
const extraBack = (extra: string): string =>
  `CASE WHEN kind = 'sale' AND returned > 0 AND gross > discount THEN CAST(round((${extra})::DOUBLE * least(returned, gross - discount) / (gross - discount)) AS BIGINT) ELSE 0 END`

const withExtra = (source: string, extra: string): string => {
  const back = extraBack(extra)
  const columns = new Map([
    ['gross', `CASE WHEN kind = 'sale' THEN gross + ${extra} ELSE gross END`],
    ['returned', `CASE WHEN kind = 'return' THEN returned - (${extra}) ELSE returned + ${back} END`],
    ['net', `CASE WHEN ${COUNTED} THEN net + ${extra} - ${back} ELSE net END`],
  ])
  return `SELECT ${partColumnList(ORDER_COLUMNS, undefined, columns)} FROM (${source})`
}

/** One line per order for its taxes and shipping, without product and without units. */
const extraLines = (source: string, extra: string): string => {
  const given = new Map([
    ...['order_id', 'ordered_at', 'local_at', 'day', 'customer_id', 'currency', 'channel', 'country'].map(
      (name) => [name, name] as const,
    ),
    ...['status', 'state', 'origin_at'].map((name) => [name, name] as const),
    ['line', '0'],
    ['kind', `'product'`],
    ['quantity', 'CAST(0 AS DOUBLE)'],
    ['gross', `CASE WHEN kind = 'sale' THEN ${extra} ELSE 0 END`],
    ['discount', 'CAST(0 AS BIGINT)'],
    ['returned', `CASE WHEN kind = 'return' THEN -(${extra}) ELSE ${extraBack(extra)} END`],
    ['net', `${extra} - ${extraBack(extra)}`],
  ])
  return `SELECT ${partColumnList(LINE_COLUMNS, new Set(given.keys()), given)} FROM (${source}) WHERE ${COUNTED} AND ${extra} <> 0`
}

/** SELECT of the lines of a part as the definitions count them. */
export function definedLines(
  alias: string,
  axes: Axes,
  shape?: PartShape,
  clock: readonly ZoneSpan[] | null = null,
): string {
  const tables = tablesOf(alias, shape, clock)
  const changes = changesOf(axes, shape)
  const lines = ownLines(tables, changes, shape)
  const extra = extraOf(axes)
  return extra ? `${lines} UNION ALL ${extraLines(ownOrders(tables, changes, shape), extra)}` : lines
}

/** SELECT of the orders of a part as the definitions count them. */
export function definedOrders(
  alias: string,
  axes: Axes,
  shape?: PartShape,
  clock: readonly ZoneSpan[] | null = null,
): string {
  const orders = ownOrders(tablesOf(alias, shape, clock), changesOf(axes, shape), shape)
  const extra = extraOf(axes)
  return extra ? withExtra(orders, extra) : orders
}
