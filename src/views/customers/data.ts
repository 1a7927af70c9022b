import { createResource } from 'solid-js'
import type { Client } from '../../api/client.ts'
import { customerChoices } from '../../api/customers.ts'
import { listSavedSegments } from '../../api/saved-segments.ts'
import { useShop } from '../shop.tsx'
import { readSort } from './address.ts'
import { readFilter } from './filter.ts'
import type { Filter, SortText } from './filter.ts'

/** A filter that was kept under a name. */
export interface SavedSegment {
  readonly id: string
  readonly name: string
  readonly filter: Filter
  readonly sort: SortText
}

interface KeptSegment {
  readonly id: string
  readonly name: string
  readonly filter: object
  readonly sort: string
}

/** A kept filter as the address reads it: what this version does not know is left out. */
const readSaved = ({ id, name, filter, sort }: KeptSegment): SavedSegment => ({
  id,
  name,
  filter: readFilter(
    Object.fromEntries(Object.entries(filter).map(([key, value]) => [key, String(value ?? '')])),
  ),
  sort: readSort(sort),
})

const readChoices = async (client: Client) => {
  const outcome = await client.run(customerChoices, {})
  return outcome.ok ? outcome.value : undefined
}

/** Countries and tags to filter by, and the orders without a customer. */
export function createChoices() {
  const shop = useShop()
  const [choices] = createResource(shop.version, () => readChoices(shop.client))
  // Whoever reads what has never been answered suspends the whole page.
  return () => (choices.state === 'ready' || choices.state === 'refreshing' ? choices.latest : undefined)
}

/** The saved filters of the open workspace, newest first. */
export function createSavedSegments() {
  const shop = useShop()
  const [saved, { refetch }] = createResource(shop.version, async () => {
    const outcome = await shop.client.run(listSavedSegments, { limit: 1000 })
    return outcome.ok ? outcome.value.items.map(readSaved) : []
  })
  const known = () => saved.state === 'ready' || saved.state === 'refreshing'
  return { saved: () => (known() ? (saved.latest ?? []) : []), again: () => void refetch() }
}
