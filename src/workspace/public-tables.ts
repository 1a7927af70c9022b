/** The public tables of the query page: name, type and meaning of each column (API.md, Query). Amounts are in major units. */
export interface PublicTable {
  readonly name: string
  readonly meaning: string
  readonly columns: readonly (readonly [name: string, type: string, meaning: string])[]
}

const AT = ['ordered_at', 'TIMESTAMP', 'instant of the order, in UTC'] as const
const LOCAL = ['local_at', 'TIMESTAMP', 'the same on the clock of the shop'] as const
const DAY = ['day', 'DATE', 'its day in the time zone of the workspace'] as const
const CURRENCY = ['currency', 'VARCHAR', 'ISO 4217 code of all amounts of the row'] as const

const SALES = [
  ['gross', 'DECIMAL', 'price × quantity before discounts, returns, taxes and shipping; product lines only'],
  ['discount', 'DECIMAL', 'discounts, positive'],
  ['returned', 'DECIMAL', 'value of goods given back, positive, on the day of the return where it is known'],
  ['net', 'DECIMAL', 'gross − discount − returned'],
  ['tax', 'DECIMAL', 'taxes'],
] as const

export const PUBLIC_TABLES: readonly PublicTable[] = [
  {
    name: 'order_lines',
    meaning: 'one row per line of an order',
    columns: [
      ['order_id', 'VARCHAR', 'id of the order, as the shop shows it'],
      ['line', 'INTEGER', 'place within the order'],
      AT,
      LOCAL,
      DAY,
      ['customer_id', 'INTEGER', 'key of the customer, see customers; empty when unknown'],
      ['product_id', 'VARCHAR', 'key of the product, see products'],
      ['sku', 'VARCHAR', 'stock keeping unit'],
      ['title', 'VARCHAR', 'name of the product on the order'],
      [
        'kind',
        'VARCHAR',
        'product, shipping, fee, adjustment, stock, gift_card or excluded; only product lines are sales',
      ],
      ['quantity', 'DOUBLE', 'units, negative for returns'],
      ['unit_price', 'DOUBLE', 'price of one unit'],
      ...SALES,
      ['cost', 'DECIMAL', 'cost of the goods of the line; empty when unknown'],
      CURRENCY,
      ['channel', 'VARCHAR', 'where it was sold'],
      ['country', 'VARCHAR', 'country of the customer'],
      ['status', 'VARCHAR', 'status of payment, as in the file'],
    ],
  },
  {
    name: 'orders',
    meaning: 'one row per order, credit note or other document',
    columns: [
      ['order_id', 'VARCHAR', 'id of the order'],
      ['kind', 'VARCHAR', 'sale counts as an order; return, other and excluded do not'],
      AT,
      LOCAL,
      DAY,
      ['customer_id', 'INTEGER', 'key of the customer'],
      ['status', 'VARCHAR', 'status of payment'],
      ['channel', 'VARCHAR', 'where it was sold'],
      ['country', 'VARCHAR', 'country of the customer'],
      ['coupon', 'VARCHAR', 'discount code'],
      CURRENCY,
      ['lines', 'INTEGER', 'number of lines'],
      ['units', 'DOUBLE', 'units sold'],
      ...SALES,
      ['shipping', 'DECIMAL', 'shipping charged'],
      ['fees', 'DECIMAL', 'fees and other charges'],
      ['returns_estimated', 'BOOLEAN', 'whether the returns are estimated from a refund without goods'],
    ],
  },
  {
    name: 'products',
    meaning: 'one row per product',
    columns: [
      ['product_id', 'VARCHAR', 'key: the SKU, else the folded name'],
      ['sku', 'VARCHAR', 'stock keeping unit'],
      ['title', 'VARCHAR', 'name'],
      ['category', 'VARCHAR', 'category'],
      ['vendor', 'VARCHAR', 'maker or supplier'],
      ['price', 'DECIMAL', 'list price'],
      ['cost', 'DECIMAL', 'cost of one unit'],
      ['stock', 'DOUBLE', 'units on hand at the last import'],
      ['status', 'VARCHAR', 'active, draft, archived'],
      ['tags', 'VARCHAR', 'tags'],
      CURRENCY,
    ],
  },
  {
    name: 'customers',
    meaning: 'one row per customer; the only table with personal data',
    columns: [
      ['customer_id', 'INTEGER', 'key'],
      ['platform_id', 'VARCHAR', 'id in the shop'],
      ['email', 'VARCHAR', 'e-mail, lower case'],
      ['name', 'VARCHAR', 'name'],
      ['phone', 'VARCHAR', 'phone'],
      ['country', 'VARCHAR', 'country'],
      ['first_order', 'DATE', 'day of the first order'],
      ['last_order', 'DATE', 'day of the last order'],
      ['orders', 'BIGINT', 'number of orders'],
      ['net_sales', 'DECIMAL', 'net sales'],
    ],
  },
]
