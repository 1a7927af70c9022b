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
