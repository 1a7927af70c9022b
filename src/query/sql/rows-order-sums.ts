import { type Axes, PRESETS } from '../../model/definitions.ts'
import { taxInside } from '../tax-inside.ts'
import { lineKey, orderKey } from './fragments.ts'
import { type RowsBehind, rowsBehind, rowsCondition, type RowsRequest } from './rows-behind.ts'

/** What the lines and the order of one order id bring to a period: `amount` in minor units, `orders` 1 when the sale is of the period. */
export interface OrderSumRow {
  readonly order_id: string
  readonly day: string
  readonly customer_id: number | null
  readonly gross: number
  readonly discount: number
  readonly returned: number
  readonly net: number
  readonly tax: number
  readonly shipping: number
  readonly orders: number
  readonly amount: number
}

const METRICS = ['total_sales', 'average_order_value'] as const
export type OrderSumMetric = (typeof METRICS)[number]

export const isOrderSumMetric = (metric: string): metric is OrderSumMetric =>
  (METRICS as readonly string[]).includes(metric)

/** What an order brings to the figure under the definitions: what counts as sales already is not added once more. */
function amountOf(metric: OrderSumMetric, axes: Axes): string {
  const outside = `${axes.taxes_in_net ? '' : ' + tax - inside'}${axes.shipping_in_net ? '' : ' + shipping'}`
  if (metric === 'total_sales') return `net${outside}`
  if (axes.average_order_value === 'net') return 'net'
  return axes.average_order_value === 'after_discounts' ? 'gross - discount' : `gross - discount${outside}`
}

const SUMS = ['gross', 'discount', 'returned', 'net', 'tax', 'shipping', 'orders'] as const
const SUMMED = [...SUMS, 'inside'] as const

const COLUMNS = `order_id, strftime(day, '%Y-%m-%d') AS day, customer_id,
  ${SUMS.map((name) => `CAST(${name} AS DOUBLE) AS ${name}`).join(', ')}, CAST(amount AS DOUBLE) AS amount`

/**
 * Per order id what its product lines (by their day) and the order itself (by its day) bring to the period, newest
 * first, as the definitions count. Σ amount is total sales; for the average, Σ amount divided by Σ orders.
 */
export function rowsOrderSums(
  metric: OrderSumMetric,
  request: RowsRequest,
  axes: Axes = PRESETS.files,
): RowsBehind<OrderSumRow> {
  const amount = amountOf(metric, axes)
  const ofLines = request.only && lineKey(request.only.dimension)
  const ofOrders = request.only && orderKey(request.only.dimension)
  const lines = rowsCondition(request, ofLines)
  const orders = rowsCondition(request, ofOrders)
  const source = {
    sql: `SELECT order_id, day, customer_id, ${SUMMED.join(', ')}, ${amount} AS amount FROM (
      SELECT order_id, max(day) AS day, any_value(customer_id) AS customer_id, ${SUMMED.map((name) => `coalesce(sum(${name}), 0) AS ${name}`).join(', ')}
      FROM (
        SELECT t.order_id AS order_id, t.day AS day, t.customer_id AS customer_id, t.gross AS gross, t.discount AS discount,
          t.returned AS returned, t.net AS net, 0 AS tax, 0 AS shipping, 0 AS orders, 0 AS inside
        FROM store.lines t ${ofLines?.join ?? ''} WHERE t.kind = 'product' AND ${lines.sql}
        UNION ALL
        SELECT t.order_id, t.day, t.customer_id, 0, 0, 0, 0, t.tax, t.shipping, CAST(t.kind = 'sale' AS INTEGER), inside
        FROM (SELECT *, ${taxInside(axes)} AS inside FROM store.orders) t ${ofOrders?.join ?? ''} WHERE t.kind <> 'excluded' AND ${orders.sql})
      GROUP BY order_id)
      WHERE ${amount} <> 0 OR orders > 0`,
    params: [...lines.params, ...orders.params],
  }
  const first = ofLines?.needsFirstOrders ?? false
  return rowsBehind(source, COLUMNS, 'day DESC, order_id', request, first)
}
