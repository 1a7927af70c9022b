import { paidIn } from '../rate-views.ts'
import type { Statement } from '../statement.ts'

/** Per currency as it was paid: its sales and net in minor units, and what of both has no rate and stays apart. */
export interface CurrencyCoverageRow {
  readonly currency: string
  readonly orders: number
  readonly net: number
  readonly first_day: string
  readonly last_day: string
  readonly apart_orders: number
  readonly apart_net: number
  readonly apart_first_day: string | null
  readonly apart_last_day: string | null
  /** What the rest comes to in the reporting currency. */
  readonly converted: number
}

/**
 * What there is in each currency, and how much of it the rates convert. `schema` holds the views in which it is counted;
 * `to` is the reporting currency, null where nothing is converted.
 */
export function currencyCoverage(schema: string, to: string | null): Statement<CurrencyCoverageRow> {
  const day = (sql: string) => `strftime(${sql}, '%Y-%m-%d')`
  const paid = to
    ? `SELECT p.order_id, p.kind, p.day, p.currency, p.net, o.net AS converted, o.currency <> ? AS apart
       FROM ${paidIn(schema)}.orders p JOIN ${schema}.orders o ON o.order_id = p.order_id AND o.day IS NOT DISTINCT FROM p.day`
    : `SELECT order_id, kind, day, currency, net, net AS converted, false AS apart FROM ${schema}.orders`
  return {
    sql: `SELECT currency, CAST(count(*) FILTER (kind = 'sale') AS DOUBLE) AS orders, CAST(sum(net) AS DOUBLE) AS net,
        ${day('min(day)')} AS first_day, ${day('max(day)')} AS last_day,
        CAST(count(*) FILTER (kind = 'sale' AND apart) AS DOUBLE) AS apart_orders,
        CAST(coalesce(sum(net) FILTER (apart), 0) AS DOUBLE) AS apart_net,
        ${day('min(day) FILTER (apart)')} AS apart_first_day, ${day('max(day) FILTER (apart)')} AS apart_last_day,
        CAST(coalesce(sum(converted) FILTER (NOT apart), 0) AS DOUBLE) AS converted
      FROM (${paid}) WHERE kind IN ('sale', 'return') AND currency IS NOT NULL GROUP BY currency ORDER BY orders DESC, currency`,
    params: to ? [to] : [],
  }
}
