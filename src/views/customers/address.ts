import { useSearchParams } from '@solidjs/router'
import { CUSTOMER_SORTS, readCustomerOrder } from '../../model/customer-sort.ts'
import { FILTERS, readFilter } from './filter.ts'
import type { Filter, FilterName, SortText } from './filter.ts'

const USUAL: SortText = '-net_sales'

/** A sort of the list; the usual one for what is none. */
export const readSort = (given: unknown): SortText =>
  CUSTOMER_SORTS.flatMap((key): SortText[] => [key, `-${key}`]).find((sort) => sort === given) ?? USUAL

/** Tab, filter and sort, kept in the address. */
export function useAddress() {
  const [params, setParams] = useSearchParams()
  return {
    filter: () => readFilter({ ...params }),
    sort: () => readSort(params['sort']),
    order: () => readCustomerOrder(readSort(params['sort'])),
    setFilter: (change: Partial<Record<FilterName, string | number | null>>, replace = false) =>
      setParams(change, { scroll: false, replace }),
    setSort: (sort: SortText) => setParams({ sort: sort === USUAL ? null : sort }, { scroll: false }),
    /** Another filter altogether: a saved one, or none. */
    showFilter: (filter: Filter, sort: SortText = USUAL) =>
      setParams(
        {
          ...Object.fromEntries(FILTERS.map((name) => [name, null])),
          ...filter,
          sort: sort === USUAL ? null : sort,
        },
        { scroll: false },
      ),
  }
}

export type Address = ReturnType<typeof useAddress>
