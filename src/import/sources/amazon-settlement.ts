import { refundId } from './expressions.ts'
import { NON_PRODUCT_RULES } from './non-product.ts'
import type { OrderSource, Reshape } from './source.ts'

const type = 'stage.words(transaction_type)'
const IS_ORDER = `${type} IN ('order', 'order_retrocharge')`
const IS_REFUND = `(${type} IN ('refund', 'refund_retrocharge') OR contains(${type}, 'refund') OR ${type} = 'chargeback')`

const amounts = (kind: string, what: string): string =>
  `coalesce(sum(stage.amount(amount_text)) FILTER (stage.words(amount_type) = '${kind}' AND ${what}), 0)`

const description = 'stage.words(amount_description)'

/** One row a component of an amount: those of one line of an order are put together. Fees are no part of sales. */
const linesOf = (
  rows: string,
): string => `SELECT min(origin) AS origin, 0 AS item, order_number, bool_or(${IS_REFUND}) AS is_refund, min(coalesce(posted_at, posted_date)) AS posted,
    any_value(sku_text) AS sku_of, any_value(marketplace) AS marketplace, max(stage.amount(pieces)) AS pieces,
    ${amounts('itemprice', `${description} = 'principal'`)} AS principal,
    ${amounts('itemprice', `${description} IN ('tax', 'shippingtax', 'giftwraptax')`)} + ${amounts('promotion', `contains(${description}, 'tax')`)} AS taxes,
    ${amounts('itemprice', `${description} IN ('shipping', 'giftwrap')`)} + ${amounts('promotion', `contains(${description}, 'shipping') AND NOT contains(${description}, 'tax')`)} AS freight,
    ${amounts('promotion', `NOT contains(${description}, 'shipping') AND NOT contains(${description}, 'tax')`)} AS promotion
  FROM ${rows} GROUP BY order_number, ${IS_REFUND}, coalesce(item_code, sku_text), CASE WHEN ${IS_REFUND} THEN coalesce(posted_at, posted_date) END
  HAVING count(*) FILTER (stage.words(amount_type) IN ('itemprice', 'promotion')) > 0`

/** The older layout has prices and promotions in columns of their own. */
const OLDER = `(SELECT * REPLACE ('itemprice' AS amount_type, price_type AS amount_description, price_amount AS amount_text) FROM rows WHERE price_amount IS NOT NULL
  UNION ALL SELECT * REPLACE ('promotion' AS amount_type, promotion_type AS amount_description, promotion_amount AS amount_text) FROM rows WHERE promotion_amount IS NOT NULL)`

const reshapeOf = (rows: string) => (): Reshape => ({
  drop: [
    { code: 'FOOTER_SKIPPED', when: 'transaction_type IS NULL' },
    { code: 'NOT_SALES_SKIPPED', when: `order_number IS NULL OR NOT (${IS_ORDER} OR ${IS_REFUND})` },
  ],
  lines: linesOf(rows),
  fields: {
    order_id: `CASE WHEN is_refund THEN ${refundId('order_number', 'posted')} ELSE order_number END`,
    ordered_at: 'posted',
    sku: 'sku_of',
    title: 'sku_of',
    channel: 'marketplace',
    quantity: `CASE WHEN is_refund THEN stage.written(-abs(coalesce(nullif(pieces, 0), 1))) ELSE stage.written(coalesce(nullif(pieces, 0), 1)) END`,
    amount: `CASE WHEN is_refund THEN stage.written(principal + promotion) ELSE stage.written(principal) END`,
    line_discount: `CASE WHEN NOT is_refund THEN stage.written(abs(promotion)) END`,
    tax: 'stage.written(taxes)',
    shipping: 'stage.written(freight)',
    line_kind: `CASE WHEN is_refund THEN 'product' END`,
  },
})

const FIELDS: readonly (readonly [string, readonly string[]])[] = [
  ['order_number', ['order id']],
  ['transaction_type', ['transaction type']],
  ['amount_type', ['amount type']],
  ['amount_description', ['amount description']],
  ['amount_text', ['amount']],
  ['posted_date', ['posted date']],
  ['posted_at', ['posted date time']],
  ['item_code', ['order item code']],
  ['sku_text', ['sku']],
  ['pieces', ['quantity purchased']],
  ['currency_text', ['currency']],
  ['marketplace', ['marketplace name']],
]

const layout = {
  kind: 'orders',
  currencyField: 'currency_text',
  rules: NON_PRODUCT_RULES,
  perOrder: [],
  currencies: ['USD', 'EUR', 'GBP', 'MXN', 'CAD', 'BRL'],
  stockRows: false,
  decimal: '.',
  dateOrder: 'dmy',
  isUtc: true,
  tabsUnquoted: true,
} as const satisfies Partial<OrderSource>

/** Amazon's settlement report (V2): tabs, a first row of totals, refunds dated; decimal comma in some countries. */
export const amazonSettlement: OrderSource = {
  ...layout,
  name: 'amazon_settlement_v2',
  must: [['settlement id'], ['amount type'], ['amount description'], ['order id']],
  fields: new Map(FIELDS),
  reshape: reshapeOf('rows'),
}

/** The same of before (V1, 36 columns): prices, fees and promotions side by side. */
export const amazonSettlementOlder: OrderSource = {
  ...layout,
  name: 'amazon_settlement_v1',
  must: [['settlement id'], ['price type'], ['price amount'], ['order id']],
  fields: new Map([
    ...FIELDS,
    ['price_type', ['price type']],
    ['price_amount', ['price amount']],
    ['promotion_type', ['promotion type']],
    ['promotion_amount', ['promotion amount']],
  ]),
  reshape: reshapeOf(OLDER),
}
