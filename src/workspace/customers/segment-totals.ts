import type { CustomerFacts } from '../../analytics/customers/facts.ts'
import { median } from '../../analytics/forecast/statistics.ts'
import { segmentActions, type Words } from '../../analytics/customers/reasons.ts'
import { SEGMENTS, type SegmentName } from '../../analytics/customers/segment-rule.ts'
import { toMajor } from '../../model/currency.ts'

export interface SegmentTotals {
  readonly name: SegmentName
  readonly count: number
  readonly share: number | null
  readonly net_sales: number
  readonly net_share: number | null
  readonly orders: number
  readonly average_order_value: number | null
  readonly median_days_since_order: number | null
  readonly median_orders: number | null
  readonly actions: Words[]
}

export const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null)

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null)

const sum = (column: Float64Array, positions?: readonly number[]): number => {
  let total = 0
  if (positions) for (const at of positions) total += column[at]!
  else for (const value of column) total += value
  return total
}

/** Size and sales of all six segments, also of those without customers. */
export function segmentTotals(
  facts: CustomerFacts,
  segments: readonly SegmentName[],
  currency: string,
): SegmentTotals[] {
  const members = new Map<SegmentName, number[]>(SEGMENTS.map((name) => [name, []]))
  for (const [at, name] of segments.entries()) members.get(name)!.push(at)
  const allNet = sum(facts.net)
  return SEGMENTS.map((name) => {
    const positions = members.get(name)!
    const net = sum(facts.net, positions)
    const orders = sum(facts.orders, positions)
    return {
      name,
      count: positions.length,
      share: ratio(positions.length, facts.count),
      net_sales: toMajor(net, currency),
      net_share: ratio(net, allNet),
      orders,
      average_order_value: orders > 0 ? toMajor(Math.round(net / orders), currency) : null,
      median_days_since_order: finite(median(positions.map((at) => facts.asOf - facts.last[at]!))),
      median_orders: finite(median(positions.map((at) => facts.orders[at]!))),
      actions: segmentActions(name),
    }
  })
}
