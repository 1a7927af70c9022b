import { refundId } from './expressions.ts'
import { NON_PRODUCT_RULES } from './non-product.ts'
import type { OrderSource, Reshape, ShapedFile } from './source.ts'

/** Two-digit years, and zones of the United States, put the month first; `18/07/26` cannot. */
const MONTH_FIRST = `(regexp_full_match(date, '[0-9]{1,2}/[0-9]{1,2}/[0-9]{2}') OR (contains(date, '/') AND contains(time_zone, 'US & Canada')))
  AND TRY_CAST(split_part(date, '/', 1) AS INTEGER) <= 12`
const US = `strftime(coalesce(try_strptime(date, '%m/%d/%y'), try_strptime(date, '%m/%d/%Y')), '%Y-%m-%d')`
const DAY = `CASE WHEN ${MONTH_FIRST} THEN ${US} ELSE date END`
const INSTANT = `${DAY} || coalesce(' ' || time, '')`

const order = `coalesce(transaction_id, payment_id, 'at ' || ${INSTANT})`

/** Refunds are rows of their own on their day, with negative amounts. */
const refunds = (file: ShapedFile): string =>
  file.has('event_type')
    ? `(stage.words(event_type) IN ('refund', 'reembolso', 'remboursement', 'devolucion'))`
    : `(coalesce(stage.amount(net_sales), 0) < 0)`

const shared = (file: ShapedFile, gross: string): Reshape['fields'] => {
  const isRefund = refunds(file)
  return {
    order_id: `CASE WHEN ${isRefund} THEN ${refundId(order, 'date')} ELSE ${order} END`,
    ordered_at: INSTANT,
    amount: `CASE WHEN ${isRefund} THEN stage.minus(coalesce(net_sales, ${gross})) ELSE stage.plain(${gross}) END`,
    line_discount: `CASE WHEN NOT ${isRefund} THEN stage.written(abs(stage.amount(discounts))) END`,
    tax: 'stage.plain(tax)',
    channel: 'coalesce(channel, location)',
  }
}

const reshapeItems = (file: ShapedFile): Reshape => {
  const isRefund = refunds(file)
  return {
    lines: `SELECT *, origin AS item FROM rows`,
    fields: {
      ...shared(file, file.has('product_sales') ? 'product_sales' : 'gross_sales'),
      title: `CASE WHEN price_point IS NULL OR lower(price_point) = 'regular' THEN article ELSE article || ' - ' || price_point END`,
      quantity: `CASE WHEN ${isRefund} THEN stage.minus(coalesce(pieces, '1')) ELSE stage.plain(pieces) END`,
      line_kind: `CASE WHEN stage.words(itemization) IN ('gift card', 'gift card reload') THEN 'gift_card' WHEN ${isRefund} THEN 'product' END`,
    },
  }
}

/** A payment may sell goods, gift cards, or both; each is a line. Fees of the house and tips are no goods. */
const PAYMENT_LINES = `SELECT *, 0 AS item, 'goods' AS part FROM rows WHERE coalesce(stage.amount(gross_sales), stage.amount(net_sales), 0) <> 0 OR coalesce(stage.amount(gift_sales), 0) = 0
  UNION ALL SELECT *, 1 AS item, 'gift' AS part FROM rows WHERE stage.amount(gift_sales) <> 0`

const reshapeTransactions = (file: ShapedFile): Reshape => {
  const fields = shared(file, 'coalesce(gross_sales, net_sales)')
  const isRefund = refunds(file)
  const goods = (sql: string | null | undefined) => `CASE WHEN part = 'goods' THEN ${sql} END`
  return {
    lines: PAYMENT_LINES,
    fields: {
      ...fields,
      amount: `CASE WHEN part = 'gift' THEN stage.plain(gift_sales) ELSE ${fields.amount} END`,
      line_discount: goods(fields.line_discount),
      tax: goods(fields.tax),
      quantity: `CASE WHEN ${isRefund} THEN '-1' ELSE '1' END`,
      line_kind: `CASE WHEN part = 'gift' THEN 'gift_card' WHEN ${isRefund} THEN 'product' END`,
      title: 'NULL',
    },
    tell: { ORDERS_WITHOUT_LINES: `part = 'goods'` },
  }
}

const COMMON: readonly (readonly [string, readonly string[]])[] = [
  ['date', ['date']],
  ['time', ['time']],
  ['time_zone', ['time zone']],
  ['gross_sales', ['gross sales']],
  ['discounts', ['discounts']],
  ['net_sales', ['net sales']],
  ['tax', ['tax']],
  ['transaction_id', ['transaction id']],
  ['payment_id', ['payment id']],
  ['event_type', ['event type']],
  ['location', ['location']],
  ['channel', ['channel', 'source']],
  ['customer', ['customer id']],
  ['name', ['customer name']],
]

const layout = {
  kind: 'orders',
  rules: NON_PRODUCT_RULES,
  perOrder: [],
  currencies: ['USD', 'CAD', 'GBP', 'AUD', 'EUR', 'JPY'],
  stockRows: false,
  decimal: '.',
  dateOrder: 'dmy',
  zoneField: 'time_zone',
  dollars: [
    [
      /US & Canada|Arizona|Alaska|Hawaii|Indiana|America\/(New_York|Chicago|Denver|Phoenix|Los_Angeles|Anchorage)/i,
      'USD',
    ],
    [/\(Canada\)|Newfoundland|Saskatchewan|America\/(Toronto|Vancouver|Halifax|Edmonton|Winnipeg)/i, 'CAD'],
    [/Australia|Sydney|Melbourne|Brisbane|Adelaide|Perth|Hobart|Darwin|Canberra/i, 'AUD'],
  ],
} as const satisfies Partial<OrderSource>

/** Square › Items detail: one row an item sold or given back; 14, 21, 33 or 35 columns, known by their names. */
export const squareItems: OrderSource = {
  ...layout,
  name: 'square_items',
  must: [['item'], ['price point name', 'modifiers applied'], ['net sales'], ['qty']],
  fields: new Map([
    ...COMMON,
    ['category', ['category']],
    ['article', ['item']],
    ['pieces', ['qty']],
    ['price_point', ['price point name']],
    ['sku', ['sku', 'gtin']],
    ['product_sales', ['product sales']],
    ['itemization', ['itemization type']],
  ]),
  reshape: reshapeItems,
}

/** Square › Transactions: one row a payment, without its goods. */
export const squareTransactions: OrderSource = {
  ...layout,
  name: 'square_transactions',
  summary: true,
  must: [['total collected'], ['net total', 'fees'], ['gross sales', 'net sales']],
  fields: new Map([...COMMON, ['gift_sales', ['gift card sales']]]),
  reshape: reshapeTransactions,
}
