import type { Statement } from '../statement.ts'

/** Per currency: orders and first and last day of orders and product lines, both 'YYYY-MM-DD'. */
export interface DataSpanRow {
  readonly currency: string
  readonly orders: number
  readonly lines: number
  readonly first_day: string
  readonly last_day: string
  /** The last day with a sale: returns and cancellations may be booked after it. Null without sales. */
  readonly last_sale: string | null
}

/** What there is: one row per currency, the one with most orders first. */
export const dataSpan = (): Statement<DataSpanRow> => ({
  sql: `SELECT currency, CAST(sum(orders) AS DOUBLE) AS orders, CAST(sum(lines) AS DOUBLE) AS lines,
      strftime(min(first_day), '%Y-%m-%d') AS first_day, strftime(max(last_day), '%Y-%m-%d') AS last_day,
      strftime(max(last_sale), '%Y-%m-%d') AS last_sale
    FROM (
      SELECT currency, count(*) FILTER (kind = 'sale') AS orders, 0 AS lines, min(day) AS first_day, max(day) AS last_day,
        max(day) FILTER (kind = 'sale') AS last_sale
      FROM store.orders WHERE kind <> 'excluded' GROUP BY currency
      UNION ALL
      SELECT currency, 0, count(*), min(day), max(day), NULL FROM store.lines WHERE kind = 'product' GROUP BY currency)
    WHERE currency IS NOT NULL
    GROUP BY currency ORDER BY orders DESC, lines DESC, currency`,
  params: [],
})
