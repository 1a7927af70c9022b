import type { Axes } from '../../model/definitions.ts'
import type { ImportEffect, MonthEffect, OrderExample, ProductExample } from '../../model/import-effect.ts'
import { definedOrders } from '../defined-parts.ts'
import { lookAtParts } from '../look-at-parts.ts'
import { partShape, type PartShape, type PartStateRow } from '../part-shape.ts'
import type { BulkEngine, Statement } from '../statement.ts'
import { LINE_COLUMNS, ORDER_COLUMNS } from '../tables.ts'
import { type AttachedParts, storeViews } from '../views.ts'

const EXAMPLES = 5

/** What the import brings; an order of which it brings the list's row only as it will be. */
const fresh = (table: 'lines' | 'orders'): string =>
  `CREATE OR REPLACE VIEW fresh.${table} AS SELECT * EXCLUDE (identity), CAST(NULL AS INTEGER) AS customer_id FROM stage.${table}
    WHERE order_id NOT IN (SELECT order_id FROM merge.rich_orders) UNION ALL BY NAME SELECT * FROM merge.rich_${table}`

/** States of what an import brings, by its orders: their lines are read for nothing else. */
async function freshShape(engine: BulkEngine): Promise<PartShape> {
  const rows = await engine.run<PartStateRow>({
    sql: 'SELECT state, kind, CAST(count(origin_at) AS DOUBLE) AS origins FROM (SELECT state, kind, origin_at FROM stage.orders UNION ALL SELECT state, kind, origin_at FROM merge.rich_orders) GROUP BY 1, 2',
    params: [],
  })
  const columns = { lines: new Set(Object.keys(LINE_COLUMNS)), orders: new Set(Object.keys(ORDER_COLUMNS)) }
  return partShape(columns, rows)
}

/** Views `fresh.counted` (what the import brings) and schema `known` (what is there), both as the definitions count. */
async function countedViews(engine: BulkEngine, attached: AttachedParts, axes: Axes): Promise<void> {
  const shapes = await lookAtParts(engine, attached.orders, axes)
  const counted = definedOrders('fresh', axes, await freshShape(engine))
  for (const sql of [
    'CREATE SCHEMA IF NOT EXISTS fresh',
    fresh('lines'),
    fresh('orders'),
    `CREATE OR REPLACE VIEW fresh.counted AS ${counted}`,
    ...storeViews({ ...attached, shapes }, 'known', axes),
  ])
    await engine.exec(sql)
}

const SUMS = `CAST(coalesce(sum(gross), 0) AS DOUBLE) AS gross, CAST(coalesce(sum(net), 0) AS DOUBLE) AS net,
  CAST(count(*) FILTER (kind = 'sale') AS DOUBLE) AS orders`

const held = (): Statement<ImportEffect['held'][number]> => ({
  sql: `SELECT currency, ${SUMS}, strftime(min(day), '%Y-%m-%d') AS first_day, strftime(max(day), '%Y-%m-%d') AS last_day
    FROM fresh.counted WHERE kind <> 'excluded' AND currency IS NOT NULL GROUP BY currency ORDER BY orders DESC, currency`,
  params: [],
})

/** What the known half of an order that is joined keeps, beside the half that comes. */
const SURPLUS = `SELECT order_id, sum(gross) AS gross, sum(net) AS net FROM merge.surplus WHERE kind = 'product' GROUP BY order_id`

