import type { CustomerDays } from '../../analytics/customers/customer-days.ts'

/** Customers with an order up to a day (a day number). */
export function knownCustomers(days: CustomerDays, asOf: number): number {
  let [count, last] = [0, Number.NaN]
  for (let row = 0; row < days.day.length; row++) {
    if (days.orders[row] === 0 || days.day[row]! > asOf || days.customer[row] === last) continue
    last = days.customer[row]!
    count += 1
  }
  return count
}
