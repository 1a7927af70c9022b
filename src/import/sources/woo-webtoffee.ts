import { refundId } from './expressions.ts'
import { NON_PRODUCT_RULES } from './non-product.ts'
import type { OrderSource, Reshape, ShapedFile } from './source.ts'
import { WOO_EXCLUDED } from '../order-states.ts'

/** Items packed as `name:Mug|product_id:7|sku:M-1|quantity:2|total:18.00|sub_total:20.00`: the names may hold both signs. */
const packed = (cell: string): string => `struct_pack(
    title := regexp_extract(${cell}, '^name:(.*?)[|](product_id|sku|quantity):', 1),
    sku := nullif(regexp_extract(${cell}, '[|]sku:(.*?)([|][a-z_]+:|$)', 1), ''),
    quantity := regexp_extract(${cell}, '[|]quantity:(-?[0-9.]+)', 1),
    net := regexp_extract(${cell}, '[|]total:(-?[0-9.,]+)', 1),
    gross := coalesce(nullif(regexp_extract(${cell}, '[|]sub_?total:(-?[0-9.,]+)', 1), ''), regexp_extract(${cell}, '[|]total:(-?[0-9.,]+)', 1)))`

/** The same from columns of their own: `Product Item 1 Name`, `Product Item 1 SKU` … */
const PIVOTED = `struct_pack(title := item_name[n], sku := coalesce(item_sku[n], ''), quantity := coalesce(item_quantity[n], '1'),
    net := coalesce(item_total[n], item_subtotal[n]), gross := coalesce(item_subtotal[n], item_total[n]))`

const items = (file: ShapedFile): string => {
  if (file.has('line_items'))
    return `list_transform(list_filter(line_items, x -> x IS NOT NULL AND contains(x, ':')), x -> ${packed('x')})`
  return file.has('item_name')
    ? `[${PIVOTED} FOR n IN range(1, len(item_name) + 1) IF item_name[n] IS NOT NULL]`
    : '[]'
}

/** What an order's goods come to when it has no items: its subtotal, else what its total is made of. */
const GOODS = `coalesce(stage.amount(order_subtotal), stage.amount(total_text) - coalesce(stage.amount(tax_total), 0)
  - coalesce(stage.amount(shipping_total), 0) - coalesce(stage.amount(fee_total), 0) + coalesce(stage.amount(discount_total), 0))`

const DISCOUNT = 'coalesce(abs(stage.amount(discount_total)), 0)'

/** Share of the goods in a refund of `paid`, which holds tax and shipping, too. */
const givenBack = `CASE WHEN paid >= total AND total > 0 THEN goods - off WHEN total > 0 THEN round(paid * (goods - off) / total, 4) ELSE paid END`

const lines = (
  file: ShapedFile,
): string => `WITH read AS (SELECT *, ${GOODS} AS goods, ${DISCOUNT} AS off, stage.amount(total_text) AS total,
    ${items(file)} AS items FROM rows),
  whole AS (SELECT *, CASE WHEN len(items) > 0 THEN items ELSE [struct_pack(title := NULL, sku := NULL, quantity := '1',
    net := stage.written(goods - off), gross := stage.written(goods))] END AS lots FROM read),
  sold AS (SELECT origin, id, unnest(range(len(lots))) AS item, unnest(lots) AS lot, 'sale' AS part, NULL AS refund_at, NULL AS refund_goods, NULL AS refund_tax, NULL AS refund_shipping FROM whole),
  fees AS (SELECT origin, id, 900 AS item, struct_pack(title := 'Fee', sku := NULL, quantity := '1', net := fee_total, gross := fee_total) AS lot, 'fee' AS part, NULL, NULL, NULL, NULL
    FROM whole WHERE stage.amount(fee_total) <> 0),
  refunds AS (SELECT *, list_filter(string_split(refund_items, ';'), x -> contains(x, 'amount:')) AS refunds FROM whole),
  given AS (SELECT origin, id, goods, off, total, tax_total, shipping_total, 950 + unnest(range(len(refunds))) AS item, unnest(refunds) AS refund FROM refunds),
  paid AS (SELECT *, abs(stage.amount(regexp_extract(refund, 'amount:(-?[0-9.,]+)', 1))) AS paid,
    nullif(regexp_extract(refund, 'date:([0-9][0-9: /.-]+[0-9])', 1), '') AS refund_at FROM given),
  back AS (SELECT origin, id, item, NULL AS lot, 'refund' AS part, refund_at, ${givenBack} AS refund_goods,
    CASE WHEN paid >= total THEN tax_total END AS refund_tax, CASE WHEN paid >= total THEN shipping_total END AS refund_shipping FROM paid WHERE paid > 0),
  every AS (SELECT * FROM sold UNION ALL SELECT * FROM fees UNION ALL SELECT * FROM back)
  SELECT r.*, e.* EXCLUDE (origin, id), e.item = 0 AS leads,
    bool_or(e.part = 'refund') OVER (PARTITION BY e.origin) AS has_refund
  FROM every e JOIN whole r ON r.origin = e.origin`

