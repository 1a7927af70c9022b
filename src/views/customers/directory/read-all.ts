import type { Client } from '../../../api/client.ts'
import { listCustomers } from '../../../api/customers.ts'
import type { Customer, CustomersPage } from '../../../api/customers-schemas.ts'
import { success } from '../../../model/outcome.ts'
import type { Outcome } from '../../../model/outcome.ts'
import type { Asked } from './listing.ts'

const PAGE = 1000

interface Reading {
  readonly signal?: AbortSignal
  /** Is given every page as it comes, with how many customers there are. */
  readonly onPage?: (customers: readonly Customer[], total: number) => void
}

/** Every customer of a filter, page by page; kept only where nobody takes the pages. */
export async function readAll(
  client: Client,
  { filter, sort }: Pick<Asked, 'filter' | 'sort'>,
  { signal, onPage }: Reading = {},
): Promise<Outcome<readonly Customer[]>> {
  const all: Customer[] = []
  let cursor: string | null = '0'
  while (cursor !== null) {
    const page: Outcome<CustomersPage> = await client.run(
      listCustomers,
      { ...filter, sort, limit: PAGE, cursor, predictions: 'kept' },
      signal ? { signal } : {},
    )
    if (!page.ok) return page
    if (onPage) onPage(page.value.items, page.value.total)
    else all.push(...page.value.items)
    cursor = page.value.next
  }
  return success(all)
}
