import type { Statement } from '../statement.ts'

/** How the rows of one table are put together to orders. */
export interface GroupPlan {
  /** Table of typed cells. */
  readonly cells: string
  /** Amounts (discount, tax, shipping, refund) that stand once per order, not per line. */
  readonly perOrder: ReadonlySet<string>
  readonly returnPrefix?: string | undefined
  /** Whether totals of the order (Subtotal, Total) stand in the file. */
  readonly hasTotals: boolean
  /** No discount stands in the file: it is what the subtotal lacks of the lines. */
  readonly discountBySubtotal?: boolean
  /** Its rows are whole orders of a list; pooled: those of `stage.shared` are put together with lines of other files, these cells being the list's. */
  readonly list?: { readonly pooled: readonly string[] | null }
  /** No refund stands in the file: an order whose status says so was given back whole. */
  readonly refundByState?: boolean
}

const amount = (plan: GroupPlan, name: string): string =>
  plan.perOrder.has(name) ? `any_value(${name})` : `sum(${name})`

const refundOf = (plan: GroupPlan): string =>
  plan.refundByState
    ? `CASE WHEN any_value(state) = 'refunded' THEN coalesce(any_value(total), sum(total_minor) FILTER (is_line AND total_minor > 0)) END`
    : amount(plan, 'refund')

/** One row per order with what its rows say of it together. `first_rec`… tell whether its rows stand side by side. */
export const headsOf = (plan: GroupPlan): string => `CREATE OR REPLACE TABLE stage.heads AS
  SELECT order_key, coalesce(any_value(order_ref), order_key) AS order_id, min(rec) AS first_rec,
    CAST(max(rec) - min(rec) + 1 = count(*) AND count(*) FILTER (code IS NOT NULL OR NOT is_line) = 0 AS BOOLEAN) AS tidy,
    min(ordered_at) AS ordered_at, min(local_at) AS local_at, bool_and(is_instant) FILTER (local_at IS NOT NULL) AS is_instant, count(local_at) < count(*) AS fills, any_value(cancelled_at) AS cancelled_at, any_value(cancelled_local) AS cancelled_local,
    any_value(identity) AS identity, any_value(status) AS status, any_value(state) AS state, any_value(channel) AS channel, any_value(country) AS country,
    any_value(coupon) AS coupon, any_value(currency) AS currency,
    CAST(coalesce(${amount(plan, 'discount')}, 0) AS BIGINT) AS discount, CAST(${amount(plan, 'tax')} AS BIGINT) AS tax,
    CAST(coalesce(${amount(plan, 'shipping')}, 0) AS BIGINT) AS shipping, CAST(coalesce(${refundOf(plan)}, 0) AS BIGINT) AS refund,
    any_value(subtotal) AS subtotal, any_value(total) AS total,
    CAST(coalesce(sum(line_discount), 0) AS BIGINT) AS line_discount,
    CAST(coalesce(sum(total_minor) FILTER (is_line AND total_minor > 0), 0) AS BIGINT) AS gross
  FROM ${plan.cells} WHERE code IS NULL GROUP BY order_key`

/** What the heads show of the table as a whole; each a number of orders. */
export interface HeadCounts {
  /** Rows do not stand side by side, or some are refused: lines must be numbered by sorting. */
  readonly untidy: number
  readonly dateless: number
  /** Have a discount or a refund to share among their lines. */
  readonly shared: number
  readonly cancelled: number
  /** Have rows without a date of their own. */
  readonly fills: number
}

export function countHeads(plan: GroupPlan): Statement<HeadCounts> {
  const due = [
    plan.perOrder.has('discount') ? 'discount <> 0' : 'false',
    plan.perOrder.has('refund') ? 'refund <> 0' : 'false',
    plan.hasTotals ? 'subtotal <> gross' : 'false',
  ]
  const counts = Object.entries({
    untidy: 'NOT tidy',
    dateless: 'local_at IS NULL',
    shared: due.join(' OR '),
    cancelled: 'cancelled_at IS NOT NULL',
    fills: 'fills',
  })
  const columns = counts.map(
    ([name, condition]) => `CAST(count(*) FILTER (${condition}) AS DOUBLE) AS ${name}`,
  )
  return { sql: `SELECT ${columns.join(', ')} FROM stage.heads`, params: [] }
}

/** Order keys that stand for several orders (the same name, several ids): their rows are told apart by the last id above them. */
export const doubledKeys = (plan: GroupPlan): Statement<{ keys: number }> => ({
  sql: `SELECT CAST(count(*) AS DOUBLE) AS keys FROM (SELECT order_key FROM ${plan.cells} WHERE order_ref IS NOT NULL GROUP BY order_key HAVING count(DISTINCT order_ref) > 1)`,
  params: [],
})

