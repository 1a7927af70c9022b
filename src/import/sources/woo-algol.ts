import { digitsOf, ofOrder, onFirstRow, part } from './expressions.ts'
import { NON_PRODUCT_RULES } from './non-product.ts'
import type { OrderSource, Reshape, ShapedFile } from './source.ts'
import { WOO_EXCLUDED } from '../order-states.ts'

/** What a row sells, as the file says it first: before discounts, after them, or price by pieces. */
const base = (file: ShapedFile): string => {
  const pieces = 'coalesce(stage.amount(quantity), 1)'
  const candidates = [
    file.has('line_subtotal') ? 'stage.amount(line_subtotal)' : '',
    file.has('item_cost') ? `round(stage.amount(item_cost) * ${pieces}, 2)` : '',
    file.has('line_no_tax') ? 'stage.amount(line_no_tax)' : '',
    file.has('line_total')
      ? `stage.amount(line_total)${file.has('line_tax') ? ' - coalesce(stage.amount(line_tax), 0)' : ''}`
      : '',
    file.has('subtotal_text') ? `CASE WHEN leads THEN stage.amount(subtotal_text) END` : '',
  ].filter((candidate) => candidate !== '')
  return `coalesce(${[...candidates, 'NULL::DECIMAL(18, 4)'].join(', ')})`
}

/**
 * The number of the order may stand on its first row only. Where the rows of an order add up to its subtotal less its
 * discount, they are after the discount and are raised to the subtotal, each by its share (by pieces where it left nothing).
 */
const lines = (
  file: ShapedFile,
): string => `WITH filled AS (SELECT * REPLACE (last_value(number IGNORE NULLS) OVER (ORDER BY origin) AS number) FROM rows),
  led AS (SELECT *, row_number() OVER (PARTITION BY number ORDER BY origin) = 1 AS leads FROM filled),
  based AS (SELECT *, ${base(file)} AS base, abs(coalesce(stage.amount(${ofOrder('number', 'cart_discount')}), 0)) AS off,
    stage.amount(${ofOrder('number', 'subtotal_text')}) AS before, ${digitsOf('coalesce(line_total, line_no_tax, item_cost)')} AS digits, 0 AS item FROM led),
  summed AS (SELECT *, sum(base) OVER (PARTITION BY number) AS bases FROM based),
  weighed AS (SELECT *, CASE WHEN bases = 0 THEN coalesce(stage.amount(quantity), 1) ELSE base END AS weight FROM summed)
  SELECT *, CASE WHEN off > 0 AND before IS NOT NULL AND abs(bases - (before - off)) < 0.02 THEN ${part('before', 'weight', 'number', 'digits')}
    ELSE base END AS sold, ${file.means(ofOrder('number', 'status'), 'refunded')} AS is_refunded,
    stage.amount(${ofOrder('number', 'refund_text')}) AS refunded FROM weighed`

const perLine = (file: ShapedFile): boolean => file.has('line_refund')

const refund = (file: ShapedFile): string => {
  const whole = perLine(file) ? `line_total` : `total_text`
  const given = perLine(file) ? 'stage.amount(line_refund)' : 'refunded'
  return `CASE WHEN ${given} <> 0 THEN stage.written(abs(${given})) WHEN is_refunded THEN ${whole} END`
}

const reshape = (file: ShapedFile): Reshape => ({
  lines: lines(file),
  perOrder: perLine(file) ? ['discount', 'subtotal', 'total'] : ['discount', 'refund', 'subtotal', 'total'],
  fields: {
    order_id: `ltrim(number, '#')`,
    title: `CASE WHEN variation IS NULL OR contains(title, variation) THEN title ELSE title || ' - ' || variation END`,
    amount: 'stage.written(sold)',
    discount: 'cart_discount',
    status: ofOrder('number', 'status'),
    email: ofOrder('number', 'email'),
    tax: file.has('tax_total') ? onFirstRow('number', 'tax_total') : 'line_tax',
    shipping: onFirstRow('number', 'shipping_text'),
    refund: refund(file),
    subtotal: 'stage.written(before - off)',
    total: 'total_text',
    name: `nullif(trim(concat_ws(' ', first_name, last_name)), '')`,
  },
})

/** Orders of WooCommerce as "Advanced Order Export" (AlgolPlus) writes them: one row a line, cells of the order repeated or on its first row. */
export const wooAlgol: OrderSource = {
  name: 'woo_algol',
  kind: 'orders',
  must: [
    ['order number', 'order id'],
    ['order date', 'completed date', 'paid date'],
    ['quantity', 'quantity ( refund)'],
    ['item cost', 'order line total', 'order line (w/o tax)', 'order line subtotal'],
    ['name', 'item name', 'product name', 'sku'],
  ],
  fields: new Map([
    ['number', ['order number', 'order id']],
    ['ordered_at', ['order date', 'paid date', 'completed date']],
    ['status', ['order status']],
    ['currency', ['order currency', 'currency']],
    ['email', ['email (billing)', 'customer email', 'email']],
    ['phone', ['phone (billing)']],
    ['first_name', ['first name (billing)']],
    ['last_name', ['last name (billing)']],
    ['country', ['country code (shipping)', 'country code (billing)', 'country name (shipping)', 'country name (billing)']],
    ['billing_country', ['country code (billing)', 'country name (billing)']],
    ['sku', ['sku']],
    ['title', ['name', 'item name', 'product name']],
    ['variation', ['product variation']],
    ['category', ['category']],
    ['quantity', ['quantity']],
    ['item_cost', ['item cost']],
    ['line_subtotal', ['order line subtotal']],
    ['line_no_tax', ['order line (w/o tax)']],
    ['line_total', ['order line total']],
    ['line_tax', ['order line tax']],
    ['line_refund', ['order line total refunded']],
    ['coupon', ['coupon code', 'coupons used']],
    ['cart_discount', ['cart discount amount']],
    ['subtotal_text', ['order subtotal amount']],
    ['tax_total', ['order total tax amount', 'order tax amount']],
    ['shipping_text', ['order shipping amount']],
    ['refund_text', ['order refund amount']],
    ['total_text', ['order total amount']],
  ]), // prettier-ignore
  rules: NON_PRODUCT_RULES,
  perOrder: ['discount', 'refund', 'subtotal', 'total'],
  currencies: [],
  stockRows: false,
  excluded: WOO_EXCLUDED,
  decimal: '.',
  reshape,
}
