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

const DATE = ['purchase date', 'fecha de compra', 'data da compra', 'data de compra', 'date dachat', 'kaufdatum', 'bestelldatum', 'data di acquisto', 'data acquisto', 'aankoopdatum'] // prettier-ignore
const PLACE = ['purchase point', 'punto de compra', 'ponto de compra', 'point dachat', 'einkaufsort', 'kaufort', 'einkaufspunkt', 'punto di acquisto', 'aankooppunt'] // prettier-ignore
const BILL_TO = ['bill to name', 'facturar a nombre de', 'nombre de facturacion', 'nome de cobranca', 'facturer au nom', 'facturer au nom de', 'nom de facturation', 'rechnung an name', 'rechnungsname', 'nome di fatturazione', 'fattura a nome'] // prettier-ignore
const GRAND_BASE = ['grand total (base)', 'total general (base)', 'total geral (base)', 'total (base)', 'montant global (base)', 'montant total (base)', 'gesamtsumme (basis)', 'gesamtbetrag (basis)', 'gesamtsumme (base)', 'totale complessivo (base)', 'totale generale (base)', 'eindtotaal (basis)'] // prettier-ignore
const GRAND = ['grand total (purchased)', 'grand total', 'total general (comprado)', 'total geral (comprado)', 'total general', 'montant global (achete)', 'gesamtbetrag (gekauft)', 'gesamtsumme (gekauft)', 'totale complessivo (acquistato)', 'totale generale (acquistato)'] // prettier-ignore
const STATUS = ['status', 'estado', 'statut', 'etat', 'stato', 'situacao']

/** The grid of orders of Magento 2 / Adobe Commerce: one row an order, no goods; amounts in the base currency. */
export const magento: OrderSource = {
  name: 'magento_orders',
  kind: 'orders',
  summary: true,
  must: [DATE, [...GRAND_BASE, ...GRAND], [...PLACE, ...BILL_TO, 'ship to name', 'customer group'], STATUS],
  fields: new Map([
    ['order_id', ['id', 'order #', 'increment id']],
    ['store', PLACE],
    ['ordered_at', DATE],
    ['bill_to', BILL_TO],
    ['grand_base', GRAND_BASE],
    ['grand', GRAND],
    ['price_text', [...GRAND_BASE, ...GRAND]],
    ['subtotal_text', ['subtotal', 'sous total', 'zwischensumme', 'subtotale', 'totale parziale', 'subtotaal']],
    ['freight', ['shipping and handling', 'envio y manejo', 'envio y manipulacion', 'envio', 'frete e manuseio', 'envio e manuseio', 'expedition et traitement', 'livraison et traitement', 'frais de port et de traitement', 'versand und bearbeitung', 'versand & bearbeitung', 'spedizione e gestione', 'verzending en verwerking']],
    ['refunded', ['total refunded', 'total reembolsado', 'total devolvido', 'total rembourse', 'montant rembourse', 'gesamt erstattet', 'gesamtbetrag erstattet', 'erstatteter gesamtbetrag', 'totale rimborsato', 'totaal terugbetaald']],
    ['status', STATUS],
    ['email', ['customer email', 'correo electronico del cliente', 'email do cliente', 'e mail do cliente', 'email du client', 'e mail du client', 'adresse email du client', 'kunden e mail', 'e mail des kunden', 'e mail cliente', 'email cliente', 'email del cliente']],
    ['person', ['customer name', 'nombre del cliente', 'nome do cliente', 'nom du client', 'kundenname', 'name des kunden', 'nome cliente', 'nome del cliente']],
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
