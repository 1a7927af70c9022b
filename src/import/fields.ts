import type { CanonicalField } from '../model/order.ts'

/**
 * What a column of an order table can mean inside the importer: the fields of the public mapping, and those that only
 * known layouts have. `order_key` groups rows (Shopify's `Name`); `order_id` names the order when it stands beside it.
 */
export type CellField =
  | CanonicalField
  | 'order_key'
  | 'cancelled_at'
  | 'name'
  | 'phone'
  | 'billing_country'
  | 'line_discount'
  | 'subtotal'
  | 'total'

/** Field → index of the column (0-based). */
export type FieldColumns = ReadonlyMap<CellField, number>

/** Fields that hold numbers, those that hold dates. All others are text. */
export const NUMBER_FIELDS = [
  'quantity',
  'unit_price',
  'amount',
  'discount',
  'line_discount',
  'tax',
  'shipping',
  'refund',
  'cost',
  'subtotal',
  'total',
] as const satisfies readonly CellField[]

export const DATE_FIELDS = ['ordered_at', 'cancelled_at'] as const satisfies readonly CellField[]
