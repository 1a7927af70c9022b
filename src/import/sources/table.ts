import { NON_PRODUCT_RULES } from './non-product.ts'
import type { OrderSource } from './source.ts'

/** Any other table of sales: its columns are found by `proposeMapping`. */
export const anyTable: OrderSource = {
  name: 'table',
  kind: 'orders',
  must: [],
  fields: new Map(),
  rules: NON_PRODUCT_RULES,
  perOrder: [],
  currencies: [],
  stockRows: false,
}
