import { fieldList, type FactSource } from './fact-source.ts'
import { productList, retailRocketItems, SKU, TITLE, woocommerceProducts } from './fact-products.ts'

const DATE = 'date, day, fecha, dia, data, created at, timestamp, datetime, time, at'
const ORDER =
  'order, order id, order name, order number, order no, pedido, numero de pedido, numero pedido, id pedido, id de pedido, orden, numero do pedido, invoice'
const CURRENCY = 'currency, moneda, divisa, moeda'
const CHANNEL = 'channel, source, canal, origen, origem, medium, utm source, platform, plataforma'

/** Stock by location as Shopify exports it, with the quantities of today and of before. */
const shopifyInventory: FactSource = {
  name: 'shopify_inventory',
  kind: 'inventory',
  needs: [['handle'], ['location'], ['on_hand', 'available']],
  fields: fieldList({
    handle: 'handle, url handle',
    title: 'title',
    option1: 'option1 value',
    option2: 'option2 value',
    option3: 'option3 value',
    sku: 'sku',
    location: 'location',
    incoming: 'incoming (not editable), incoming',
    unavailable: 'unavailable (not editable), unavailable',
    committed: 'committed (not editable), committed',
    available: 'available (not editable), available',
    on_hand: 'on hand (current), on hand',
  }),
}

/** Movements of money of Shopify Payments: the only file of Shopify's in which refunds have a day. */
const shopifyPayments: FactSource = {
  name: 'shopify_payments',
  kind: 'refunds',
  needs: [['at'], ['type'], ['order_id'], ['amount']],
  onlyTypes: /^refund$/,
  words: /payout (date|status|id)/,
  fields: fieldList({
    at: 'transaction date',
    type: 'type',
    order_id: 'order',
    amount: 'amount',
    currency: 'currency',
  }),
}

const NO_REFUND = [
  'quantity', 'qty', 'unit price', 'price', 'cantidad', 'precio', 'lineitem price', 'sku', 'total', 'subtotal', 'product', 'producto',
] // prettier-ignore

const REFUND_FIELDS = {
  at: `refund date, refunded at, return date, date refunded, fecha de reembolso, fecha reembolso, fecha de devolucion, fecha devolucion, data do estorno, ${DATE}`,
  order_id: ORDER,
  currency: CURRENCY,
  reason: 'reason, refund reason, motivo, razon, note',
}

/** Refunds whose amount is called so: a table that has another amount beside it is one of sales. */
const refunds: FactSource = {
  name: 'refunds_table',
  kind: 'refunds',
  needs: [['at'], ['order_id'], ['amount']],
  not: [
    ...NO_REFUND,
    'amount',
    'importe',
    'sales',
    'revenue',
    'net sales',
    'gross sales',
    'order total',
    'ventas',
    'monto',
    'valor',
  ],
  fields: fieldList({
    ...REFUND_FIELDS,
    amount:
      'refund amount, refunded amount, amount refunded, refund amount usd, refund total, refund, importe reembolsado, importe devuelto, importe del reembolso, importe reembolso, reembolso, devolucion, valor reembolsado, estorno',
  }),
}

/** Refunds by the name of the file or of their day. */
const plainRefunds: FactSource = {
  name: 'refunds_list',
  kind: 'refunds',
  needs: [['at'], ['order_id'], ['amount']],
  not: NO_REFUND,
  words:
    /refunds|refund (id|date|no)|refunded at|reembolso|devoluci|return (id|date)|returns|estorno|chargeback/,
  fields: fieldList({ ...REFUND_FIELDS, amount: 'amount, importe, monto, valor' }),
}

const inventory: FactSource = {
  name: 'inventory_table',
  kind: 'inventory',
  needs: [
    ['sku', 'title'],
    ['on_hand', 'available'],
  ],
  not: [
    'price',
    'precio',
    'preco',
    'cost',
    'order',
    'order id',
    'customer',
    'quantity sold',
    'regular price',
    'variant price',
  ],
  fields: fieldList({
    sku: SKU,
    title: TITLE,
    location:
      'location, warehouse, store, almacen, ubicacion, tienda, bodega, deposito, sucursal, local, armazem',
    on_hand:
      'on hand, stock, quantity on hand, stock on hand, inventory, inventory quantity, qty on hand, existencias, inventario, stock actual, cantidad en stock, estoque, quantity, qty, cantidad, quantidade, unidades',
    available: 'available, disponible, disponivel, available quantity',
    committed: 'committed, reserved, reservado, comprometido',
    incoming: 'incoming, on order, en camino, pedido a proveedor',
  }),
}

