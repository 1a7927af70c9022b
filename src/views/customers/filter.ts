import { SEGMENTS } from '../../analytics/customers/segment-rule.ts'
import type { SegmentName } from '../../analytics/customers/segment-rule.ts'
import type { CustomerSortKey } from '../../model/customer-sort.ts'

const TEXTS = [
  'q',
  'country',
  'tag',
  'first_from',
  'first_to',
  'last_from',
  'last_to',
  'next_from',
  'next_to',
  'segment',
] as const
const NUMBERS = [
  'orders_min',
  'orders_max',
  'net_sales_min',
  'net_sales_max',
  'clv_min',
  'clv_max',
  'churn_min',
  'churn_max',
] as const
export const FILTERS = [...TEXTS, ...NUMBERS] as const
export type FilterName = (typeof FILTERS)[number]

/** What the directory is narrowed to, as the API takes it. */
export type Filter = Partial<
  Record<Exclude<(typeof TEXTS)[number], 'segment'>, string> & { segment: SegmentName } & Record<
      (typeof NUMBERS)[number],
      number
    >
>

export type SortText = CustomerSortKey | `-${CustomerSortKey}`
type Given = Readonly<Record<string, string | string[] | undefined>>

const DAY = /^\d{4}-\d{2}-\d{2}$/
const isDayName = (name: string) => /^(?:first|last|next)_/.test(name)

/** Filter of an address; what is no number or no day is left out. */
export function readFilter(given: Given): Filter {
  const entries = FILTERS.flatMap((name): [string, string | number][] => {
    const value = given[name]
    if (typeof value !== 'string') return []
    if ((NUMBERS as readonly string[]).includes(name))
      return value.trim() !== '' && Number.isFinite(Number(value)) ? [[name, Number(value)]] : []
    if (isDayName(name)) return DAY.test(value) ? [[name, value]] : []
    if (name === 'segment') return SEGMENTS.some((known) => known === value) ? [[name, value]] : []
    return value === '' && name !== 'country' ? [] : [[name, value]]
  })
  return Object.fromEntries(entries) as Filter
}
