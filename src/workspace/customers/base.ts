import type { CustomerDays } from '../../analytics/customers/customer-days.ts'
import { customerFacts, type CustomerFacts } from '../../analytics/customers/facts.ts'
import type { Words } from '../../analytics/customers/reasons.ts'
import { trainer, type Trainer } from '../../jobs/trainer.ts'
import { dayNumber } from '../../model/day.ts'
import { failure, invalidFields, type Outcome, success } from '../../model/outcome.ts'
import { customerDays } from '../../query/sql/customer-days.ts'
import { guestOrders } from '../../query/sql/guest-orders.ts'
import type { ColumnRunner } from '../../query/statement.ts'
import { dashboardContext } from '../dashboard/context.ts'
import { ask, type DashboardContext, resolveRange } from '../dashboard/range.ts'
import type { Control, Workspace } from '../workspace.ts'

export interface CustomerContext extends DashboardContext {
  readonly runner: ColumnRunner
  readonly trainer: Trainer
  readonly control: Control
  readonly records: Workspace['records']
}

/** What customer analytics needs, of an open workspace. */
export const customerContext = async (workspace: Workspace, control: Control): Promise<CustomerContext> => ({
  ...(await dashboardContext(workspace, control.signal)),
  runner: workspace.query,
  trainer,
  control,
  records: workspace.records,
})

export interface AsOfInput {
  readonly as_of?: string | undefined
  readonly currency?: string | undefined
}

/** The orders of known customers up to a day, and what stands around them. */
export interface CustomerBase {
  readonly currency: string
  readonly asOf: string
  readonly asOfNumber: number
  readonly firstDay: string
  readonly days: CustomerDays
  readonly orders: number
  readonly guests: number
}

/** Nobody of whom anything could be said. */
export const nobodyKnown = () =>
  failure('TOO_LITTLE_DATA', 'there are no orders of known customers', { customers: 0, needed: 1 })

/** How every answer begins. */
export interface CustomerHead {
  readonly currency: string | null
  readonly time_zone: string
  readonly as_of: string | null
  readonly first_day: string | null
  readonly customers_known: number
  readonly guest_orders: number
  readonly orders_known: number
  readonly notes: Words[]
  readonly rule: string
}

/** Reads the days of all customers. `value` is null when there are no orders; `as_of` later than the data is allowed. */
export async function customerBase(
  context: CustomerContext,
  input: AsOfInput,
): Promise<Outcome<CustomerBase | null>> {
  const range = await resolveRange(context, { currency: input.currency, compare: 'none' })
  if (!range.ok) return range
  if (!range.value) return success(null)
  const { currency, firstDay, lastSale } = range.value
  const asOf = input.as_of ?? (lastSale < context.today ? lastSale : context.today)
  if (asOf < firstDay) return invalidFields({ as_of: `the data begin on ${firstDay}` })
  const [days, [orders]] = await Promise.all([
    context.runner.columns(customerDays(currency, asOf), context.signal),
    ask(context, guestOrders(currency, asOf)),
  ])
  return success({
    currency,
    asOf,
    asOfNumber: dayNumber(asOf),
    firstDay,
    days,
    orders: orders?.orders ?? 0,
    guests: orders?.guests ?? 0,
  })
}

/** The base, and what is known of everybody by its day. TOO_LITTLE_DATA: nobody has ordered. */
export async function knownFacts(
  context: CustomerContext,
  input: AsOfInput,
): Promise<Outcome<{ readonly base: CustomerBase; readonly facts: CustomerFacts }>> {
  const found = await customerBase(context, input)
  if (!found.ok) return found
  const base = found.value
  const facts = base && customerFacts(base.days, base.asOfNumber)
  return base && facts && facts.count > 0 ? success({ base, facts }) : nobodyKnown()
}

/** The head of an answer; without orders, of an empty one. */
export function customerHead(
  context: CustomerContext,
  base: CustomerBase | null,
  customers: number,
  rule: string,
  notes: readonly Words[] = [],
): CustomerHead {
  return {
    currency: base?.currency ?? context.currency,
    time_zone: context.timeZone,
    as_of: base?.asOf ?? null,
    first_day: base?.firstDay ?? null,
    customers_known: customers,
    guest_orders: base?.guests ?? 0,
    orders_known: base?.orders ?? 0,
    notes: [...baseNotes(base, customers), ...notes],
    rule,
  }
}

/** From how many customers on quintiles and clusters say something. */
const FEW_CUSTOMERS = 50

function baseNotes(base: CustomerBase | null, customers: number): Words[] {
  if (!base) return [{ code: 'NO_ORDERS', params: {} }]
  const notes: Words[] = []
  if (base.guests > 0)
    notes.push({ code: 'GUEST_ORDERS', params: { guests: base.guests, orders: base.orders } })
  if (customers === 0) notes.push({ code: 'NO_CUSTOMERS', params: { orders: base.orders } })
  else if (customers < FEW_CUSTOMERS)
    notes.push({ code: 'FEW_CUSTOMERS', params: { customers, wanted: FEW_CUSTOMERS } })
  return notes
}