const reviews: FactSource = {
  name: 'reviews_table',
  kind: 'reviews',
  needs: [['rating'], ['at'], ['handle', 'sku', 'title', 'order_id', 'body']],
  not: ['price', 'amount', 'quantity', 'precio', 'importe', 'unit price', 'total'],
  fields: fieldList({
    rating:
      'rating, stars, score, review rating, review score, calificacion, puntuacion, valoracion, estrellas, nota, avaliacao',
    at: `review date, review creation date, reviewed at, fecha de resena, ${DATE}`,
    handle: 'product handle, handle',
    sku: 'product sku, sku, product id, item id',
    title: 'product title, product name, product, producto, nombre del producto, produto',
    order_id: 'order id, order',
    headline: 'title, review title, review comment title, headline, titulo, summary',
    body: 'body, review, review body, review text, review comment message, text, comment, comentario, opinion, resena, texto',
    email: 'reviewer email, email, customer email, correo',
    person: 'reviewer name, author, customer name, nombre, autor, name',
  }),
}

/** Visits counted by day, as analytics tools and the demo shop give them; its costs are spend. */
const sessions: FactSource = {
  name: 'sessions_table',
  kind: 'events',
  needs: [['at'], ['sessions']],
  not: ['price', 'unit price', 'sku', 'precio', 'email', 'order id'],
  fields: fieldList({
    at: DATE,
    channel: CHANNEL,
    device: 'device, device category, dispositivo, device type',
    sessions: 'sessions, visits, sesiones, visitas, sessoes, users',
    product_views: 'product views, views, item views, vistas de producto, vistas, pageviews',
    carts: 'carts, add to carts, added to cart, carritos, sessions with cart additions, carrinhos',
    checkouts: 'checkouts, begin checkouts, reached checkout, sessions that reached checkout',
    orders: 'orders, purchases, transactions, pedidos, conversions, sessions converted',
    cost: 'cost, spend, coste, gasto, inversion, custo',
    currency: CURRENCY,
  }),
}

const visitorEvents: FactSource = {
  name: 'events_table',
  kind: 'events',
  needs: [['at'], ['event'], ['visitor']],
  not: ['price', 'unit price', 'amount', 'quantity'],
  fields: fieldList({
    at: `event time, event date, ${DATE}`,
    event: 'event, event name, event type, evento, action, accion',
    visitor:
      'visitorid, visitor id, visitor, user id, userid, session id, sessionid, client id, customer id, usuario',
    sku: SKU,
    order_id: 'transactionid, transaction id, order id',
    channel: CHANNEL,
    device: 'device, device type, dispositivo',
  }),
}

const spend: FactSource = {
  name: 'spend_table',
  kind: 'spend',
  needs: [['at'], ['amount'], ['channel', 'campaign', 'clicks', 'impressions']],
  not: [
    'order id',
    'order',
    'sku',
    'quantity',
    'price',
    'customer',
    'email',
    'unit price',
    'pedido',
    'cliente',
    'precio',
    'sales',
    'revenue',
    'ventas',
    'net sales',
    'gross sales',
    'product',
    'producto',
  ],
  words: /spen[dt]|gasto|inversion|cost|campaign|campana|campanha|ad set|ads?\b|publicidad|clicks/,
  fields: fieldList({
    at: `reporting starts, ${DATE}`,
    amount:
      'spend, amount spent, amount spent (eur), amount spent (usd), amount spent (mxn), cost, ad spend, gasto, importe gastado, importe gastado (eur), importe gastado (mxn), inversion, coste, costo, custo, valor usado (brl), gasto publicitario',
    currency: CURRENCY,
    channel: CHANNEL,
    campaign: 'campaign, campaign name, campana, nombre de la campana, campanha, nome da campanha',
    impressions: 'impressions, impresiones, impressoes',
    clicks: 'clicks, link clicks, clics, clics en el enlace, cliques',
  }),
}

const calendar: FactSource = {
  name: 'calendar_table',
  kind: 'calendar',
  needs: [['at'], ['name']],
  not: [
    'price',
    'amount',
    'quantity',
    'email',
    'order',
    'order id',
    'total',
    'precio',
    'importe',
    'cantidad',
    'sku',
    'customer',
    'pedido',
    'ventas',
    'sales',
  ],
  words: /holiday|festivo|feriado|event|promo|campa|calendar|temporada|rebajas|sale\b/,
  fields: fieldList({
    at: `first day, start, start date, from, inicio, fecha inicio, desde, ${DATE}`,
    until: 'last day, end, end date, until, to, fin, fecha fin, hasta, ate',
    name: 'name, event, holiday, promotion, title, nombre, evento, festivo, promocion, nome, feriado, descripcion, description',
    type: 'kind, type, tipo, category',
    country: 'country, pais, region',
  }),
}

/** Layouts that are sure by their headers: before tables of orders are looked for. */
export const KNOWN_FACTS: readonly FactSource[] = [
  shopifyInventory,
  shopifyPayments,
  woocommerceProducts,
  retailRocketItems,
]

/** Tables of any tool: looked for when no known layout of orders fits, the surest first. */
export const FACT_TABLE_SOURCES: readonly FactSource[] = [
  refunds,
  plainRefunds,
  reviews,
  sessions,
  visitorEvents,
  spend,
  calendar,
  inventory,
  productList,
]
