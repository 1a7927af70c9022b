import type { Axes } from '../../model/definitions.ts'
import type { Scalar, Statement } from '../statement.ts'
import type { Fragment } from './fragments.ts'
import { reconcileRows, type ReconcileScope } from './reconcile-sums.ts'

/** One way to count, ready for SQL: the schema of its views, its scopes (own currency, perhaps others) and its form. */
export interface CountedSide {
  readonly schema: string
  readonly axes: Axes
  readonly scopes: readonly ReconcileScope[]
  /** Component → how often it counts. */
  readonly form: Readonly<Record<string, number>>
}

/** An order that counts otherwise on the two sides: what it brings to the figure on each, minor units or a count. */
export interface DifferingOrder {
  readonly order_id: string
  readonly day: string | null
  readonly status: string | null
  readonly before: number
  readonly after: number
}

const amountOf = (form: Readonly<Record<string, number>>): string =>
  Object.entries(form)
    .map(([name, times]) => `${Math.trunc(times)} * ${name}`)
    .join(' + ') || '0'

function perOrder({ schema, axes, scopes, form }: CountedSide): Fragment {
  const rows = scopes.map((scope) => reconcileRows(schema, scope, axes))
  return {
    sql: `SELECT order_id, max(day) AS day, sum(${amountOf(form)}) AS amount FROM (${rows.map(({ sql }) => sql).join(' UNION ALL ')}) GROUP BY order_id`,
    params: rows.flatMap(({ params }) => [...params]),
  }
}

function differing(before: CountedSide, after: CountedSide): Fragment {
  const [a, b] = [perOrder(before), perOrder(after)]
  return {
    sql: `SELECT coalesce(b.order_id, a.order_id) AS order_id, coalesce(b.day, a.day) AS day, coalesce(a.amount, 0) AS before, coalesce(b.amount, 0) AS after
      FROM (${a.sql}) a FULL JOIN (${b.sql}) b ON a.order_id = b.order_id WHERE coalesce(a.amount, 0) <> coalesce(b.amount, 0)`,
    params: [...a.params, ...b.params],
  }
}

/** Orders behind a step, those that move most first. */
export function differingOrders(
  before: CountedSide,
  after: CountedSide,
  limit: number,
): Statement<DifferingOrder> {
  const rows = differing(before, after)
  const params: Scalar[] = [...rows.params, limit]
  return {
    sql: `SELECT d.order_id, strftime(d.day, '%Y-%m-%d') AS day, (SELECT any_value(o.status) FROM store.orders o WHERE o.order_id = d.order_id) AS status,
        CAST(d.before AS DOUBLE) AS before, CAST(d.after AS DOUBLE) AS after FROM (${rows.sql}) d
      ORDER BY abs(d.after - d.before) DESC, d.order_id LIMIT CAST(? AS BIGINT)`,
    params,
  }
}

/** How many orders are behind a step, and what they add up to. */
export function differingTotal(
  before: CountedSide,
  after: CountedSide,
): Statement<{ orders: number; amount: number }> {
  const rows = differing(before, after)
  return {
    sql: `SELECT CAST(count(*) AS DOUBLE) AS orders, CAST(coalesce(sum(after - before), 0) AS DOUBLE) AS amount FROM (${rows.sql})`,
    params: rows.params,
  }
}
