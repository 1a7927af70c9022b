import type { Statement } from '../statement.ts'

/** What a product, a category or (by hour) the shop sold in one step; money in minor units. */
export interface SubjectStepRow {
  /** 'YYYY-MM-DD', or 'YYYY-MM-DDTHH' for hours. */
  readonly at: string
  readonly value: number
}

export interface SubjectScope {
  readonly target: 'net_sales' | 'orders' | 'units'
  readonly productId?: string | undefined
  /** '' is the category of products without one. */
  readonly category?: string | undefined
  readonly hourly: boolean
  readonly currency: string
  readonly from: string
  readonly to: string
}

const MEASURES = {
  net_sales: 'sum(t.net) FILTER (t.currency = ?)',
  orders: 'count(DISTINCT t.order_id) FILTER (t.quantity > 0 AND t.currency = ?)',
  units: 'sum(t.quantity) FILTER (t.quantity > 0 AND t.currency = ?)',
} as const

const CATALOGUE = `LEFT JOIN (SELECT product_id, any_value(category) AS category FROM store.products GROUP BY product_id) p
  ON p.product_id = t.product_id`

/** Sales of product lines by day or hour, in order; steps without any are left out. */
export function subjectSeries(scope: SubjectScope): Statement<SubjectStepRow> {
  const { target, productId, category, hourly, currency, from, to } = scope
  const step = hourly ? "strftime(t.local_at, '%Y-%m-%dT%H')" : "strftime(t.day, '%Y-%m-%d')"
  const narrowed = [
    ...(productId === undefined ? [] : ['AND t.product_id = ?']),
    ...(category === undefined ? [] : ["AND coalesce(p.category, '') = ?"]),
  ]
  return {
    sql: `SELECT ${step} AS at, CAST(coalesce(${MEASURES[target]}, 0) AS DOUBLE) AS value
      FROM store.lines t ${category === undefined ? '' : CATALOGUE}
      WHERE t.kind = 'product' AND t.day BETWEEN CAST(? AS DATE) AND CAST(? AS DATE) ${narrowed.join(' ')}
      GROUP BY 1 ORDER BY 1`,
    params: [
      currency,
      from,
      to,
      ...(productId === undefined ? [] : [productId]),
      ...(category === undefined ? [] : [category]),
    ],
  }
}
