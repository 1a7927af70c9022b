/**
 * What customers did, one entry per customer and day with an order or a return, sorted by customer, then day. All
 * amounts in minor units of one currency. Every statement about customers as of a day is made from this table alone.
 */
export interface CustomerDays {
  readonly customer: Float64Array
  /** Day number (`model/day.ts`). */
  readonly day: Float64Array
  /** Sale orders of the day; 0 on days that only gave back. */
  readonly orders: Float64Array
  readonly gross: Float64Array
  readonly discount: Float64Array
  readonly returned: Float64Array
  readonly net: Float64Array
}

/** Distinct customers of the table and where each one's days begin; `start` has one entry more than `id`. */
export interface CustomerIndex {
  readonly id: Float64Array
  readonly start: Int32Array
}

const indexes = new WeakMap<CustomerDays, CustomerIndex>()

/** Finds the customers of a sorted table, once for each table. */
export function indexCustomers(days: CustomerDays): CustomerIndex {
  const known = indexes.get(days) ?? makeIndex(days)
  indexes.set(days, known)
  return known
}

function makeIndex({ customer }: CustomerDays): CustomerIndex {
  const starts: number[] = []
  for (let row = 0; row < customer.length; row++)
    if (row === 0 || customer[row] !== customer[row - 1]) starts.push(row)
  return {
    id: Float64Array.from(starts, (row) => customer[row]!),
    start: Int32Array.from([...starts, customer.length]),
  }
}
