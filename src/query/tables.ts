/**
 * The tables of a part (one `.duckdb` file) and of the staging area of an import: the same columns, so that
 * staging → merge → part is a copy. Amounts are BIGINT minor units of `currency`. `ordered_at` is UTC,
 * `local_at` and `day` are in the workspace's time zone. In staging, `customer_id` is absent and `identity`
 * (VARCHAR, folded key of the person, null when unknown) stands in its place.
 *
 * `kind` of a line: product, shipping, fee, adjustment, stock, gift_card, or excluded (a sale of a status that makes no
 * revenue: cancelled, test, void …). Only product lines make gross, discounts, returns, net and units; the others are
 * kept, counted and shown apart. `kind` of an order: sale (counts as an order), return (a document of its own that
 * gives goods back), other, excluded.
 *
 * Facts for those who count otherwise (model/definitions.ts): `state` is what the status means (ORDER_STATES; `cancellation`
 * and `refund` for documents that book a sale back), `item` the kind that an excluded line or order would have if its
 * status did not matter, `origin_at` the local time of the sale that such a document belongs to, `charged` what the file
 * says the customer paid in all. `is_instant`: the file gives a point in time (an offset from UTC beside it), so that the
 * day follows from the zone of the shop; false: it gives the clock on the shop's wall, whose day stands. `kind` is what the platform of the file makes of it.
 */
export const LINE_COLUMNS = {
  order_id: 'VARCHAR',
  line: 'INTEGER',
  ordered_at: 'TIMESTAMP',
  local_at: 'TIMESTAMP',
  day: 'DATE',
  customer_id: 'INTEGER',
  product_id: 'VARCHAR',
  sku: 'VARCHAR',
  title: 'VARCHAR',
  kind: 'VARCHAR',
  quantity: 'DOUBLE',
  unit_price: 'DOUBLE',
  gross: 'BIGINT',
  discount: 'BIGINT',
  returned: 'BIGINT',
  net: 'BIGINT',
  tax: 'BIGINT',
  cost: 'BIGINT',
  currency: 'VARCHAR',
  channel: 'VARCHAR',
  country: 'VARCHAR',
  status: 'VARCHAR',
  item: 'VARCHAR',
  state: 'VARCHAR',
  origin_at: 'TIMESTAMP',
  is_instant: 'BOOLEAN',
} as const

/** One row per order (or return document, `kind`); sums of its lines plus what stands at order level. `version` is a hash of all its content; `name` is how the shop shows an order whose id is another (`#1001`). The last three: merge/enrich.ts. */
export const ORDER_COLUMNS = {
  order_id: 'VARCHAR',
  kind: 'VARCHAR',
  ordered_at: 'TIMESTAMP',
  local_at: 'TIMESTAMP',
  day: 'DATE',
  customer_id: 'INTEGER',
  status: 'VARCHAR',
  channel: 'VARCHAR',
  country: 'VARCHAR',
  coupon: 'VARCHAR',
  currency: 'VARCHAR',
  lines: 'INTEGER',
  units: 'DOUBLE',
  gross: 'BIGINT',
  discount: 'BIGINT',
  returned: 'BIGINT',
  net: 'BIGINT',
  tax: 'BIGINT',
  shipping: 'BIGINT',
  fees: 'BIGINT',
  returns_estimated: 'BOOLEAN',
  name: 'VARCHAR',
  version: 'UBIGINT',
  item: 'VARCHAR',
  state: 'VARCHAR',
  origin_at: 'TIMESTAMP',
  charged: 'BIGINT',
  is_instant: 'BOOLEAN',
  lines_version: 'UBIGINT',
  list_version: 'UBIGINT',
  from_list: 'VARCHAR',
} as const

/** The catalogue: what product files and order lines say of a product; later imports win field by field. */
export const PRODUCT_COLUMNS = {
  product_id: 'VARCHAR',
  sku: 'VARCHAR',
  title: 'VARCHAR',
  category: 'VARCHAR',
  vendor: 'VARCHAR',
  price: 'BIGINT',
  cost: 'BIGINT',
  stock: 'DOUBLE',
  status: 'VARCHAR',
  tags: 'VARCHAR',
  currency: 'VARCHAR',
} as const

/** Who the customers are: the only table with personal data. `identity` is the folded key (e-mail, else phone, else platform id). */
export const IDENTITY_COLUMNS = {
  customer_id: 'INTEGER',
  identity: 'VARCHAR',
  platform_id: 'VARCHAR',
  email: 'VARCHAR',
  name: 'VARCHAR',
  phone: 'VARCHAR',
  country: 'VARCHAR',
} as const

export type ColumnTypes = Readonly<Record<string, string>>

/** `name TYPE, …` for CREATE TABLE. */
export const columnList = (columns: ColumnTypes): string =>
  Object.entries(columns)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ')

/** The same columns with the person as `identity` text: how lines and orders stand in staging. */
export const stagedColumns = (columns: ColumnTypes): ColumnTypes =>
  Object.fromEntries(
    Object.entries(columns).map(([name, type]) =>
      name === 'customer_id' ? ['identity', 'VARCHAR'] : [name, type],
    ),
  )
