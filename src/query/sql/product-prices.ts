import type { Statement } from '../statement.ts'

/** What a product cost on one day; `at` counts days from the first day asked for. */
export interface ProductPriceRow {
  readonly product_id: string
  readonly at: number
  /** Minor units a unit before discounts. */
  readonly price: number
  /** Part of it that was taken off, 0 … 1. */
  readonly discount: number
}

/** Prices and discounts by product and day of sale, of products that sold on `leastDays` at least, in a currency. */
export const productPrices = (
  currency: string,
  from: string,
  to: string,
  leastDays: number,
): Statement<ProductPriceRow> => ({
  sql: `SELECT product_id, CAST(date_diff('day', CAST(? AS DATE), day) AS DOUBLE) AS at,
      CAST(sum(gross) / sum(quantity) AS DOUBLE) AS price,
      CAST(coalesce(sum(discount) / nullif(sum(gross), 0), 0) AS DOUBLE) AS discount
    FROM store.lines
    WHERE kind = 'product' AND product_id IS NOT NULL AND quantity > 0 AND currency = ?
      AND day BETWEEN CAST(? AS DATE) AND CAST(? AS DATE)
      AND product_id IN (SELECT product_id FROM store.lines
        WHERE kind = 'product' AND quantity > 0 AND day BETWEEN CAST(? AS DATE) AND CAST(? AS DATE)
        GROUP BY product_id HAVING count(DISTINCT day) >= ?)
    GROUP BY product_id, day ORDER BY product_id, day`,
  params: [from, currency, from, to, from, to, leastDays],
})
