import { LINE_FIGURES, type Figures, type LineFigure } from '../../model/metric.ts'
import { productCosts } from '../product-costs.ts'
import type { Statement } from '../statement.ts'
import { type FigureRequest, figureScan } from './figure-scan.ts'
import { type FigureKey, lineKey } from './fragments.ts'

export type LineFiguresRow = FigureKey & Figures

/** Cost of a line: its own, else the catalogue's unit cost in the same currency times the quantity. */
export const LINE_COST = 'coalesce(t.cost, CAST(round(k.cost * t.quantity) AS BIGINT))'

/** The catalogue's unit cost `k` of lines `t`. */
export const COST_JOIN = `LEFT JOIN (${productCosts('store.products')}) k
  ON k.product_id = t.product_id AND (k.currency = '' OR k.currency = t.currency)`

/** What must be read for a figure, and how it is summed. */
const SOURCES: Readonly<Record<LineFigure, readonly [columns: readonly string[], aggregate: string]>> = {
  gross: [['t.gross AS gross'], 'sum(gross)'],
  discount: [['t.discount AS discount'], 'sum(discount)'],
  returned: [['t.returned AS returned'], 'sum(returned)'],
  net: [['t.net AS net'], 'sum(net)'],
  units: [['t.quantity AS quantity'], 'sum(quantity) FILTER (quantity > 0)'],
  products: [
    ['t.product_id AS product_id', 't.quantity AS quantity'],
    'count(DISTINCT product_id) FILTER (quantity > 0)',
  ],
  margin: [['t.net AS net', `${LINE_COST} AS cost`], 'sum(net - cost)'],
  cost_net: [['t.net AS net', `${LINE_COST} AS cost`], 'sum(net) FILTER (cost IS NOT NULL)'],
  line_orders: [
    ['t.order_id AS order_id', 't.quantity AS quantity'],
    'count(DISTINCT order_id) FILTER (quantity > 0)',
  ],
  line_customers: [
    ['t.customer_id AS customer_id', 't.quantity AS quantity'],
    'count(DISTINCT customer_id) FILTER (quantity > 0)',
  ],
}

const needsCost = (figures: readonly LineFigure[]): boolean =>
  figures.includes('margin') || figures.includes('cost_net')

/**
 * Sums of product lines by their own day: one row per period, key and step, and one with `date` null for the whole.
 * Amounts in minor units. `figures` says which are wanted: only their columns are read.
 */
export function lineFigures(
  request: FigureRequest,
  figures: readonly LineFigure[] = LINE_FIGURES,
): Statement<LineFiguresRow> {
  const columns = new Set(figures.flatMap((figure) => SOURCES[figure][0]))
  return figureScan(
    {
      table: 'store.lines',
      columns: [...columns].join(', '),
      condition: "t.kind = 'product'",
      join: needsCost(figures) ? COST_JOIN : '',
      withFirstOrders: false,
      aggregates: figures.map((figure) => `CAST(${SOURCES[figure][1]} AS DOUBLE) AS ${figure}`).join(', '),
      key: request.split && lineKey(request.split.dimension),
    },
    request,
  )
}
