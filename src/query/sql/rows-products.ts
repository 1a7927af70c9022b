import { lineKey } from './fragments.ts'
import { type RowsBehind, rowsBehind, rowsCondition, type RowsRequest } from './rows-behind.ts'

/** A product sold in the period (minor units); `amount` is 1. */
export interface ProductRow {
  readonly product_id: string
  readonly title: string | null
  readonly units: number
  readonly net: number
  readonly amount: number
}

const COLUMNS = `product_id, title, CAST(units AS DOUBLE) AS units, CAST(net AS DOUBLE) AS net, CAST(amount AS DOUBLE) AS amount`

/** The products behind "products sold": those with a line of positive quantity, best sellers first. */
export function rowsProducts(request: RowsRequest): RowsBehind<ProductRow> {
  const key = request.only && lineKey(request.only.dimension)
  const condition = rowsCondition(request, key)
  const source = {
    sql: `SELECT t.product_id AS product_id, max(t.title) AS title, sum(t.quantity) FILTER (t.quantity > 0) AS units,
        sum(t.net) AS net, 1 AS amount
      FROM store.lines t ${key?.join ?? ''}
      WHERE t.kind = 'product' AND t.product_id IS NOT NULL AND ${condition.sql}
      GROUP BY t.product_id HAVING count(*) FILTER (t.quantity > 0) > 0`,
    params: condition.params,
  }
  return rowsBehind(source, COLUMNS, 'net DESC, product_id', request, key?.needsFirstOrders ?? false)
}
