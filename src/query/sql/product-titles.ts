import type { Statement } from '../statement.ts'

export interface ProductTitleRow {
  readonly product_id: string
  readonly title: string | null
}

/** Titles of these products, which must not hold a line break. */
export const productTitles = (ids: readonly string[]): Statement<ProductTitleRow> => ({
  sql: `SELECT product_id, any_value(title) AS title FROM store.products
    WHERE product_id IN (SELECT unnest(string_split(?, chr(10)))) GROUP BY product_id`,
  params: [ids.join('\n')],
})
