import { digitsOf, part, refundId } from './expressions.ts'
import { NON_PRODUCT_RULES } from './non-product.ts'
import type { OrderSource, Reshape } from './source.ts'
import { WOO_EXCLUDED } from '../order-states.ts'

/** `2× Name, 1× Other, with comma`: items begin with a number and the sign. */
const ITEM = '(-?[0-9]+) ?× '

/**
 * One line an item. Net sales of an order with several are not told apart in the file: they are shared by the usual net price
 * of the item where it was sold alone, else by pieces; both are told as estimates.
 */
const LINES = `WITH net AS (SELECT *, stage.amount(net_text) AS net, ${digitsOf('net_text')} AS digits,
    CASE WHEN packed_items IS NULL THEN [NULL] ELSE string_split(regexp_replace(packed_items, ', ${ITEM}', chr(1) || '\\1× ', 'g'), chr(1)) END AS parts FROM rows),
  items AS (SELECT * EXCLUDE (parts), unnest(parts) AS part, unnest(range(len(parts))) AS item, len(parts) AS several FROM net),
  named AS (SELECT *, nullif(trim(regexp_replace(part, '^${ITEM}', '')), '') AS piece,
    coalesce(abs(TRY_CAST(regexp_extract(part, '^${ITEM}', 1) AS INTEGER)), CASE WHEN several = 1 THEN abs(TRY_CAST(items_sold AS DOUBLE)) END, 1) AS pieces FROM items),
  prices AS (SELECT piece, median(net / pieces) AS price FROM named WHERE several = 1 AND net > 0 AND pieces > 0 GROUP BY piece),
  priced AS (SELECT n.*, p.price, bool_and(p.price IS NOT NULL) OVER (PARTITION BY origin) AS all_priced FROM named n LEFT JOIN prices p ON p.piece = n.piece),
  weighed AS (SELECT *, CAST(pieces * CASE WHEN all_priced THEN price ELSE 1 END AS DOUBLE) AS weight FROM priced)
  SELECT *, ${part('net', 'weight', 'origin', 'digits')} AS part_net FROM weighed`

const isRefund = 'net < 0'
const order = `ltrim(order_number, '#')`

const reshape = (): Reshape => ({
  lines: LINES,
  fields: {
    order_id: `CASE WHEN ${isRefund} THEN ${refundId(order, 'ordered_at')} ELSE ${order} END`,
    title: 'piece',
    quantity: `CASE WHEN ${isRefund} THEN -pieces ELSE pieces END`,
    amount: 'stage.written(part_net)',
    line_kind: `CASE WHEN ${isRefund} THEN 'product' END`,
  },
  tell: { ITEM_AMOUNTS_ESTIMATED: 'several > 1' },
})

/** WooCommerce › Analytics › Orders: one row an order with its items in one cell, refunds as rows of their own on their day. Headers in the shop's language. */
export const wooAnalytics: OrderSource = {
  name: 'woo_analytics_orders',
  kind: 'orders',
  summary: true,
  must: [
    [...['order #', 'order number', 'pedido #', 'pedido n.º', 'pedido nº', 'pedido n°', 'n.º de pedido', 'nº de pedido', 'no de pedido', 'numero de pedido', 'numero do pedido'], ...['bestellung #', 'bestellung nr.', 'bestellnummer', 'bestellnr.', 'bestell nr.', 'commande #', 'commande n°', 'commande nº', 'n° de commande', 'nº de commande', 'numero de commande']],
    ['product(s)', 'producto(s)', 'productos', 'produto(s)', 'produtos', 'produkt(e)', 'produkte', 'produit(s)', 'produits'],
    ['items sold', 'articulos vendidos', 'productos vendidos', 'elementos vendidos', 'itens vendidos', 'verkaufte artikel', 'artikel verkauft', 'articles vendus', 'produits vendus'],
  ], // prettier-ignore
  fields: new Map([
    ['order_number', [...['order #', 'order number', 'pedido #', 'pedido n.º', 'pedido nº', 'pedido n°', 'n.º de pedido', 'nº de pedido', 'no de pedido', 'numero de pedido', 'numero do pedido'], ...['bestellung #', 'bestellung nr.', 'bestellnummer', 'bestellnr.', 'bestell nr.', 'commande #', 'commande n°', 'commande nº', 'n° de commande', 'nº de commande', 'numero de commande']]],
    ['ordered_at', ['date', 'fecha', 'data', 'datum']],
    ['net_text', ['net sales', 'ventas netas', 'vendas liquidas', 'nettoumsatz', 'nettoverkaufe', 'netto umsatz', 'ventes nettes', 'n. revenue', 'ingresos netos', 'receita liquida', 'nettoeinnahmen', 'revenus nets', 'revenu net']],
    ['price_text', ['n. revenue (formatted)', 'ingresos n. (con formato)', 'ingresos netos (con formato)', 'ingresos netos (formateados)', 'receita liq. (formatada)', 'receita liquida (formatada)', 'nettoumsatz (formatiert)', 'n. umsatz (formatiert)', 'revenu n. (formate)', 'revenu net (formate)']],
    ['status', ['status', 'estado', 'etat', 'statut']],
    ['customer', ['customer', 'cliente', 'kunde', 'client']],
    ['packed_items', ['product(s)', 'producto(s)', 'productos', 'produto(s)', 'produtos', 'produkt(e)', 'produkte', 'produit(s)', 'produits']],
    ['items_sold', ['items sold', 'articulos vendidos', 'productos vendidos', 'elementos vendidos', 'itens vendidos', 'verkaufte artikel', 'artikel verkauft', 'articles vendus', 'produits vendus']],
    ['coupon', ['coupon(s)', 'cupon(es)', 'cupones', 'cupom(ns)', 'cupons', 'gutschein(e)', 'gutscheine', 'code(s) promo', 'codes promo']],
    ['channel', ['attribution', 'atribucion', 'atribuicao', 'zuordnung', 'attribution de la commande', 'origin', 'origen', 'origem']],
  ]), // prettier-ignore
  rules: NON_PRODUCT_RULES,
  perOrder: [],
  currencies: [],
  stockRows: false,
  excluded: WOO_EXCLUDED,
  decimal: '.',
  reshape,
}
