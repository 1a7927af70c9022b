import { NON_PRODUCT_RULES } from './non-product.ts'
import type { OrderSource, Reshape, ShapedFile } from './source.ts'
import { NO_SALE } from '../order-states.ts'

const pieces = 'coalesce(nullif(stage.amount(quantity), 0), 1)'

/** What the goods came to after discounts, and what they were marked with. */
const sold = `coalesce(stage.amount(sku_total), stage.amount(sku_selling) * ${pieces})`
const marked = (file: ShapedFile): string =>
  file.has('sku_value') ? `greatest(stage.amount(sku_value) * ${pieces}, ${sold})` : sold

const reshape = (file: ShapedFile): Reshape => ({
  lines: `SELECT *, origin AS item, ${marked(file)} AS gross_of, ${sold} AS net_of FROM rows`,
  fields: {
    amount: 'stage.written(coalesce(gross_of, net_of))',
    line_discount: 'stage.written(gross_of - net_of)',
    sku: 'coalesce(reference, sku_number)',
    ordered_at: `regexp_replace(ordered_at, '([.][0-9]{1,3})[0-9]*', '\\1')`,
    name: `nullif(trim(concat_ws(' ', first_name, last_name)), '')`,
    customer: `'doc-' || left(md5(nullif(regexp_replace(upper(document), '[^0-9A-Z]', '', 'g'), '')), 16)`,
  },
})

/** Orders of VTEX: one row an SKU of an order, the order's values on each. E-mails are masked per order, so the document (hashed) is the person. */
export const vtex: OrderSource = {
  name: 'vtex',
  kind: 'orders',
  must: [
    ['order'],
    ['creation date'],
    ['quantity sku'],
    ['sku selling price', 'sku total price', 'sku value'],
  ],
  fields: new Map([
    ['order_id', ['order']],
    ['ordered_at', ['creation date']],
    ['status', ['status']],
    ['document', ['client document']],
    ['first_name', ['client name']],
    ['last_name', ['client last name']],
    ['phone', ['phone']],
    ['country', ['country']],
    ['quantity', ['quantity sku']],
    ['sku_number', ['id sku']],
    ['reference', ['reference code']],
    ['title', ['sku name']],
    ['sku_value', ['sku value']],
    ['sku_selling', ['sku selling price']],
    ['sku_total', ['sku total price']],
    ['shipping', ['shipping value', 'shipping list price', 'shipping total']],
    ['currency', ['currency code', 'currency']],
    ['coupon', ['coupon']],
    ['channel', ['origin', 'sales channel']],
    ['category', ['departments', 'product category']],
  ]),
  rules: NON_PRODUCT_RULES,
  perOrder: ['shipping'],
  currencies: ['BRL', 'ARS', 'MXN', 'COP', 'CLP', 'PEN'],
  stockRows: false,
  excluded: [...NO_SALE, 'unpaid'],
  dateOrder: 'dmy',
  reshape,
}
