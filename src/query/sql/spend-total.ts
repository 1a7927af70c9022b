import type { Statement } from '../statement.ts'

/** Marketing spend up to a day in minor units, and its first and last day; nulls without any. */
export interface SpendTotalRow {
  readonly spend: number | null
  readonly first_day: string | null
  readonly last_day: string | null
}

/** All spend in a currency up to a day (`store.spend` must be there, see `tableThere`). */
export const spendTotal = (currency: string, to: string): Statement<SpendTotalRow> => ({
  sql: `SELECT CAST(sum(amount) AS DOUBLE) AS spend, strftime(min(day), '%Y-%m-%d') AS first_day,
      strftime(max(day), '%Y-%m-%d') AS last_day
    FROM store.spend WHERE currency = ? AND day <= CAST(? AS DATE)`,
  params: [currency, to],
})
