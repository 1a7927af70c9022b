/**
 * What a line is. Only `product` lines make gross, discounts, returns, net and units; the others are kept,
 * counted and shown apart, never dropped.
 * `excluded`: a sale of a status that makes no revenue (cancelled, test, void …) in files that carry no amount for it.
 */
export const LINE_KINDS = [
  'product',
  'shipping',
  'fee',
  'adjustment',
  'stock',
  'gift_card',
  'excluded',
] as const
export type LineKind = (typeof LINE_KINDS)[number]

/** What an order is: a sale counts as an order; a return is a document of its own that gives goods back. */
export const ORDER_KINDS = ['sale', 'return', 'other', 'excluded'] as const
export type OrderKind = (typeof ORDER_KINDS)[number]

/** The fields a table of sales may be mapped to (API.md, `mapping`). Needed: ordered_at and one of unit_price, amount. */
export const CANONICAL_FIELDS = [
  'order_id',
  'ordered_at',
  'customer',
  'email',
  'product',
  'sku',
  'title',
  'category',
  'quantity',
  'unit_price',
  'amount',
  'discount',
  'tax',
  'shipping',
  'refund',
  'cost',
  'currency',
  'country',
  'channel',
  'coupon',
  'status',
] as const
export type CanonicalField = (typeof CANONICAL_FIELDS)[number]
export type Mapping = Partial<Record<CanonicalField, string>>
