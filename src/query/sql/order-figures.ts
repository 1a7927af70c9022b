import { ORDER_FIGURES, type Figures, type OrderFigure } from '../../model/metric.ts'
import { type Axes, PRESETS } from '../../model/definitions.ts'
import { taxInside } from '../tax-inside.ts'
import type { Statement } from '../statement.ts'
import { type FigureRequest, figureScan } from './figure-scan.ts'
import { type FigureKey, orderKey } from './fragments.ts'

export type OrderFiguresRow = FigureKey & Figures

/**
 * A customer is new in the step that holds the first order of the customer's whole history, and returning in those that
 * hold another one: each order by its rank, so that one who comes twice in a period is both.
 */
const aggregates = (axes: Axes): Readonly<Record<OrderFigure, string>> => ({
  orders: `count(*) FILTER (kind = 'sale')`,
  customers: `count(DISTINCT customer_id) FILTER (kind = 'sale')`,
  new_customers: `count(DISTINCT customer_id) FILTER (kind = 'sale' AND is_first)`,
  returning_customers: `count(DISTINCT customer_id) FILTER (kind = 'sale' AND NOT is_first)`,
  guests: `count(*) FILTER (kind = 'sale' AND customer_id IS NULL)`,
  tax: 'sum(tax)',
  tax_inside: `sum(${taxInside(axes)})`,
  shipping: 'sum(shipping)',
  estimated: 'count(*) FILTER (returns_estimated)',
})

const COLUMNS =
  't.kind AS kind, t.customer_id AS customer_id, t.tax AS tax, t.shipping AS shipping, t.returns_estimated AS returns_estimated, t.charged AS charged, t.gross AS gross, t.discount AS discount, t.net AS net'

/** Counts and order-level amounts (minor units) by the order's day; excluded orders stand aside. Rows as in `lineFigures`. */
export function orderFigures(
  request: FigureRequest,
  figures: readonly OrderFigure[] = ORDER_FIGURES,
  axes: Axes = PRESETS.files,
): Statement<OrderFiguresRow> {
  const key = request.split && orderKey(request.split.dimension)
  const sums = aggregates(axes)
  const first = figures.includes('new_customers') || figures.includes('returning_customers')
  const joined = first && !key?.needsFirstOrders
  return figureScan(
    {
      table: 'store.orders',
      columns: first ? `${COLUMNS}, t.order_id = f.first_id AS is_first` : COLUMNS,
      condition: "t.kind <> 'excluded'",
      join: joined ? 'LEFT JOIN first_orders f ON f.customer_id = t.customer_id' : '',
      withFirstOrders: first,
      aggregates: figures.map((figure) => `CAST(${sums[figure]} AS DOUBLE) AS ${figure}`).join(', '),
      key,
    },
    request,
  )
}
