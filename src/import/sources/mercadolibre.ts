import { digitsOf, part } from './expressions.ts'
import { NON_PRODUCT_RULES } from './non-product.ts'
import type { OrderSource, Reshape, ShapedFile } from './source.ts'

const MONTHS = `['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre']`
const MESES = `['janeiro', 'fevereiro', 'marco', 'abril', 'maio', 'junho', 'julho', 'agosto', 'setembro', 'outubro', 'novembro', 'dezembro']`

/** `1 de septiembre | 23:52`: the year is left out in the reports of the last months; it is the last one that such a day was in. */
function dated(date: string, asOf: string): string {
  const pattern = `'^([0-9]{1,2}) de (\\p{L}+) ?[|] ?([0-9:]+).*$'`
  const piece = (group: number) => `regexp_extract(${date}, ${pattern}, ${group})`
  const month = `coalesce(list_position(${MONTHS}, stage.words(${piece(2)})), list_position(${MESES}, stage.words(${piece(2)})))`
  const year = Number(asOf.slice(0, 4))
  const today = Number(asOf.slice(5, 7)) * 100 + Number(asOf.slice(8, 10))
  return `CASE WHEN regexp_matches(${date}, ${pattern})
    THEN printf('%04d-%02d-%02d ', ${year} - CASE WHEN ${month} * 100 + CAST(${piece(1)} AS INTEGER) > ${today} THEN 1 ELSE 0 END, ${month}, CAST(${piece(1)} AS INTEGER)) || ${piece(3)}
    ELSE ${date} END`
}

/** A row whose state is `Paquete de 2 productos` has the money of the rows that follow it. */
const PACKAGE = `'^(paquete|pacote) de ([0-9]+) (productos|produtos)'`

/**
 * Rows of packages lend their date, buyer and money to the rows of their products, which share the money by price and
 * pieces (by pieces alone where a price is missing).
 */
const LINES = `WITH numbered AS (SELECT *, row_number() OVER (ORDER BY origin) AS place,
    TRY_CAST(nullif(regexp_extract(stage.words(status), ${PACKAGE}, 2), '') AS INTEGER) AS holds FROM rows),
  packed AS (SELECT *, last_value(CASE WHEN holds IS NOT NULL THEN place END IGNORE NULLS) OVER (ORDER BY place) AS head FROM numbered),
  placed AS (SELECT c.*, p.place IS NOT NULL AS in_package, p.origin AS package_origin, p.id AS package_id, p.sold_at AS package_at, p.goods AS package_goods, p.freight AS package_freight,
      p.returned AS package_returned, p.buyer AS package_buyer, p.document AS package_document, p.land AS package_land, p.channel AS package_channel
    FROM packed c LEFT JOIN packed p ON p.place = c.head AND c.place > p.place AND c.place <= p.place + p.holds WHERE c.holds IS NULL),
  priced AS (SELECT *, coalesce(package_origin, origin) AS sale, greatest(coalesce(stage.amount(units), 1), 1) AS pieces, ${digitsOf('coalesce(goods, price)')} AS digits, origin AS item,
      coalesce(nullif(stage.amount(goods), 0), stage.amount(price) * greatest(coalesce(stage.amount(units), 1), 1)) AS own FROM placed),
  weighed AS (SELECT *, CASE WHEN bool_and(own IS NOT NULL) OVER (PARTITION BY sale) THEN own ELSE pieces END AS weight FROM priced),
  sold AS (SELECT *, CASE WHEN in_package AND stage.amount(package_goods) <> 0 THEN ${part('stage.amount(package_goods)', 'weight', 'sale', 'digits')}
      ELSE coalesce(stage.amount(goods), own) END AS amount_of, row_number() OVER (PARTITION BY sale ORDER BY place) = 1 AS leads,
      contains(stage.words(status), 'cancel') AS is_cancelled FROM weighed),
  given AS (SELECT *, CASE WHEN in_package THEN CASE WHEN leads THEN coalesce(package_returned, returned) ELSE CASE WHEN package_returned IS NULL THEN returned END END ELSE returned END AS back,
      CASE WHEN in_package THEN CASE WHEN leads THEN coalesce(package_freight, freight) ELSE CASE WHEN package_freight IS NULL THEN freight END END ELSE freight END AS freight_of FROM sold)
  SELECT *, sum(amount_of) OVER (PARTITION BY sale) AS goods_of_order, coalesce(sum(stage.amount(freight_of)) OVER (PARTITION BY sale), 0) AS freights,
    coalesce(abs(sum(stage.amount(back)) OVER (PARTITION BY sale)), 0) AS backs, bool_and(is_cancelled) OVER (PARTITION BY sale) AS all_cancelled FROM given`

