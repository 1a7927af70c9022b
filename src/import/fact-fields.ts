/** What a cell of a table of facts is read as. */
export type FactType = 'text' | 'date' | 'number' | 'money' | 'person'

/** The fields that tables beside orders have, and how each is read. */
export const FACT_FIELDS = {
  at: 'date',
  until: 'date',
  amount: 'money',
  cost: 'money',
  price: 'money',
  currency: 'text',
  order_id: 'text',
  type: 'text',
  reason: 'text',
  sku: 'text',
  handle: 'text',
  title: 'text',
  option1: 'text',
  option2: 'text',
  option3: 'text',
  category: 'text',
  vendor: 'text',
  tags: 'text',
  status: 'text',
  location: 'text',
  on_hand: 'number',
  available: 'number',
  committed: 'number',
  incoming: 'number',
  unavailable: 'number',
  rating: 'number',
  headline: 'text',
  body: 'text',
  email: 'person',
  person: 'text',
  event: 'text',
  visitor: 'text',
  channel: 'text',
  device: 'text',
  campaign: 'text',
  impressions: 'number',
  clicks: 'number',
  sessions: 'number',
  product_views: 'number',
  carts: 'number',
  checkouts: 'number',
  orders: 'number',
  name: 'text',
  country: 'text',
} as const satisfies Readonly<Record<string, FactType>>

export type FactField = keyof typeof FACT_FIELDS

/** Field → index of the column (0-based). */
export type FactColumns = ReadonlyMap<FactField, number>
