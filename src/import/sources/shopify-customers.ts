import type { Source } from './source.ts'

/** Shopify `customers_export.csv`: one row per person, no dates of orders. */
export const shopifyCustomers: Source = {
  name: 'shopify_customers',
  kind: 'customers',
  must: [
    ['accepts email marketing', 'accepts marketing'],
    ['total orders', 'orders count'],
    ['total spent'],
    ['email'],
  ],
  fields: new Map([
    ['platform_id', ['customer id']],
    ['first_name', ['first name']],
    ['last_name', ['last name']],
    ['email', ['email']],
    ['phone', ['phone', 'default address phone']],
    ['country', ['default address country code', 'country code', 'country']],
  ]),
}
