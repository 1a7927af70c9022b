import { NON_PRODUCT_RULES } from './non-product.ts'
import type { OrderSource, Reshape, ShapedFile } from './source.ts'
import { NO_SALE } from '../order-states.ts'

const grand = 'stage.amount(coalesce(grand_base, grand))'
const freight = 'coalesce(stage.amount(freight), 0)'

/** The grid has no column for tax or discount: what the total has above goods and shipping is tax, what it lacks is discount. */
const withSubtotal = `SELECT *, 0 AS item, stage.amount(subtotal_text) AS goods, ${grand} - stage.amount(subtotal_text) - ${freight} AS rest FROM rows`
const withoutSubtotal = `SELECT *, 0 AS item, ${grand} - ${freight} AS goods, 0 AS rest FROM rows`

const reshape = (file: ShapedFile): Reshape => ({
  lines: file.has('subtotal_text') ? withSubtotal : withoutSubtotal,
  fields: {
    amount: `stage.written(coalesce(goods, ${grand} - ${freight}))`,
    tax: file.has('subtotal_text') ? 'CASE WHEN rest > 0 THEN stage.written(rest) END' : null,
    discount: 'CASE WHEN rest < 0 THEN stage.written(-rest) END',
    shipping: 'stage.plain(freight)',
    refund: `CASE WHEN stage.amount(refunded) <> 0 THEN stage.plain(refunded) WHEN stage.words(status) IN ('closed', 'cerrado', 'cerrada', 'ferme', 'fermee', 'geschlossen', 'fechado') THEN stage.written(${grand}) END`,
    subtotal: 'stage.written(goods + least(rest, 0))',
    total: `stage.written(${grand})`,
    name: 'coalesce(person, bill_to)',
    customer: 'coalesce(email, person, bill_to)',
    channel: `nullif(trim(regexp_replace(store, '\\s*\\n\\s*', ' › ', 'g')), '')`,
  },
  tell: { ORDERS_WITHOUT_LINES: 'true' },
})

/** The grid of orders of Magento 2 / Adobe Commerce: one row an order, no goods; amounts in the base currency. */
export const magento: OrderSource = {
  name: 'magento_orders',
  kind: 'orders',
  summary: true,
  must: [
    ['purchase date', 'fecha de compra', 'data da compra', 'date dachat', 'kaufdatum'],
    ['grand total (base)', 'grand total (purchased)', 'grand total', 'total general (base)', 'total geral (base)', 'total (base)', 'gesamtsumme (basis)'],
    ['purchase point', 'bill to name', 'ship to name', 'punto de compra', 'facturar a nombre de', 'nombre de facturacion', 'ponto de compra', 'customer group'],
    ['status', 'estado', 'statut', 'etat'],
  ], // prettier-ignore
  fields: new Map([
    ['order_id', ['id', 'order #', 'increment id']],
    ['store', ['purchase point', 'punto de compra', 'ponto de compra']],
    ['ordered_at', ['purchase date', 'fecha de compra', 'data da compra', 'date dachat', 'kaufdatum']],
    ['bill_to', ['bill to name', 'facturar a nombre de', 'nombre de facturacion']],
    ['grand_base', ['grand total (base)', 'total general (base)', 'total geral (base)', 'total (base)', 'gesamtsumme (basis)']],
    ['grand', ['grand total (purchased)', 'grand total', 'total general (comprado)']],
    ['price_text', ['grand total (base)', 'grand total', 'total general (base)', 'grand total (purchased)']],
    ['subtotal_text', ['subtotal']],
    ['freight', ['shipping and handling', 'envio y manejo', 'envio y manipulacion', 'envio']],
    ['refunded', ['total refunded', 'total reembolsado']],
    ['status', ['status', 'estado', 'statut', 'etat']],
    ['email', ['customer email', 'correo electronico del cliente', 'email do cliente']],
    ['person', ['customer name', 'nombre del cliente']],
    ['payment', ['payment method']],
  ]), // prettier-ignore
  rules: NON_PRODUCT_RULES,
  perOrder: ['discount', 'refund', 'subtotal', 'total'],
  currencies: ['USD', 'EUR', 'MXN', 'BRL'],
  stockRows: false,
  excluded: [...NO_SALE, 'unpaid'],
  // a new order that is paid on delivery or by bank
  counted: ['pending', 'pendiente', 'pendente', 'ausstehend'],
  dateOrder: 'mdy',
  reshape,
}
