import type { Statement } from '../statement.ts'
import { lineKey } from './fragments.ts'

/** Sums of a group of product lines, minor units; `people`: buyers, an order without one counting as one. */
export interface ViewerGroupRow {
  readonly name: string
  readonly category: string | null
  readonly people: number
  readonly orders: number
  readonly units: number
  readonly net: number
}

export type ViewerSplit = 'month' | 'product' | 'category' | 'country'

const BUYER = `coalesce('c' || t.customer_id, 'o' || t.order_id)`

const TITLE = `coalesce((SELECT any_value(p.title) FROM store.products p WHERE p.product_id = t.product_id), t.title, '')`

/** How a split reads its key, its name and its category off lines `t`. */
function parts(split: ViewerSplit): { key: string; name: string; category: string; join: string } {
  if (split === 'month')
    return { key: `strftime(t.day, '%Y-%m')`, name: `strftime(t.day, '%Y-%m')`, category: 'NULL', join: '' }
  const { expression, join } = lineKey(split)
  if (split !== 'product') return { key: expression, name: expression, category: 'NULL', join }
  const category = lineKey('category')
  return { key: expression, name: TITLE, category: category.expression, join: category.join }
}

/** All groups of a split of product lines of one currency, by the whole history. */
export function viewerGroups(split: ViewerSplit, currency: string): Statement<ViewerGroupRow> {
  const { key, name, category, join } = parts(split)
  return {
    sql: `SELECT max(name) AS name, max(category) AS category, CAST(count(DISTINCT buyer) FILTER (quantity > 0) AS DOUBLE) AS people,
        CAST(count(DISTINCT order_id) FILTER (quantity > 0) AS DOUBLE) AS orders,
        CAST(coalesce(sum(quantity) FILTER (quantity > 0), 0) AS DOUBLE) AS units, CAST(sum(net) AS DOUBLE) AS net
      FROM (SELECT ${key} AS "key", ${name} AS name, CAST(${category} AS VARCHAR) AS category, ${BUYER} AS buyer,
          t.order_id AS order_id, t.quantity AS quantity, t.net AS net
        FROM store.lines t ${join} WHERE t.kind = 'product' AND t.currency = ?)
      GROUP BY "key" ORDER BY "key"`,
    params: [currency],
  }
}

/** How many people stand behind each kind of deduction and addition of the whole. */
export interface ViewerPeopleRow {
  readonly people: number
  readonly discounted: number
  readonly returned: number
  readonly shipped: number
  readonly taxed: number
}

export const viewerPeople = (currency: string): Statement<ViewerPeopleRow> => ({
  sql: `SELECT CAST(count(DISTINCT ${BUYER}) FILTER (kind = 'sale') AS DOUBLE) AS people,
      CAST(count(DISTINCT ${BUYER}) FILTER (discount <> 0) AS DOUBLE) AS discounted,
      CAST(count(DISTINCT ${BUYER}) FILTER (returned <> 0 OR kind = 'return') AS DOUBLE) AS returned,
      CAST(count(DISTINCT ${BUYER}) FILTER (shipping <> 0) AS DOUBLE) AS shipped,
      CAST(count(DISTINCT ${BUYER}) FILTER (tax <> 0) AS DOUBLE) AS taxed
    FROM store.orders t WHERE t.kind <> 'excluded' AND t.currency = ?`,
  params: [currency],
})

export interface ViewerCohortRow {
  readonly month: string
  readonly step: number
  readonly customers: number
}

/** Known customers by the month of their first order, and how many of them ordered so many months later. */
export const viewerCohorts = (currency: string): Statement<ViewerCohortRow> => ({
  sql: `WITH o AS (SELECT customer_id, day FROM store.orders WHERE kind = 'sale' AND customer_id IS NOT NULL AND currency = ?),
      f AS (SELECT customer_id, date_trunc('month', min(day)) AS month FROM o GROUP BY customer_id)
    SELECT strftime(f.month, '%Y-%m') AS month, CAST(date_diff('month', f.month, date_trunc('month', o.day)) AS DOUBLE) AS step,
      CAST(count(DISTINCT o.customer_id) AS DOUBLE) AS customers
    FROM o JOIN f USING (customer_id) GROUP BY 1, 2 ORDER BY 1, 2`,
  params: [currency],
})
