import type { Statement } from '../statement.ts'

export interface GuestOrdersRow {
  readonly orders: number
  readonly guests: number
}

/** Sale orders up to a day, and how many of them name no customer. */
export const guestOrders = (currency: string, to: string): Statement<GuestOrdersRow> => ({
  sql: `SELECT CAST(count(*) AS DOUBLE) AS orders, CAST(count(*) FILTER (customer_id IS NULL) AS DOUBLE) AS guests
    FROM store.orders WHERE kind = 'sale' AND currency = ? AND day <= CAST(? AS DATE)`,
  params: [currency, to],
})
