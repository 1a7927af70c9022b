import { identityOf, type PersonFields } from '../../model/customer-edit.ts'
import { failure, type Outcome, success } from '../../model/outcome.ts'
import { whoHas, type WhoRow } from '../../query/customers/who.ts'
import type { Workspace } from '../workspace.ts'
import { findCustomer } from './profile.ts'

/** What a change leaves: the customer that it was about, and the edit by which it is undone. */
export interface Changed {
  readonly customer_id: number
  readonly edit_id: string
}

const labelOf = (who: Pick<WhoRow, 'name' | 'email' | 'platform_id' | 'customer_id'>): string =>
  who.name ?? who.email ?? who.platform_id ?? String(who.customer_id)

/** Makes a customer that no file knows. CONFLICT when the e-mail or phone is that of a known one. */
export async function createCustomer(
  workspace: Workspace,
  set: Partial<PersonFields>,
): Promise<Outcome<Changed>> {
  const identity = identityOf(set, () => crypto.randomUUID())
  const [known] = await workspace.query.run(whoHas(identity))
  if (known)
    return failure('CONFLICT', `customer ${known.customer_id} has this e-mail or phone`, {
      customer_id: known.customer_id,
    })
  const keys = (await workspace.edits.list()).map(({ edit }) => (edit.action === 'create' ? edit.key : 0))
  const key = Math.min(0, ...keys) - 1
  const label = set.name ?? set.email ?? set.phone ?? identity
  const { id } = await workspace.edits.add({ action: 'create', identity, key, set }, label)
  return success({ customer_id: key, edit_id: id })
}

/** Changes fields of a customer; null clears one. */
export async function changeCustomer(
  workspace: Workspace,
  customer: number,
  set: Partial<PersonFields>,
): Promise<Outcome<Changed>> {
  const who = await findCustomer(workspace, customer)
  if (!who.ok) return who
  const { id } = await workspace.edits.add(
    { action: 'change', identity: who.value.identity, set },
    labelOf(who.value),
  )
  return success({ customer_id: customer, edit_id: id })
}

/** Takes a customer off every list; the orders stay where they are, so totals do not move. */
export async function hideCustomer(workspace: Workspace, customer: number): Promise<Outcome<Changed>> {
  const who = await findCustomer(workspace, customer)
  if (!who.ok) return who
  const { id } = await workspace.edits.add(
    { action: 'hide', identity: who.value.identity },
    labelOf(who.value),
  )
  return success({ customer_id: customer, edit_id: id })
}

const FILLED = ['name', 'email', 'phone', 'country'] as const

async function filling(workspace: Workspace, from: WhoRow, into: WhoRow): Promise<Partial<PersonFields>> {
  const { people } = await workspace.edits.overlay()
  const lacking = FILLED.filter((field) => into[field] === null && from[field] !== null)
  const tags = [
    ...new Set([
      ...(people.get(into.identity)?.set.tags ?? []),
      ...(people.get(from.identity)?.set.tags ?? []),
    ]),
  ]
  return {
    ...Object.fromEntries(lacking.map((field) => [field, from[field]])),
    ...(tags.length > 0 ? { tags } : {}),
  }
}

/** Says that a customer is the same person as another: its orders become those of `into`, which gets what it lacked. */
export async function mergeCustomers(
  workspace: Workspace,
  customer: number,
  into: number,
): Promise<Outcome<Changed>> {
  if (customer === into) return failure('CONFLICT', 'a customer is not merged into itself')
  const from = await findCustomer(workspace, customer)
  if (!from.ok) return from
  const other = await findCustomer(workspace, into)
  if (!other.ok) return other
  const set = await filling(workspace, from.value, other.value)
  const { id } = await workspace.edits.add(
    { action: 'merge', identity: from.value.identity, into: other.value.identity, set },
    labelOf(from.value),
  )
  return success({ customer_id: into, edit_id: id })
}

/** Says that two look alike and are not the same person. */
export async function keepApart(workspace: Workspace, a: number, b: number): Promise<Outcome<Changed>> {
  const first = await findCustomer(workspace, a)
  if (!first.ok) return first
  const second = await findCustomer(workspace, b)
  if (!second.ok) return second
  const { id } = await workspace.edits.add(
    { action: 'distinct', identity: first.value.identity, into: second.value.identity },
    labelOf(first.value),
  )
  return success({ customer_id: a, edit_id: id })
}
