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

const HAPPENED = ['happened_at', 'TIMESTAMP', 'instant, in UTC'] as const
const PRODUCT = [
  'product_id',
  'VARCHAR',
  'key of the product, see products; empty when it is not known',
] as const

const RATES: PublicTable = {
  name: 'rates',
  meaning: 'the dated exchange rates of the workspace, as they were given',
  columns: [
    ['day', 'DATE', 'first day of the rate; it stands until the next of the pair'],
    ['base', 'VARCHAR', 'one unit of this currency'],
    ['quote', 'VARCHAR', 'costs so much of this one'],
    ['rate', 'DOUBLE', 'how much'],
  ],
}

/** Tables of what files beside orders bring. */
const FACTS: readonly PublicTable[] = [
  {
    name: 'inventory',
    meaning: 'one row per product and place: its stock at the last import',
    columns: [
      PRODUCT,
      ['sku', 'VARCHAR', 'stock keeping unit'],
      ['title', 'VARCHAR', 'name of the variant'],
      ['location', 'VARCHAR', 'where it lies; empty when the file names no place'],
      ['on_hand', 'DOUBLE', 'units that are there'],
      ['available', 'DOUBLE', 'units that can be sold'],
      ['committed', 'DOUBLE', 'units promised to orders'],
      ['incoming', 'DOUBLE', 'units on their way'],
      ['unavailable', 'DOUBLE', 'units set aside'],
    ],
  },
  {
    name: 'refunds',
    meaning: 'one row per repayment with its own day; the returns of its order stand on that day',
    columns: [
      ['order_id', 'VARCHAR', 'order as the file names it'],
      HAPPENED,
      LOCAL,
      DAY,
      ['amount', 'DECIMAL', 'money paid back, positive, with taxes and shipping'],
      CURRENCY,
      ['reason', 'VARCHAR', 'reason given'],
    ],
  },
  {
    name: 'events',
    meaning: 'what visitors did: single events, or counts by day, channel and device',
    columns: [
      HAPPENED,
      LOCAL,
      DAY,
      ['event', 'VARCHAR', 'session, product_view, cart, checkout, order, or the word of the file'],
      ['visitor', 'VARCHAR', 'visitor, where events are single'],
      PRODUCT,
      ['order_id', 'VARCHAR', 'order, where the event names one'],
      ['channel', 'VARCHAR', 'where the visit came from'],
      ['device', 'VARCHAR', 'mobile, desktop …'],
      ['count', 'DOUBLE', 'how many'],
    ],
  },
  {
    name: 'reviews',
    meaning: 'one row per review of a product',
    columns: [
      DAY,
      PRODUCT,
      ['title', 'VARCHAR', 'name of the product in the file'],
      ['order_id', 'VARCHAR', 'order, where the review names one'],
      ['customer_id', 'INTEGER', 'key of the customer'],
      ['rating', 'DOUBLE', 'stars or points, as in the file'],
      ['headline', 'VARCHAR', 'its headline'],
      ['body', 'VARCHAR', 'its text'],
    ],
  },
  {
    name: 'spend',
    meaning: 'what was spent on advertising, by day, channel and campaign',
    columns: [
      DAY,
      ['channel', 'VARCHAR', 'channel'],
      ['campaign', 'VARCHAR', 'campaign'],
      ['amount', 'DECIMAL', 'money spent'],
      CURRENCY,
      ['impressions', 'DOUBLE', 'times it was shown'],
      ['clicks', 'DOUBLE', 'times it was clicked'],
    ],
  },
  {
    name: 'calendar',
    meaning: 'holidays and promotions: from which day to which',
    columns: [
      ['first_day', 'DATE', 'first day'],
      ['last_day', 'DATE', 'last day'],
      ['name', 'VARCHAR', 'name'],
      ['kind', 'VARCHAR', 'holiday, promotion … as in the file'],
      ['country', 'VARCHAR', 'country or region'],
    ],
  },
]

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
  ...FACTS,
  RATES,
]