const isRefund = `part = 'refund'`
const isSale = `part = 'sale'`

const reshape = (file: ShapedFile): Reshape => ({
  lines: lines(file),
  fields: {
    order_id: `CASE WHEN ${isRefund} THEN ${refundId('id', 'coalesce(refund_at, ordered_at)')} ELSE id END`,
    ordered_at: `CASE WHEN ${isRefund} THEN coalesce(refund_at, ordered_at) ELSE ordered_at END`,
    title: 'lot.title',
    sku: 'lot.sku',
    quantity: `CASE WHEN ${isRefund} THEN '-1' ELSE lot.quantity END`,
    amount: `CASE WHEN ${isRefund} THEN stage.written(-refund_goods) ELSE stage.written(stage.amount(lot.gross)) END`,
    line_discount: `CASE WHEN ${isSale} THEN stage.written(stage.amount(lot.gross) - stage.amount(lot.net)) END`,
    discount: `CASE WHEN ${isSale} THEN discount_total END`,
    tax: `CASE WHEN ${isRefund} THEN stage.minus(refund_tax) WHEN leads THEN tax_total END`,
    shipping: `CASE WHEN ${isRefund} THEN stage.minus(refund_shipping) WHEN leads THEN shipping_total END`,
    refund: `CASE WHEN ${isSale} AND NOT has_refund AND ${file.means('status', 'refunded')} THEN total_text END`,
    subtotal: `CASE WHEN ${isSale} THEN stage.written(goods - off) END`,
    total: `CASE WHEN ${isSale} THEN total_text END`,
    name: `nullif(trim(concat_ws(' ', first_name, last_name)), '')`,
    email: 'coalesce(customer_mail, billing_mail)',
    customer: `CASE WHEN coalesce(customer_mail, billing_mail) IS NULL AND customer_number <> '0' THEN customer_number END`,
    line_kind: `CASE WHEN ${isRefund} THEN 'product' WHEN part = 'fee' THEN 'fee' END`,
    coupon: `coalesce(nullif(regexp_extract(coupon_items, 'code:([^|;]+)', 1), ''), coupon_items)`,
  },
})

/**
 * Orders of WooCommerce as WebToffee's plugin (and those like it) writes them: one row an order, items in `line_item_1` …
 * packed, or in `Product Item 1 …`. `refund_items` dates what was given back, tax and shipping in it; goods are their share.
 */
export const wooWebtoffee: OrderSource = {
  name: 'woo_webtoffee',
  kind: 'orders',
  must: [
    ['order number', 'order id'],
    ['order date', 'date', 'date created'],
    ['order total'],
    ['order subtotal', 'cart discount', 'discount total', 'line item 1', 'product item 1 name'],
    [
      'billing email',
      'customer email',
      'billing first name',
      'payment method title',
      'order currency',
      'line item 1',
    ],
  ],
  fields: new Map([
    ['id', ['order number', 'order id']],
    ['ordered_at', ['order date', 'date', 'date created']],
    ['status', ['status', 'order status']],
    ['shipping_total', ['shipping total', 'order shipping']],
    ['fee_total', ['fee total']],
    ['tax_total', ['tax total', 'order tax']],
    ['discount_total', ['discount total', 'cart discount']],
    ['total_text', ['order total']],
    ['order_subtotal', ['order subtotal']],
    ['currency', ['order currency', 'currency']],
    ['customer_number', ['customer id', 'customer user']],
    ['customer_mail', ['customer email']],
    ['billing_mail', ['billing email']],
    ['first_name', ['billing first name']],
    ['last_name', ['billing last name']],
    ['phone', ['billing phone']],
    ['country', ['shipping country', 'billing country']],
    ['billing_country', ['billing country']],
    ['coupon_items', ['coupon items', 'coupons']],
    ['refund_items', ['refund items']],
  ]),
  groups: new Map([
    ['line_items', /^line item (\d+)$/],
    ['item_name', /^product item (\d+) name$/],
    ['item_sku', /^product item (\d+) sku$/],
    ['item_quantity', /^product item (\d+) quantity$/],
    ['item_total', /^product item (\d+) total$/],
    ['item_subtotal', /^product item (\d+) subtotal$/],
  ]),
  rules: NON_PRODUCT_RULES,
  perOrder: ['discount', 'refund', 'subtotal', 'total'],
  currencies: [],
  stockRows: false,
  excluded: WOO_EXCLUDED,
  decimal: '.',
  reshape,
}
