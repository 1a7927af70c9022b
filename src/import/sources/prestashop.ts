import { NON_PRODUCT_RULES } from './non-product.ts'
import type { OrderSource, Reshape, ShapedFile } from './source.ts'
import { NO_SALE } from '../order-states.ts'

const reshape = (file: ShapedFile): Reshape => ({
  fields: {
    amount: 'total_text',
    customer: 'name',
    refund: `CASE WHEN ${file.means('status', 'refunded')} THEN total_text END`,
  },
  tell: { ORDERS_WITHOUT_LINES: 'true' },
})

/** PrestaShop's list of orders: one row an order, no goods, its total with tax and shipping in it. Headers in the shop's language. */
export const prestashop: OrderSource = {
  name: 'prestashop',
  kind: 'orders',
  summary: true,
  must: [
    ['reference', 'referencia', 'riferimento', 'bestell nr.', 'referenz', 'bestellreferenz'],
    ['new client', 'nuevo cliente', 'cliente nuevo', 'nouveau client', 'novo cliente', 'neukunde', 'neuer kunde', 'nuovo cliente'],
    ['total', 'gesamt', 'totale', 'gesamtbetrag', 'summe'],
    ['date', 'fecha', 'data', 'datum'],
  ], // prettier-ignore
  fields: new Map([
    ['order_id', ['id']],
    ['country', ['delivery', 'entrega', 'livraison', 'lieferung', 'consegna', 'envio']],
    ['name', ['customer', 'cliente', 'client', 'kunde']],
    ['total_text', ['total', 'gesamt', 'totale', 'gesamtbetrag', 'summe']],
    ['price_text', ['total', 'gesamt', 'totale', 'gesamtbetrag', 'summe']],
    ['status', ['status', 'estado', 'etat', 'stato']],
    ['ordered_at', ['date', 'fecha', 'data', 'datum']],
  ]),
  rules: NON_PRODUCT_RULES,
  perOrder: ['refund'],
  currencies: ['EUR'],
  stockRows: false,
  excluded: NO_SALE,
  reshape,
}
