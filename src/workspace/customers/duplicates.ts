import { pairOf } from '../../model/customer-edit.ts'
import { duplicateCustomers } from '../../query/customers/duplicates.ts'
import { listedCustomers } from '../../query/customers/found.ts'
import { whoAre } from '../../query/customers/who.ts'
import type { Workspace } from '../workspace.ts'
import { entryOf, openDirectory } from './directory.ts'

/** Pairs of customers that may be one person, surest reason first; those that somebody kept apart are left out. */
export async function suggestDuplicates(workspace: Workspace, limit: number, customer?: number) {
  const { engine, directory } = await openDirectory(workspace)
  const all = await engine.run(duplicateCustomers(customer === undefined ? limit * 2 : 100_000))
  const pairs = all.filter(
    ({ first_id, second_id }) => customer === undefined || first_id === customer || second_id === customer,
  )
  const keys = [...new Set(pairs.flatMap(({ first_id, second_id }) => [first_id, second_id]))]
  const [people, rows] = await Promise.all([engine.run(whoAre(keys)), engine.run(listedCustomers(keys))])
  const identities = new Map(people.map((row) => [row.customer_id, row.identity]))
  const listed = new Map(rows.map((row) => [row.customer_id, entryOf(row, directory.currency)]))
  const { distinct } = await workspace.edits.overlay()
  const items = pairs.flatMap(({ reason, first_id, second_id }) => {
    const [first, second] = [listed.get(first_id), listed.get(second_id)]
    const apart = distinct.has(pairOf(identities.get(first_id) ?? '', identities.get(second_id) ?? ''))
    return first && second && !apart ? [{ reason, first, second }] : []
  })
  return { currency: directory.currency, items: items.slice(0, limit), total: items.length }
}
