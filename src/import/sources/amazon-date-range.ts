import { isOneOf, refundId } from './expressions.ts'
import { NON_PRODUCT_RULES } from './non-product.ts'
import type { OrderSource, Reshape } from './source.ts'

const ORDER = ['order', 'pedido', 'bestellung', 'commande', 'ordine', 'bestelling', 'zamowienie', '注文']
const REFUND = ['refund', 'reembolso', 'erstattung', 'remboursement', 'rimborso', 'terugbetaling', '返金', 'chargeback refund', 'a-to-z guarantee claim'] // prettier-ignore

const isRefund = isOneOf('type', REFUND)
const sum = (...texts: string[]): string =>
  texts.map((text) => `coalesce(stage.amount(${text}), 0)`).join(' + ')

/** Short names of zones behind the time, as offsets from UTC in hours. */
const ZONES: readonly (readonly [string, string])[] = [
  ['PDT', '-0700'], ['PST', '-0800'], ['MDT', '-0600'], ['MST', '-0700'], ['CDT', '-0500'], ['CST', '-0600'], ['EDT', '-0400'], ['EST', '-0500'],
  ['BST', '+0100'], ['CEST', '+0200'], ['CET', '+0100'], ['MESZ', '+0200'], ['MEZ', '+0100'], ['JST', '+0900'], ['AEST', '+1000'], ['AEDT', '+1100'], ['BRT', '-0300'],
] // prettier-ignore

const short = ZONES.map(
  ([name, offset]) =>
    `WHEN ends_with(written_at, ' ${name}') THEN left(written_at, -${name.length}) || '${offset}'`,
).join(' ')

/** `Jun 8, 2025 10:23:05 PM PDT`, `8 jun 2025 22:23:05 GMT+2`, `08.06.2025 22:23:05 UTC`: the zone as an offset, halves of the day as AM and PM. */
const INSTANT = `CASE ${short}
  WHEN regexp_matches(written_at, ' (GMT|UTC)[+-][0-9]{1,2}$') THEN regexp_replace(regexp_replace(written_at, ' (GMT|UTC)([+-])([0-9]{1,2})$', ' \\20\\300'), '([+-])0([0-9]{2})00$', '\\1\\200')
  ELSE written_at END`
const CLEAN = `regexp_replace(regexp_replace(coalesce(date_text, ''), '(?i)\\ba[.] ?m[.]', 'AM'), '(?i)\\bp[.] ?m[.]', 'PM')`

const reshape = (): Reshape => ({
  drop: [{ code: 'NOT_SALES_SKIPPED', when: `NOT (${isOneOf('type', ORDER)} OR ${isRefund})` }],
  lines: `SELECT *, origin AS item, ${CLEAN} AS written_at FROM rows`,
  fields: {
    order_id: `CASE WHEN ${isRefund} THEN ${refundId('order_number', 'date_text')} ELSE order_number END`,
    ordered_at: INSTANT,
    quantity: `CASE WHEN ${isRefund} THEN stage.minus(coalesce(pieces, '1')) ELSE coalesce(stage.plain(pieces), '1') END`,
    amount: `CASE WHEN ${isRefund} THEN stage.written(-abs(${sum('sales', 'rebates')})) ELSE stage.written(${sum('sales')}) END`,
    line_discount: `CASE WHEN NOT ${isRefund} THEN stage.written(abs(${sum('rebates')})) END`,
    tax: `stage.written(${sum('sales_tax', 'shipping_tax', 'wrap_tax', 'rebates_tax')})`,
    shipping: `stage.written(${sum('shipping_credits', 'wrap_credits')})`,
    line_kind: `CASE WHEN ${isRefund} THEN 'product' END`,
    channel: 'marketplace',
  },
})

