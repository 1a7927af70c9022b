import { list } from '../header.ts'
/**
 * Layouts whose headers are translated to the language of the shop while their columns stay where they are: known by what
 * stands in the cells of some columns, whatever the language.
 */
interface Places {
  /** Names of the columns in English, folded. */
  readonly names: readonly string[]
  /** Column → what all of its cells are; an empty cell is allowed where the pattern allows it. */
  readonly cells: Readonly<Record<number, RegExp>>
}

const DAY = /^\d{4}-\d\d-\d\d( \d{1,2}:\d\d(:\d\d)?)?$/
const NUMBER = /^-?[\d., \u00a0\u202f]+$/

const WOO_ORDERS: Places = {
  names: list(
    'date, order #, n. revenue (formatted), status, customer, customer type, product(s), items sold, coupon(s), net sales, attribution',
  ),
  cells: { 0: DAY, 1: /^#?\d+$/, 6: /^(-?\d+ ?\u00d7 .+)?$/s, 7: /^-?\d*$/, 9: NUMBER },
}

const PRESTASHOP: Places = {
  names: list('id, reference, new client, delivery, customer, total, payment, status, date, company'),
  cells: { 0: /^\d+$/, 1: /^[A-Z0-9]{6,10}$/, 2: /^[01]$/, 5: /\d[.,]\d\d\D*$/, 8: DAY },
}

const TYPE = /^(simple|variable|variation|grouped|external|subscription|bundle)\b/
const VISIBLE = /^(visible|catalog|search|hidden)$/
const WOO_PRODUCTS = list(
  'id, type, sku, gtin, name, published, is featured?, visibility in catalog, short description, description, date sale price starts, date sale price ends, tax status, tax class, in stock?, stock, low stock amount, backorders allowed?, sold individually?, weight, length, width, height, allow customer reviews?, purchase note, sale price, regular price, categories, tags, shipping class, images, download limit, download expiry days, parent, grouped products, upsells, cross sells, external url, button text, position',
)

const PLACES: readonly Places[] = [
  WOO_ORDERS,
  PRESTASHOP,
  { names: WOO_PRODUCTS, cells: { 0: /^\d+$/, 1: TYPE, 7: VISIBLE } },
  { names: WOO_PRODUCTS.filter((name) => name !== 'gtin'), cells: { 0: /^\d+$/, 1: TYPE, 6: VISIBLE } },
]

const SAMPLE = 50

/** The English names of a header in an unknown language, where its cells show which layout it is; else null. Columns beyond the layout keep theirs. */
export function namesByPlace(
  header: readonly string[],
  rows: readonly (readonly string[])[],
): string[] | null {
  const sample = rows.slice(0, SAMPLE)
  if (sample.length === 0) return null
  const fits = ({ names, cells }: Places) =>
    header.length >= names.length - 1 &&
    Object.entries(cells).every(([index, pattern]) =>
      sample.every((row) => pattern.test((row[Number(index)] ?? '').trim())),
    )
  const found = PLACES.find(fits)
  return found ? header.map((name, index) => found.names[index] ?? name) : null
}
