import { NON_PRODUCT_RULES } from './non-product.ts'
import type { OrderSource, Reshape } from './source.ts'

/**
 * The first row of an order of several items has the order's cells and no item; the rows of its items may leave them blank.
 * `Sold For` is the price of a piece, unless the total shows that it is the line's.
 */
const LINES = `WITH known AS (SELECT *, article IS NOT NULL OR item_number IS NOT NULL AS is_item, coalesce(order_number, record_number) AS own FROM rows),
  named AS (SELECT *, last_value(own IGNORE NULLS) OVER (ORDER BY origin) AS number FROM known),
  orders AS (SELECT *, bool_or(NOT is_item) OVER (PARTITION BY number) AS has_head, max(sold_at) OVER (PARTITION BY number) AS ordered,
    max(buyer) OVER (PARTITION BY number) AS person, max(address) OVER (PARTITION BY number) AS mail, max(land) OVER (PARTITION BY number) AS country_of,
    coalesce(nullif(stage.amount(pieces), 0), 1) AS lots, stage.amount(price) AS paid,
    stage.amount(total_text) - coalesce(stage.amount(freight), 0) - coalesce(stage.amount(seller_tax), 0)
      - CASE WHEN stage.words(tax_in_total) = 'no' THEN 0 ELSE coalesce(stage.amount(site_tax), 0) END AS rest FROM named)
  SELECT *, origin AS item, CASE WHEN rest IS NOT NULL AND lots > 1 AND abs(rest - paid) < 0.01 THEN paid ELSE paid * lots END AS goods,
    NOT has_head OR NOT is_item AS has_sums FROM orders`

const tax = `coalesce(stage.amount(seller_tax), 0) + CASE WHEN stage.words(tax_in_total) = 'no' THEN 0 ELSE coalesce(stage.amount(site_tax), 0) END`

const reshape = (): Reshape => ({
  drop: [
    {
      code: 'FOOTER_SKIPPED',
      when: `price IS NULL AND sold_at IS NULL AND article IS NULL AND item_number IS NULL`,
    },
  ],
  lines: LINES,
  fields: {
    order_id: 'number',
    ordered_at: 'ordered',
    title: `CASE WHEN is_item THEN CASE WHEN variation IS NULL THEN article ELSE article || ' - ' || variation END END`,
    sku: `CASE WHEN is_item THEN coalesce(label, item_number) END`,
    quantity: `CASE WHEN is_item THEN stage.written(lots) END`,
    amount: `CASE WHEN is_item THEN stage.written(goods) END`,
    tax: `CASE WHEN has_sums THEN stage.written(${tax}) END`,
    shipping: `CASE WHEN has_sums THEN stage.plain(freight) END`,
    customer: 'person',
    email: 'mail',
    country: 'country_of',
  },
})

/** eBay Seller Hub's orders report: blank lines, footers (`3 record(s) downloaded`), British spellings, dates such as `Jul-25-26`. */
export const ebay: OrderSource = {
  name: 'ebay',
  kind: 'orders',
  must: [
    ['item title'],
    ['sold for'],
    ['sale date', 'paid on date'],
    ['order number', 'sales record number'],
  ],
  fields: new Map([
    ['order_number', ['order number']],
    ['record_number', ['sales record number']],
    ['sold_at', ['sale date', 'paid on date']],
    ['buyer', ['buyer username']],
    ['address', ['buyer email']],
    ['name', ['buyer name']],
    ['land', ['ship to country', 'post to country', 'buyer country']],
    ['item_number', ['item number']],
    ['article', ['item title']],
    ['label', ['custom label', 'custom label (sku)']],
    ['variation', ['variation details']],
    ['pieces', ['quantity']],
    ['price', ['sold for']],
    ['freight', ['shipping and handling', 'postage and packaging', 'postage and handling', 'p&p']],
    ['seller_tax', ['seller collected tax']],
    ['site_tax', ['ebay collected tax']],
    ['tax_in_total', ['ebay collected tax included in total']],
    ['total_text', ['total price']],
    ['price_text', ['sold for']],
  ]),
  rules: NON_PRODUCT_RULES,
  perOrder: [],
  currencies: ['USD', 'GBP', 'EUR', 'AUD', 'CAD'],
  stockRows: false,
  orderRows: true,
  // other countries' dollars are written with their letters (`AU $12.00`)
  dollars: [[/^/, 'USD']],
  decimal: '.',
  dateOrder: 'mdy',
  footer: /record\(s\) downloaded|^"?\s*seller id\s*:/i,
  reshape,
}
