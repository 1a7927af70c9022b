import type { CustomerFacts } from '../../analytics/customers/facts.ts'
import { toMajor } from '../../model/currency.ts'
import { customerLabel } from '../../model/customer-label.ts'
import { dayOf } from '../../model/day.ts'
import { customerNames } from '../../query/sql/customer-names.ts'
import { ask } from '../dashboard/range.ts'
import type { CustomerContext } from './base.ts'

export interface PageInput {
  readonly limit: number
  readonly offset: number
  /** One customer only. */
  readonly customer_id?: number | undefined
}

export interface Page<Row> {
  readonly items: Row[]
  readonly total: number
  readonly next: string | null
}

/** What every row of customers begins with. */
export interface Who {
  readonly customer_id: number
  /** Name, else e-mail. */
  readonly name: string | null
  /** The shop's own id. */
  readonly platform_id: string | null
  /** How the customer is called on every list: name, else e-mail, else the shop's own id, else phone. */
  readonly label: string
  readonly first_order: string
  readonly last_order: string
  readonly orders: number
  readonly net_sales: number
}

export const whoAt = (facts: CustomerFacts, at: number, currency: string): Who => ({
  customer_id: facts.id[at]!,
  name: null,
  platform_id: null,
  label: `#${Math.abs(facts.id[at]!)}`,
  first_order: dayOf(facts.first[at]!),
  last_order: dayOf(facts.last[at]!),
  orders: facts.orders[at]!,
  net_sales: toMajor(facts.net[at]!, currency),
})

/** Positions in the order of a key, the largest first (ascending: smallest); ties by ascending id. */
export function sortedPositions(
  positions: Int32Array,
  key: (at: number) => number,
  ascending = false,
): Int32Array {
  const sign = ascending ? 1 : -1
  const keys = new Float64Array(positions.reduce((most, at) => Math.max(most, at), 0) + 1)
  for (const at of positions) keys[at] = key(at)
  return positions.toSorted((a, b) => sign * (keys[a]! - keys[b]!) || a - b)
}

/** All positions of the facts that pass. */
export function positionsOf(
  facts: CustomerFacts,
  input: PageInput,
  passes = (_: number) => true,
): Int32Array {
  const found: number[] = []
  for (let at = 0; at < facts.count; at++)
    if ((input.customer_id === undefined || facts.id[at] === input.customer_id) && passes(at)) found.push(at)
  return Int32Array.from(found)
}

/** The rows of a page, with the names of their customers. */
export async function pageOfCustomers<Row extends Who>(
  context: CustomerContext,
  positions: Int32Array,
  { limit, offset }: PageInput,
  row: (at: number) => Row,
): Promise<Page<Row>> {
  const rows = Array.from(positions.subarray(offset, offset + limit), row)
  const named = rows.length > 0 ? await ask(context, customerNames(rows.map((one) => one.customer_id))) : []
  const names = new Map(
    named.map((who) => {
      const { name, email, platform_id } = who
      return [who.customer_id, { name: name ?? email, platform_id, label: customerLabel(who) }]
    }),
  )
  return {
    items: rows.map((one) => ({ ...one, ...names.get(one.customer_id) })),
    total: positions.length,
    next: offset + limit < positions.length ? String(offset + limit) : null,
  }
}