/** Puts a table in the place of the cells in which such rows have keys of their own. */
export const splitDoubledKeys = (
  plan: GroupPlan,
  target: string,
): string => `CREATE OR REPLACE TABLE ${target} AS
  WITH doubled AS (SELECT order_key, true AS found FROM ${plan.cells} WHERE order_ref IS NOT NULL GROUP BY order_key HAVING count(DISTINCT order_ref) > 1)
  SELECT n.* REPLACE (CASE WHEN d.found THEN n.order_key || '/' ||
      coalesce(last_value(n.order_ref IGNORE NULLS) OVER (PARTITION BY n.order_key ORDER BY n.rec), '') ELSE n.order_key END AS order_key)
  FROM ${plan.cells} n LEFT JOIN doubled d ON d.order_key = n.order_key`

/** Discounts that lines must share: the order's, less what stands at its lines already. With totals, what Subtotal shows. */
const sharedDiscount = (plan: GroupPlan): string => {
  if (!plan.perOrder.has('discount')) return '0'
  const given = 'CASE WHEN discount <> 0 THEN greatest(abs(discount) - abs(line_discount), 0) ELSE 0 END'
  if (!plan.hasTotals) return given
  if (plan.discountBySubtotal)
    return `CASE WHEN gross - subtotal BETWEEN 0 AND gross THEN greatest(gross - subtotal - abs(line_discount), 0) ELSE 0 END`
  return `CASE WHEN subtotal IS NOT NULL AND gross - subtotal BETWEEN 0 AND abs(discount) + abs(line_discount)
    THEN gross - subtotal - least(abs(line_discount), gross - subtotal) ELSE ${given} END`
}

/** Goods given back, in minor units: the refund without the shares of tax and shipping in it. */
const sharedReturn = (plan: GroupPlan): string => {
  if (!plan.perOrder.has('refund')) return '0'
  const goods = plan.hasTotals
    ? `CASE WHEN total > 0 AND subtotal IS NOT NULL THEN CAST(round(CAST(refund AS DECIMAL(20, 0)) * subtotal / total) AS BIGINT) ELSE refund END`
    : 'refund'
  return `CASE WHEN cancelled_at IS NULL THEN abs(${goods}) ELSE 0 END`
}

/**
 * Shares of order-level discounts and refunds per line (`rec`), in minor units, by largest remainder: they add up to the
 * order's amount exactly. Only orders that have such amounts are touched.
 */
export const sharesOf = (plan: GroupPlan): string => {
  const share = (total: string, weight: string, sum: string) =>
    `CASE WHEN ${sum} = 0 THEN 0 ELSE CAST(${total}::HUGEINT * ${weight} // ${sum} AS BIGINT) END`
  const rest = (total: string, weight: string, sum: string) =>
    `CASE WHEN ${sum} = 0 THEN 0 ELSE ${total}::HUGEINT * ${weight} % ${sum} END`
  const fill = (base: string, rem: string, total: string) =>
    `${base} + CASE WHEN row_number() OVER (PARTITION BY order_key ORDER BY ${rem} DESC, rec) <= ${total} - sum(${base}) OVER (PARTITION BY order_key) THEN 1 ELSE 0 END`
  return `CREATE OR REPLACE TABLE stage.shares AS
  WITH due AS (SELECT order_key, ${sharedDiscount(plan)} AS shared_discount, ${sharedReturn(plan)} AS shared_return FROM stage.heads),
  weighed AS (SELECT c.rec, c.order_key, least(d.shared_discount, sum(greatest(total_minor - abs(coalesce(line_discount, 0)), 0)) OVER w) AS total,
      d.shared_return, abs(coalesce(line_discount, 0)) AS own, greatest(total_minor - abs(coalesce(line_discount, 0)), 0) AS weight, sum(greatest(total_minor - abs(coalesce(line_discount, 0)), 0)) OVER w AS weights
    FROM ${plan.cells} c JOIN due d ON d.order_key = c.order_key AND (d.shared_discount > 0 OR d.shared_return > 0)
    WHERE c.code IS NULL AND c.is_line AND c.total_minor > 0 WINDOW w AS (PARTITION BY c.order_key)),
  based AS (SELECT *, ${share('total', 'weight', 'weights')} AS base, ${rest('total', 'weight', 'weights')} AS remainder FROM weighed),
  cut AS (SELECT rec, order_key, shared_return, weight, CAST(${fill('base', 'remainder', 'total')} AS BIGINT) AS discount FROM based),
  left_over AS (SELECT *, weight - discount AS worth, sum(weight - discount) OVER (PARTITION BY order_key) AS worths FROM cut),
  capped AS (SELECT *, least(shared_return, worths) AS back FROM left_over),
  backed AS (SELECT *, ${share('back', 'worth', 'worths')} AS base, ${rest('back', 'worth', 'worths')} AS remainder FROM capped)
  SELECT rec, discount, CAST(${fill('base', 'remainder', 'back')} AS BIGINT) AS returned FROM backed`
}
