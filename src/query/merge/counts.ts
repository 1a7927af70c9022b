import type { Statement } from '../statement.ts'

/** How many rows of an import are new, changed, as they were: order lines for orders, rows for products and customers. */
export interface MergeCounts {
  readonly added: number
  readonly updated: number
  readonly unchanged: number
}

const PRODUCT_CONTENT = ['sku', 'title', 'category', 'vendor', 'price', 'cost', 'stock', 'status', 'tags']

/** Lines of orders by the fate of their order. */
export const countLines = (): Statement<{ fate: string; rows: number }> => ({
  sql: `SELECT CASE WHEN fate IN ('joined', 'enriched') THEN 'updated' ELSE fate END AS fate, CAST(sum(lines) AS DOUBLE) AS rows FROM merge.fates GROUP BY 1`,
  params: [],
})

/** Rows of the catalogue that the import brought. */
export const countProducts = (): Statement<{ fate: string; rows: number }> => ({
  sql: `SELECT CASE WHEN o.product_id IS NULL THEN 'added'
      WHEN (${PRODUCT_CONTENT.map((name) => `coalesce(b.${name}, o.${name})`).join(', ')})
        IS DISTINCT FROM (${PRODUCT_CONTENT.map((name) => `o.${name}`).join(', ')}) THEN 'updated' ELSE 'unchanged' END AS fate,
      CAST(count(*) AS DOUBLE) AS rows
    FROM merge.brought b LEFT JOIN old.products o ON o.product_id = b.product_id GROUP BY 1`,
  params: [],
})

/** Rows of customer files that the import brought. */
export const countPeople = (): Statement<{ fate: string; rows: number }> => ({
  sql: `SELECT CASE WHEN is_new THEN 'added' WHEN is_changed THEN 'updated' ELSE 'unchanged' END AS fate,
      CAST(count(*) AS DOUBLE) AS rows FROM merge.people GROUP BY 1`,
  params: [],
})

/** Which attached parts hold orders that the import supersedes. */
export const supersededIn = (alias: string): Statement<{ orders: number }> => ({
  sql: `SELECT CAST(count(*) AS DOUBLE) AS orders FROM ${alias}.orders
    SEMI JOIN (SELECT order_id FROM merge.fates WHERE fate IN ('updated', 'joined', 'enriched')) USING (order_id)`,
  params: [],
})

/** Rows and days of a part's lines. */
export const spanOf = (
  alias: string,
): Statement<{ rows: number; first_day: string | null; last_day: string | null }> => ({
  sql: `SELECT CAST(count(*) AS DOUBLE) AS rows, strftime(min(day), '%Y-%m-%d') AS first_day, strftime(max(day), '%Y-%m-%d') AS last_day
    FROM ${alias}.lines`,
  params: [],
})

export const rowsOf = (table: string): Statement<{ rows: number }> => ({
  sql: `SELECT CAST(count(*) AS DOUBLE) AS rows FROM ${table}`,
  params: [],
})
