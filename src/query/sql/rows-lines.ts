import { lineKey } from './fragments.ts'
import { COST_JOIN, LINE_COST } from './line-figures.ts'
import { type RowsBehind, rowsBehind, rowsCondition, type RowsRequest } from './rows-behind.ts'

/** An order line with what it adds to the figure (`amount`, minor units; for units the quantity). */
export interface LineRow {
  readonly order_id: string
  readonly line: number
  readonly day: string
  readonly local_at: string | null
  readonly customer_id: number | null
  readonly product_id: string | null
  readonly title: string | null
  readonly quantity: number | null
  readonly gross: number
  readonly discount: number
  readonly returned: number
  readonly net: number
  readonly cost: number | null
  readonly status: string | null
  readonly channel: string | null
  readonly country: string | null
  readonly amount: number
}

/** Figures that are sums over product lines: which lines make them and by what. */
const LINE_AMOUNTS = {
  gross_sales: ['t.gross', 't.gross <> 0'],
  discounts: ['t.discount', 't.discount <> 0'],
  returns: ['t.returned', 't.returned <> 0'],
  net_sales: ['t.net', 'true'],
  units: ['t.quantity', 't.quantity > 0'],
  gross_margin: [`t.net - ${LINE_COST}`, `${LINE_COST} IS NOT NULL`],
} as const
export type LineRowsMetric = keyof typeof LINE_AMOUNTS

export const isLineRowsMetric = (metric: string): metric is LineRowsMetric => metric in LINE_AMOUNTS

const COLUMNS = `order_id, line, strftime(day, '%Y-%m-%d') AS day, strftime(local_at, '%Y-%m-%dT%H:%M:%S') AS local_at, customer_id,
  product_id, title, quantity, CAST(gross AS DOUBLE) AS gross, CAST(discount AS DOUBLE) AS discount,
  CAST(returned AS DOUBLE) AS returned, CAST(net AS DOUBLE) AS net, CAST(cost AS DOUBLE) AS cost, status, channel, country,
  CAST(amount AS DOUBLE) AS amount`

const SOURCE_COLUMNS = `t.order_id AS order_id, t.line AS line, t.day AS day, t.local_at AS local_at, t.customer_id AS customer_id,
  t.product_id AS product_id, t.title AS title, t.quantity AS quantity, t.gross AS gross, t.discount AS discount,
  t.returned AS returned, t.net AS net, ${LINE_COST} AS cost, t.status AS status, t.channel AS channel, t.country AS country`

/** The product lines behind a figure, newest first; their `amount` adds up to it. */
export function rowsLines(metric: LineRowsMetric, request: RowsRequest): RowsBehind<LineRow> {
  const key = request.only && lineKey(request.only.dimension)
  const condition = rowsCondition(request, key)
  const [amount, which] = LINE_AMOUNTS[metric]
  const source = {
    sql: `SELECT ${SOURCE_COLUMNS}, ${amount} AS amount
      FROM store.lines t ${COST_JOIN} ${key?.join ?? ''}
      WHERE t.kind = 'product' AND ${which} AND ${condition.sql}`,
    params: condition.params,
  }
  return rowsBehind(source, COLUMNS, 'day DESC, order_id, line', request, key?.needsFirstOrders ?? false)
}
