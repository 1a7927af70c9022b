import type { Statement } from '../statement.ts'

/** Whether any product line of a currency has a discount, or goods given back. */
export const deductionsThere = (currency: string): Statement<{ discounts: boolean; returns: boolean }> => ({
  sql: `SELECT coalesce(bool_or(discount <> 0), false) AS discounts, coalesce(bool_or(returned <> 0), false) AS returns
    FROM store.lines WHERE kind = 'product' AND currency = ?`,
  params: [currency],
})
