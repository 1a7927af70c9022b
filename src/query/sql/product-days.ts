import type { Statement } from '../statement.ts'

/** Units of one product on one day; `at` counts days from the first day asked for. */
export interface ProductDayRow {
  readonly product_id: string
  readonly at: number
  readonly units: number
}

/** Units sold by product and day (goods given back are not taken off: they were asked for), in the order of days. */
export const productDays = (from: string, to: string): Statement<ProductDayRow> => ({
  sql: `SELECT product_id, CAST(date_diff('day', CAST(? AS DATE), day) AS DOUBLE) AS at,
      CAST(sum(quantity) AS DOUBLE) AS units
    FROM store.lines
    WHERE kind = 'product' AND product_id IS NOT NULL AND quantity > 0
      AND day BETWEEN CAST(? AS DATE) AND CAST(? AS DATE)
    GROUP BY product_id, day ORDER BY day, product_id`,
  params: [from, from, to],
})
