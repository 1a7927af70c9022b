import { orderKey } from './fragments.ts'
import { type RowsBehind, rowsBehind, rowsCondition, type RowsRequest } from './rows-behind.ts'

/** An order with what it adds to the figure: 1 for a count, else minor units. */
export interface OrderRow {
  readonly order_id: string
  readonly kind: string
  readonly day: string
  readonly local_at: string | null
  readonly customer_id: number | null
  readonly status: string | null
  readonly channel: string | null
  readonly country: string | null
  readonly coupon: string | null
  readonly units: number | null
  readonly net: number | null
  readonly tax: number | null
  readonly shipping: number | null
  readonly amount: number
}

const ORDER_AMOUNTS = {
  orders: ['1', "t.kind = 'sale'"],
  taxes: ['t.tax', "t.kind <> 'excluded' AND t.tax <> 0"],
  shipping: ['t.shipping', "t.kind <> 'excluded' AND t.shipping <> 0"],
} as const
export type OrderRowsMetric = keyof typeof ORDER_AMOUNTS

export const isOrderRowsMetric = (metric: string): metric is OrderRowsMetric => metric in ORDER_AMOUNTS

const COLUMNS = `order_id, kind, strftime(day, '%Y-%m-%d') AS day, strftime(local_at, '%Y-%m-%dT%H:%M:%S') AS local_at,
  customer_id, status, channel, country, coupon, units, CAST(net AS DOUBLE) AS net, CAST(tax AS DOUBLE) AS tax,
  CAST(shipping AS DOUBLE) AS shipping, CAST(amount AS DOUBLE) AS amount`

const SOURCE_COLUMNS = `t.order_id AS order_id, t.kind AS kind, t.day AS day, t.local_at AS local_at, t.customer_id AS customer_id,
  t.status AS status, t.channel AS channel, t.country AS country, t.coupon AS coupon, t.units AS units, t.net AS net,
  t.tax AS tax, t.shipping AS shipping`

/** The orders behind a figure, newest first; their `amount` adds up to it. `only` must be a dimension of orders. */
export function rowsOrders(metric: OrderRowsMetric, request: RowsRequest): RowsBehind<OrderRow> {
  const key = request.only && orderKey(request.only.dimension)
  const condition = rowsCondition(request, key)
  const [amount, which] = ORDER_AMOUNTS[metric]
  const source = {
    sql: `SELECT ${SOURCE_COLUMNS}, ${amount} AS amount FROM store.orders t ${key?.join ?? ''}
      WHERE ${which} AND ${condition.sql}`,
    params: condition.params,
  }
  return rowsBehind(source, COLUMNS, 'day DESC, order_id', request, key?.needsFirstOrders ?? false)
}
