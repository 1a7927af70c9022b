import { CANONICAL_FIELDS } from '../model/order.ts'

/**
 * What a column of an order table can mean inside the importer: the fields of the public mapping, and those that only
 * known layouts have. `order_key` groups rows (Shopify's `Name`); `order_id` names the order when it stands beside it;
 * `line_kind` says outright what a line is (`excluded`, `gift_card` …; null: by the rules).
 */
export const CELL_FIELDS = [
  ...CANONICAL_FIELDS,
  'order_key',
  'cancelled_at',
  'name',
  'phone',
  'billing_country',
  'line_discount',
  'line_kind',
  'subtotal',
  'total',
] as const
export type CellField = (typeof CELL_FIELDS)[number]

/** Field → index of the column (0-based); known layouts have fields of their own besides the cells'. */
export type FieldColumns = ReadonlyMap<string, number>

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
