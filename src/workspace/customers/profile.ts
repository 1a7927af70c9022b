import { toMajor } from '../../model/currency.ts'
import { failure, type Outcome, success } from '../../model/outcome.ts'
import { listedCustomer } from '../../query/customers/found.ts'
import {
  customerOrders,
  type CustomerOrderRow,
  customerPreferences,
  type PreferenceRow,
} from '../../query/customers/profile.ts'
import { whoBecame, whoIs, type WhoRow } from '../../query/customers/who.ts'
import type { Workspace } from '../workspace.ts'
import { listedOf, openDirectory, scoreDirectory } from './directory.ts'
import { predictDirectory, type Waiting } from './predicted.ts'

const MOST_ORDERS = 1000

/** A customer by key: NOT_FOUND for one that is hidden or unknown; `merged_into` says whom another became. */
export async function findCustomer(workspace: Workspace, customer: number): Promise<Outcome<WhoRow>> {
  const [who] = await workspace.query.run(whoIs(customer))
  if (who) return success(who)
  const { merged } = await workspace.edits.overlay()
  if (merged.size === 0) return failure('NOT_FOUND', `no customer ${customer}`)
  const [same] = await workspace.query.run(whoBecame(customer))
  return failure(
    'NOT_FOUND',
    same ? `customer ${customer} is one with ${same.into_id}` : `no customer ${customer}`,
    same && { merged_into: same.into_id },
  )
}

const orderOf = (currency: string) => (row: CustomerOrderRow) => {
  const { net, discount, returned, gap, titles, ...rest } = row
  return {
    ...rest,
    net_sales: toMajor(net, currency),
    discounts: toMajor(discount, currency),
    returns: toMajor(returned, currency),
    gap_days: gap,
    products: titles ? titles.split('\u001F') : [],
  }
}

function preferencesOf(rows: readonly PreferenceRow[], currency: string) {
  const of = (kind: PreferenceRow['kind']) => rows.filter((row) => row.kind === kind)
  const bought = (kind: 'category' | 'product') =>
    of(kind).map(({ value, orders, units, net }) => ({
      name: value,
      orders,
      units: units ?? 0,
      net_sales: toMajor(net ?? 0, currency),
    }))
  const counted = (kind: 'channel' | 'coupon') =>
    of(kind).map(({ value, orders }) => ({ name: value, orders }))
  const byNumber = (kind: 'hour' | 'weekday') =>
    of(kind)
      .map(({ value, orders }) => [Number(value), orders] as const)
      .toSorted(([a], [b]) => a - b)
  return {
    categories: bought('category'),
    products: bought('product'),
    channels: counted('channel'),
    coupons: counted('coupon'),
    hours: byNumber('hour').map(([hour, orders]) => ({ hour, orders })),
    weekdays: byNumber('weekday').map(([weekday, orders]) => ({ weekday, orders })),
  }
}

/** Identities whose records belong to a customer: its own and those that were merged into it. */
async function identitiesOf(workspace: Workspace, identity: string): Promise<readonly string[]> {
  const { merged } = await workspace.edits.overlay()
  return [identity, ...[...merged].filter(([, into]) => into === identity).map(([from]) => from)]
}

async function changesOf(workspace: Workspace, identities: readonly string[]) {
  const about = (await workspace.edits.list()).filter(({ edit }) =>
    'into' in edit
      ? edit.action === 'merge' && identities.includes(edit.into)
      : identities.includes(edit.identity),
  )
  return about.toReversed().map(({ id, at, label, edit }) => ({
    id,
    at,
    label,
    action: edit.action,
    fields: 'set' in edit ? Object.keys(edit.set) : [],
  }))
}

/** Remarks on a customer, newest first. */
async function notesOf(workspace: Workspace, identity: string) {
  const identities = await identitiesOf(workspace, identity)
  const notes = await workspace.records('notes').list()
  return notes
    .filter(({ data }) => data['kind'] === 'customer' && identities.includes(String(data['identity'])))
    .map(({ id, at, data }) => ({ id, at, text: String(data['text'] ?? '') }))
}

/** All that the shop knows of one customer, in one currency. */
export async function customerProfile(
  workspace: Workspace,
  customer: number,
  {
    currency: asked,
    predictions = 'wait',
  }: { currency?: string | undefined; predictions?: Waiting | undefined },
) {
  const who = await findCustomer(workspace, customer)
  if (!who.ok) return who
  const { engine, directory } = await openDirectory(workspace, asked)
  if (!asked) await scoreDirectory(workspace)
  if (predictions === 'wait') await predictDirectory(workspace, { engine, directory })
  const { currency } = directory
  const [[listed], orders, preferences] = await Promise.all([
    engine.run(listedCustomer(customer)),
    engine.run(customerOrders(customer, currency, MOST_ORDERS)),
    engine.run(customerPreferences(customer, currency)),
  ])
  if (!listed) return failure('NOT_FOUND', `no customer ${customer}`)
  return success({
    currency,
    ...listedOf(listed, currency),
    timeline: orders.map(orderOf(currency)),
    preferences: preferencesOf(preferences, currency),
    changes: await changesOf(workspace, await identitiesOf(workspace, who.value.identity)),
    notes: await notesOf(workspace, who.value.identity),
  })
}
