/** By what a list of customers can be sorted; a minus before the name turns it round. */
export const CUSTOMER_SORTS = [
  'name',
  'email',
  'country',
  'first_order',
  'last_order',
  'orders',
  'net_sales',
  'average_order_value',
  'segment',
  'rfm',
  'clv',
  'churn_probability',
  'next_order_date',
] as const
export type CustomerSortKey = (typeof CUSTOMER_SORTS)[number]

export interface CustomerOrder {
  readonly key: CustomerSortKey
  readonly descending: boolean
}

/** '-net_sales' as key and direction. */
export function readCustomerOrder(text: CustomerSortKey | `-${CustomerSortKey}`): CustomerOrder {
  const descending = text.startsWith('-')
  return { key: (descending ? text.slice(1) : text) as CustomerSortKey, descending }
}
