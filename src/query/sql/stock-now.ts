import type { Statement } from '../statement.ts'

/** Units on hand of a product over all its places, as the last inventory file has it. */
export interface StockRow {
  readonly product_id: string
  readonly on_hand: number
}

/** Products whose inventory is known; those that the files say nothing of are left out. */
export const stockNow = (): Statement<StockRow> => ({
  sql: `SELECT product_id, CAST(sum(on_hand) AS DOUBLE) AS on_hand FROM store.inventory
    WHERE product_id IS NOT NULL AND on_hand IS NOT NULL GROUP BY product_id ORDER BY product_id`,
  params: [],
})
