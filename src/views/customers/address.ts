import { useSearchParams } from '@solidjs/router'
import { CUSTOMER_SORTS, readCustomerOrder } from '../../model/customer-sort.ts'
import { textFor, wordFor } from '../private-text.ts'
import { FILTERS, readFilter } from './filter.ts'
import type { Filter, FilterName, SortText } from './filter.ts'

const USUAL: SortText = '-net_sales'

/** A sort of the list; the usual one for what is none. */
export const readSort = (given: unknown): SortText =>
  CUSTOMER_SORTS.flatMap((key): SortText[] => [key, `-${key}`]).find((sort) => sort === given) ?? USUAL

/** What is written of people stands in the address by a word for it. */
const WRITTEN = ['q', 'tag'] as const

type Change = Partial<Record<FilterName, string | number | null>>

const hidden = (change: Change): Change =>
  Object.fromEntries(
    Object.entries(change).map(([name, value]) => [
      name,
      typeof value === 'string' && WRITTEN.some((known) => known === name) ? wordFor(value) : value,
    ]),
  )

/** Tab, filter and sort, kept in the address. */
export function useAddress() {
  const [params, setParams] = useSearchParams()
  return {
    filter: () => readFilter({ ...params, q: textFor(params['q']), tag: textFor(params['tag']) }),
    sort: () => readSort(params['sort']),
    order: () => readCustomerOrder(readSort(params['sort'])),
    setFilter: (change: Change, replace = false) => setParams(hidden(change), { scroll: false, replace }),
    setSort: (sort: SortText) => setParams({ sort: sort === USUAL ? null : sort }, { scroll: false }),
    /** Another filter altogether: a saved one, or none. */
    showFilter: (filter: Filter, sort: SortText = USUAL) =>
      setParams(
        {
          ...Object.fromEntries(FILTERS.map((name) => [name, null])),
          ...hidden(filter),
          sort: sort === USUAL ? null : sort,
        },
        { scroll: false },
      ),
  }
}

export type Address = ReturnType<typeof useAddress>