const reshape = ({ asOf }: ShapedFile): Reshape => ({
  drop: [{ code: 'FOOTER_SKIPPED', when: `id IS NULL OR NOT regexp_matches(id, '[0-9]{4}')` }],
  lines: LINES,
  fields: {
    order_id: `coalesce(package_id, id)`,
    ordered_at: dated('coalesce(sold_at, package_at)', asOf),
    title: `CASE WHEN variant IS NULL THEN title ELSE title || ' - ' || variant END`,
    quantity: 'stage.written(pieces)',
    amount: 'stage.written(amount_of)',
    shipping: `CASE WHEN all_cancelled THEN NULL ELSE stage.written(stage.amount(freight_of)) END`,
    refund: `CASE WHEN backs = 0 THEN NULL WHEN all_cancelled THEN stage.written(goods_of_order + freights) ELSE stage.written(backs) END`,
    subtotal: 'stage.written(goods_of_order)',
    total: 'stage.written(goods_of_order + freights)',
    line_kind: `CASE WHEN is_cancelled AND backs = 0 THEN 'excluded' END`,
    name: 'coalesce(buyer, package_buyer)',
    customer: `coalesce('doc-' || left(md5(nullif(regexp_replace(upper(coalesce(document, package_document)), '[^0-9]', '', 'g'), '')), 16), coalesce(buyer, package_buyer))`,
    country: 'coalesce(land, package_land)',
    channel: 'coalesce(channel, package_channel)',
  },
})

/**
 * Mercado Libre's report of sales: a preamble, then the header (the currency in its names, some of which come twice), dates
 * in words, packages. What the platform keeps for itself is no part of sales. No e-mail: the document, hashed, else the name.
 */
export const mercadolibre: OrderSource = {
  name: 'mercadolibre',
  kind: 'orders',
  must: [
    [
      '# de venta',
      '# da venda',
      'n.º de venda',
      'nº de venda',
      'n.o de venda',
      'no de venda',
      'numero da venda',
    ],
    ['fecha de venta', 'data da venda'],
    ['estado'],
    ['titulo de la publicacion', 'titulo do anuncio', 'ingresos por productos', 'receita por produtos'],
  ],
  fields: new Map([
    ['id', ['# de venta', '# da venda', 'n.º de venda', 'nº de venda', 'n.o de venda', 'no de venda', 'numero da venda']],
    ['sold_at', ['fecha de venta', 'data da venda']],
    ['status', ['estado']],
    ['units', ['unidades']],
    ['goods', ['ingresos por productos', 'receita por produtos']],
    ['freight', ['ingresos por envio', 'receita por envio']],
    ['returned', ['anulaciones y reembolsos', 'cancelamentos e reembolsos']],
    ['sku', ['sku']],
    ['title', ['titulo de la publicacion', 'titulo do anuncio']],
    ['variant', ['variante', 'variacao']],
    ['price', ['precio unitario de venta de la publicacion', 'preco unitario de venda do anuncio']],
    ['channel', ['canal de venta', 'canal de venda']],
    ['buyer', ['comprador', 'datos personales o de empresa', 'dados pessoais ou da empresa']],
    ['document', ['tipo y numero de documento', 'cedula/dni', 'dni', 'tipo e numero do documento', 'cpf', 'rut', 'rfc']],
    ['land', ['pais']],
  ]), // prettier-ignore
  rules: NON_PRODUCT_RULES,
  perOrder: ['refund', 'subtotal', 'total'],
  currencies: ['ARS', 'MXN', 'BRL', 'CLP', 'COP', 'UYU'],
  stockRows: false,
  excluded: [],
  dateOrder: 'dmy',
  reshape,
}
