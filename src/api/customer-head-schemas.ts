import * as v from 'valibot'
import { SEGMENTS } from '../analytics/customers/segment-rule.ts'

export const count = v.number()
export const share = v.nullable(v.number())
const day = v.nullable(v.string())
export const words = v.object({
  code: v.string(),
  params: v.record(v.string(), v.union([v.number(), v.string()])),
})
export const range = v.tuple([v.number(), v.number()])
export const segmentName = v.picklist(SEGMENTS)

/** What every answer begins with. Without orders `as_of` is null and lists are empty. `notes`: what limits the answer. */
export const head = {
  currency: v.nullable(v.string()),
  time_zone: v.string(),
  /** The day as of which all is said; by default the last day with a sale. */
  as_of: day,
  first_day: day,
  /** Customers with an order up to `as_of`. */
  customers_known: count,
  /** Orders that name no customer, up to `as_of`: they are left out. */
  guest_orders: count,
  orders_known: count,
  notes: v.array(words),
  rule: v.string(),
}

export const page = <Row extends v.GenericSchema>(row: Row) =>
  v.object({ items: v.array(row), total: count, next: v.nullable(v.string()) })

export const who = {
  customer_id: v.number(),
  /** Name, else e-mail. */
  name: v.nullable(v.string()),
  /** The shop's own id. */
  platform_id: v.nullable(v.string()),
  /** How the customer is called on every list: name, else e-mail, else the shop's own id, else phone. */
  label: v.string(),
  first_order: v.string(),
  last_order: v.string(),
  orders: count,
  net_sales: v.number(),
}
