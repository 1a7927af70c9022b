import type { CohortStep } from '../../model/steps.ts'
import type { Scalar, Statement } from '../statement.ts'
import { COST_JOIN, LINE_COST } from './line-figures.ts'
import { stepNumber } from './step-number.ts'

/** What customers of one start did at one age, by key ('' unknown); amounts in minor units. */
export interface CohortCellRow {
  readonly key: string
  /** Number of the step of the start, and steps since. */
  readonly start: number
  readonly age: number
  readonly customers: number
  readonly orders: number
  readonly net: number
  readonly margin: number | null
  readonly cost_net: number | null
}

export type CohortGroup = 'first_order' | 'country' | 'channel' | 'first_product' | 'coupon'

export interface CohortRequest {
  readonly currency: string
  /** Last day that is looked at. */
  readonly to: string
  readonly step: CohortStep
  readonly group: CohortGroup
  /** A customer starts with the first order, or anew in each step with an order. */
  readonly entry: 'first' | 'every'
  /** Keys of most customers; others are left out. */
  readonly keys: number
  readonly margin: boolean
}

/** The product with most net sales in the first order. */
const FIRST_PRODUCTS = `tops AS (
  SELECT order_id, product_id, row_number() OVER (PARTITION BY order_id ORDER BY net DESC, product_id) AS place
  FROM (SELECT l.order_id, l.product_id, sum(l.net) AS net FROM store.lines l JOIN firsts f ON f.order_id = l.order_id
    WHERE l.kind = 'product' AND l.product_id IS NOT NULL GROUP BY l.order_id, l.product_id)),`

const KEYS: Readonly<Record<CohortGroup, string>> = {
  first_order: `''`,
  country: `coalesce(f.country, '')`,
  channel: `coalesce(f.channel, '')`,
  coupon: `coalesce(f.coupon, '')`,
  first_product: `coalesce(p.product_id, '')`,
}

const MONEY_OF_LINES = (step: CohortStep) => `costs AS (
  SELECT customer_id, step, sum(net - cost) AS margin, sum(net) FILTER (cost IS NOT NULL) AS cost_net
  FROM (SELECT t.customer_id, ${stepNumber('t.day', step)} AS step, t.net AS net, ${LINE_COST} AS cost
    FROM store.lines t ${COST_JOIN} WHERE t.kind = 'product' AND t.customer_id IS NOT NULL AND t.currency = ? AND t.day <= CAST(? AS DATE))
  GROUP BY customer_id, step),`

function starts({ group, entry }: CohortRequest): string {
  const join = group === 'first_product' ? 'LEFT JOIN tops p ON p.order_id = f.order_id AND p.place = 1' : ''
  if (entry === 'every')
    return `starts AS (SELECT customer_id, step AS start, '' AS "key" FROM done WHERE orders > 0)`
  return `keyed AS (SELECT f.customer_id, f.start, ${KEYS[group]} AS "key" FROM firsts f ${join}),
    starts AS (SELECT k.customer_id, k.start, k."key" FROM keyed k JOIN
      (SELECT "key" FROM keyed GROUP BY "key" ORDER BY count(*) DESC, "key" LIMIT ?) USING ("key"))`
}

/**
 * Cohorts of known customers, cell by cell: per key, step of the start and age the customers with an order, their
 * orders, net sales and margin (returns on their own day). Customers at age 0 are the size of the start.
 */
export function cohortCells(request: CohortRequest): Statement<CohortCellRow> {
  const { currency, to, step, group, entry, keys, margin } = request
  const here: Scalar[] = [currency, to]
  const sale = `kind = 'sale' AND customer_id IS NOT NULL AND currency = ? AND day <= CAST(? AS DATE)`
  const params = [...here, ...here, ...here, ...(margin ? here : []), ...(entry === 'first' ? [keys] : [])]
  return {
    sql: `WITH firsts AS (
        SELECT s.customer_id, min(s.order_id) AS order_id, arg_min(s.country, s.order_id) AS country,
          arg_min(s.channel, s.order_id) AS channel, arg_min(s.coupon, s.order_id) AS coupon,
          any_value(${stepNumber('s.day', step)}) AS start
        FROM store.orders s JOIN (SELECT customer_id, min(ordered_at) AS first_at FROM store.orders WHERE ${sale} GROUP BY customer_id) f
          ON f.customer_id = s.customer_id AND f.first_at = s.ordered_at
        WHERE s.kind = 'sale' AND s.currency = ? AND s.day <= CAST(? AS DATE) GROUP BY s.customer_id),
      ${group === 'first_product' ? FIRST_PRODUCTS : ''}
      done AS (SELECT customer_id, ${stepNumber('day', step)} AS step, count(*) FILTER (kind = 'sale') AS orders, sum(net) AS net
        FROM store.orders WHERE kind <> 'excluded' AND customer_id IS NOT NULL AND currency = ? AND day <= CAST(? AS DATE)
        GROUP BY ALL),
      ${margin ? MONEY_OF_LINES(step) : ''}
      ${starts(request)}
      SELECT s."key" AS "key", s.start AS start, CAST(d.step - s.start AS INTEGER) AS age,
        CAST(count(*) FILTER (d.orders > 0) AS DOUBLE) AS customers, CAST(sum(d.orders) AS DOUBLE) AS orders,
        CAST(coalesce(sum(d.net), 0) AS DOUBLE) AS net,
        ${margin ? 'CAST(sum(c.margin) AS DOUBLE) AS margin, CAST(sum(c.cost_net) AS DOUBLE) AS cost_net' : 'NULL AS margin, NULL AS cost_net'}
      FROM starts s JOIN done d ON d.customer_id = s.customer_id AND d.step >= s.start
      ${margin ? 'LEFT JOIN costs c ON c.customer_id = d.customer_id AND c.step = d.step' : ''}
      GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    params,
  }
}