const months = (): Statement<MonthEffect> => ({
  sql: `WITH moved AS (
      SELECT s.day, s.currency, s.gross + coalesce(x.gross, 0) AS gross, s.net + coalesce(x.net, 0) AS net, CAST(s.kind = 'sale' AS INTEGER) AS orders
      FROM fresh.counted s JOIN merge.fates f ON f.order_id = s.order_id AND f.fate IN ('added', 'updated', 'joined', 'enriched')
        LEFT JOIN (${SURPLUS}) x ON x.order_id = s.order_id AND f.fate = 'joined' WHERE s.kind <> 'excluded'
      UNION ALL
      SELECT o.day, o.currency, -o.gross, -o.net, -CAST(o.kind = 'sale' AS INTEGER)
      FROM known.orders o JOIN merge.fates f ON f.order_id = o.order_id AND f.fate IN ('updated', 'joined', 'enriched') WHERE o.kind <> 'excluded'),
    delta AS (SELECT strftime(day, '%Y-%m') AS month, currency, sum(gross) AS gross, sum(net) AS net, sum(orders) AS orders FROM moved GROUP BY ALL),
    before AS (SELECT strftime(day, '%Y-%m') AS month, currency, sum(gross) AS gross, sum(net) AS net, count(*) FILTER (kind = 'sale') AS orders
      FROM known.orders WHERE kind <> 'excluded' GROUP BY ALL)
    SELECT coalesce(d.month, b.month) AS month, coalesce(d.currency, b.currency) AS currency,
      ${(['gross', 'net', 'orders'] as const)
        .map(
          (name) =>
            `CAST(coalesce(b.${name}, 0) AS DOUBLE) AS ${name}_before, CAST(coalesce(b.${name}, 0) + coalesce(d.${name}, 0) AS DOUBLE) AS ${name}_after`,
        )
        .join(', ')}
    FROM delta d FULL JOIN before b ON b.month = d.month AND b.currency = d.currency ORDER BY 2, 1`,
  params: [],
})

const orderExamples = (): Statement<OrderExample> => ({
  sql: `SELECT order_id, fate, day, currency, net_before, net_after, status_before, status_after FROM (
      SELECT s.order_id, CASE WHEN f.fate IN ('joined', 'enriched') THEN 'updated' ELSE f.fate END AS fate, strftime(s.day, '%Y-%m-%d') AS day, s.currency,
        CAST(o.net AS DOUBLE) AS net_before, CAST(s.net AS DOUBLE) AS net_after, o.status AS status_before, s.status AS status_after,
        row_number() OVER (PARTITION BY CASE WHEN f.fate IN ('joined', 'enriched') THEN 'updated' ELSE f.fate END ORDER BY abs(s.net - coalesce(o.net, 0)) DESC, s.order_id) AS place
      FROM fresh.counted s JOIN merge.fates f ON f.order_id = s.order_id LEFT JOIN known.orders o ON o.order_id = s.order_id WHERE f.fate <> 'unchanged')
    WHERE place <= ${EXAMPLES} ORDER BY fate, place`,
  params: [],
})

const FIELDS = ['title', 'category', 'price', 'cost', 'stock', 'status'] as const

const productExamples = (): Statement<ProductExample> => ({
  sql: `SELECT product_id, field, before, after FROM (${FIELDS.map(
    (
      field,
    ) => `SELECT b.product_id, '${field}' AS field, CAST(o.${field} AS VARCHAR) AS before, CAST(b.${field} AS VARCHAR) AS after
      FROM merge.brought b JOIN old.products o ON o.product_id = b.product_id WHERE b.${field} IS NOT NULL AND b.${field} IS DISTINCT FROM o.${field}`,
  ).join(' UNION ALL ')}) ORDER BY product_id, field LIMIT ${EXAMPLES}`,
  params: [],
})

/**
 * What a planned merge (schemas `stage`, `old`, `merge`) would do to the main figures, as the definitions count them:
 * what the files hold, before and after by month, and examples of what is new and what changes. Reads orders, not lines.
 * What a file does not have is never taken for removed.
 */
export async function importEffect(
  engine: BulkEngine,
  attached: AttachedParts,
  axes: Axes,
): Promise<ImportEffect> {
  await countedViews(engine, attached, axes)
  return {
    held: await engine.run(held()),
    months: await engine.run(months()),
    orders: await engine.run(orderExamples()),
    products: await engine.run(productExamples()),
  }
}