/** Amazon's date range (monthly unified) report: lines of text, then the header in the language of the country; refunds dated; fees, transfers and adjustments stand aside. */
export const amazonDateRange: OrderSource = {
  name: 'amazon_date_range',
  kind: 'orders',
  must: [
    ['date/time', 'datum/uhrzeit', 'date/heure', 'fecha/hora', 'fecha y hora', 'data/ora:', 'data/ora', 'datum/tijd', '日付/時間', 'data/hora'],
    ['type', 'typ', 'tipo', 'トランザクションの種類'],
    ['product sales', 'umsatze', 'ventes de produits', 'ventas de productos', 'vendite', 'verkoop van producten', '商品売上', '商品の売上', 'vendas do produto', 'vendas de produtos'],
  ], // prettier-ignore
  fields: new Map([
    ['date_text', ['date/time', 'datum/uhrzeit', 'date/heure', 'fecha/hora', 'fecha y hora', 'data/ora:', 'data/ora', 'datum/tijd', '日付/時間', 'data/hora']],
    ['type', ['type', 'typ', 'tipo', 'トランザクションの種類']],
    ['order_number', ['order id', 'bestellnummer', 'numero de la commande', 'numero de commande', 'numero de pedido', 'id. del pedido', 'id del pedido', 'numero ordine', 'bestelnummer', '注文番号', 'id do pedido', 'numero do pedido']],
    ['sku', ['sku']],
    ['title', ['description', 'beschreibung', 'descripcion', 'descrizione', 'beschrijving', '説明', 'descricao']],
    ['pieces', ['quantity', 'menge', 'quantite', 'cantidad', 'quantita', 'aantal', '数量', 'quantidade']],
    ['marketplace', ['marketplace', 'web de amazon', 'amazon 出品サービス']],
    ['sales', ['product sales', 'umsatze', 'ventes de produits', 'ventas de productos', 'vendite', 'verkoop van producten', '商品売上', '商品の売上', 'vendas do produto', 'vendas de produtos']],
    ['sales_tax', ['product sales tax', 'sales tax collected', 'produktumsatzsteuer', 'taxes sur la vente des produits', 'impuesto de ventas de productos', 'imposta sulle vendite dei prodotti', '商品の売上税']],
    ['shipping_credits', ['shipping credits', 'postage credits', 'gutschrift fur versandkosten', 'credits dexpedition', 'abonos de envio', 'creditos de envio', 'accrediti per le spedizioni', '配送料']],
    ['shipping_tax', ['shipping credits tax', 'postage credits tax', 'steuer auf versandgutschrift', 'taxe sur les credits dexpedition', 'impuestos por abonos de envio', 'impuesto de abono de envio', 'imposta accrediti per le spedizioni', '配送料の税金']],
    ['wrap_credits', ['gift wrap credits', 'gutschrift fur geschenkverpackung', 'credits sur lemballage cadeau', 'abonos de envoltorio para regalo', 'creditos por envoltorio de regalo', 'accrediti per confezioni regalo', 'ギフト包装手数料']],
    ['wrap_tax', ['giftwrap credits tax', 'gift wrap credits tax', 'steuer auf geschenkverpackungsgutschriften', 'taxes sur les credits cadeaux', 'impuestos por abonos de envoltorio para regalo', 'impuesto de creditos de envoltura', 'imposta sui crediti confezione regalo', 'ギフト包装クレジットの税金']],
    ['rebates', ['promotional rebates', 'rabatte aus werbeaktionen', 'rabais promotionnels', 'devoluciones promocionales', 'descuentos promocionales', 'sconti promozionali', 'プロモーション割引額']],
    ['rebates_tax', ['promotional rebates tax', 'steuer auf aktionsrabatte', 'taxes sur les remises promotionnelles', 'impuestos de descuentos por promociones', 'impuesto de reembolsos promocionales', 'imposta sugli sconti promozionali', 'プロモーション割引の税金']],
  ]), // prettier-ignore
  rules: NON_PRODUCT_RULES,
  perOrder: [],
  currencies: ['USD', 'EUR', 'GBP', 'MXN', 'CAD', 'BRL'],
  stockRows: false,
  decimal: '.',
  dateOrder: 'dmy',
  zoneField: 'date_text',
  reshape,
}
