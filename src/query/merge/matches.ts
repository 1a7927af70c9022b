import { productCosts } from '../product-costs.ts'
import type { Runner } from '../statement.ts'

/** How well the rows of one kind of an import meet what they speak of; `examples`: at most five that do not, as the file names them. */
export interface Match {
  readonly kind: 'refunds' | 'inventory' | 'costs' | 'reviews' | 'events'
  /** What they are matched by. */
  readonly by: 'order' | 'product'
  readonly of: number
  readonly unmatched: number
  readonly examples: readonly string[]
}

const ORDERS = `SELECT ltrim(order_id, '#') AS key FROM stage.orders UNION SELECT ltrim(name, '#') FROM stage.orders
  UNION SELECT ltrim(order_id, '#') FROM old.orders UNION SELECT ltrim(name, '#') FROM old.orders`

/** Products that were sold, or that a catalogue with names knows. */
const PRODUCTS = `SELECT product_id FROM stage.lines UNION SELECT product_id FROM old.lines
  UNION SELECT product_id FROM stage.product_keys UNION SELECT product_id FROM old.product_keys`

const NAMES = `SELECT product_key FROM stage.product_keys UNION SELECT product_key FROM old.product_keys
  UNION SELECT 'sku:' || product_id FROM (${PRODUCTS})
  UNION SELECT 'title:' || lower(title) FROM merge.products WHERE title IS NOT NULL`

/** Kind → table, name of the thing, condition that it is known. */
const CHECKS: readonly (readonly [Match['kind'], Match['by'], table: string, name: string, known: string])[] =
  [
    ['refunds', 'order', 'stage.refunds', 'order_id', `ltrim(order_id, '#') IN (${ORDERS})`],
    ['inventory', 'product', 'stage.inventory', 'coalesce(sku, title)', `product_id IN (${PRODUCTS})`],
    [
      'costs',
      'product',
      '(SELECT * FROM stage.products WHERE cost IS NOT NULL)',
      'coalesce(sku, title)',
      `(product_id IN (${PRODUCTS}) OR 't:' || lower(title) IN (${PRODUCTS}))`,
    ],
    ['reviews', 'product', 'stage.reviews', `coalesce(title, product_key)`, `product_key IN (${NAMES})`],
    [
      'events',
      'product',
      '(SELECT * FROM stage.events WHERE product_key IS NOT NULL)',
      'product_key',
      `product_key IN (${NAMES})`,
    ],
  ]

const hasRows = async (engine: Runner, table: string): Promise<boolean> =>
  (await engine.run({ sql: `SELECT 1 AS found FROM ${table} LIMIT 1`, params: [] })).length > 0

/** Holds what an import brings beside orders against the orders and products of import and workspace. Kinds without rows are left out. */
export async function findMatches(engine: Runner): Promise<Match[]> {
  const matches: Match[] = []
  for (const [kind, by, table, name, known] of CHECKS) {
    if (!(await hasRows(engine, table))) continue
    const [row] = await engine.run<{ of: number; unmatched: number; examples: string | null }>({
      sql: `SELECT CAST(count(*) AS DOUBLE) AS of, CAST(count(*) FILTER (NOT known) AS DOUBLE) AS unmatched,
        array_to_string(list_sort(min(name, 5) FILTER (NOT known)), chr(31)) AS examples
        FROM (SELECT ${name} AS name, coalesce(${known}, false) AS known FROM ${table})`,
      params: [],
    })
    if (!row?.of) continue
    const examples = row.examples ? row.examples.split('\u001f') : []
    matches.push({ kind, by, of: row.of, unmatched: row.unmatched, examples })
  }
  return matches
}

/** Share of net sales whose cost is known after the import: what a margin would cover; null without sales. */
export async function costCoverage(engine: Runner): Promise<number | null> {
  const [row] = await engine.run<{ share: number | null }>({
    sql: `SELECT CAST(sum(net) FILTER (t.cost IS NOT NULL OR k.product_id IS NOT NULL) AS DOUBLE) / nullif(CAST(sum(net) AS DOUBLE), 0) AS share
      FROM (SELECT product_id, net, cost FROM stage.lines WHERE kind = 'product' AND order_id NOT IN (SELECT order_id FROM merge.rich_orders) UNION ALL
        SELECT product_id, net, cost FROM merge.rich_lines WHERE kind = 'product' UNION ALL
        SELECT product_id, net, cost FROM old.lines WHERE kind = 'product' AND order_id NOT IN (SELECT order_id FROM stage.orders)) t
      LEFT JOIN (${productCosts('merge.products')}) k ON k.product_id = t.product_id`,
    params: [],
  })
  return row?.share ?? null
}
