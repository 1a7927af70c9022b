import type { Statement } from '../statement.ts'

/** A product that was sold, with the units that make its place. */
export interface SoldProductRow {
  readonly product_id: string
  readonly title: string | null
  /** '' where none is known. */
  readonly category: string
  readonly units: number
}

/** Products that were ever sold, the most sold first. */
export const soldProducts = (): Statement<SoldProductRow> => ({
  sql: `SELECT t.product_id AS product_id, coalesce(any_value(p.title), max(t.title)) AS title,
      coalesce(any_value(p.category), '') AS category, CAST(sum(t.quantity) AS DOUBLE) AS units
    FROM store.lines t LEFT JOIN (
      SELECT product_id, any_value(title) AS title, any_value(category) AS category
      FROM store.products GROUP BY product_id) p ON p.product_id = t.product_id
    WHERE t.kind = 'product' AND t.product_id IS NOT NULL AND t.quantity > 0
    GROUP BY t.product_id ORDER BY units DESC, t.product_id`,
  params: [],
})
