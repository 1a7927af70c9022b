import type { Statement } from '../statement.ts'

/** Name and category of a product: the catalogue's, else what its lines say; category '' where none is known. */
export interface ProductLabelRow {
  readonly product_id: string
  readonly title: string | null
  readonly category: string
}

/** All products that were ever sold. */
export const productLabels = (): Statement<ProductLabelRow> => ({
  sql: `SELECT t.product_id AS product_id, coalesce(any_value(p.title), max(t.title)) AS title,
      coalesce(any_value(p.category), '') AS category
    FROM store.lines t LEFT JOIN (
      SELECT product_id, any_value(title) AS title, any_value(category) AS category
      FROM store.products GROUP BY product_id) p ON p.product_id = t.product_id
    WHERE t.kind = 'product' AND t.product_id IS NOT NULL AND t.quantity > 0
    GROUP BY t.product_id ORDER BY t.product_id`,
  params: [],
})
