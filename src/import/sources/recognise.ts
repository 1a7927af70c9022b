import { foldHeader } from '../header.ts'
import { amazonDateRange } from './amazon-date-range.ts'
import { amazonOrders } from './amazon-orders.ts'
import { amazonSettlement, amazonSettlementOlder } from './amazon-settlement.ts'
import { bigcommerce } from './bigcommerce.ts'
import { customerList, stripeCustomers } from './customer-list.ts'
import { ebay } from './ebay.ts'
import { etsyItems, etsyOrders } from './etsy.ts'
import { magento } from './magento.ts'
import { mercadolibre } from './mercadolibre.ts'
import { companionColumns, companionsOf, type SeenCompanion } from './companion.ts'
import { instacart } from './instacart.ts'
import { olist, olistItems } from './olist.ts'
import { prestashop } from './prestashop.ts'
import { shopifyCustomers } from './shopify-customers.ts'
import { shopifyOrderList } from './shopify-order-list.ts'
import { shopifyOrders } from './shopify-orders.ts'
import { squareItems, squareTransactions } from './square.ts'
import { stripe } from './stripe.ts'
import { nuvemshop, tiendanube } from './tiendanube.ts'
import { vtex } from './vtex.ts'
import { wooAlgol } from './woo-algol.ts'
import { wooAnalytics } from './woo-analytics.ts'
import { wooWebtoffee } from './woo-webtoffee.ts'
import { shopifyProductsNew, shopifyProductsOld } from './shopify-products.ts'
import type { OrderSource, Source } from './source.ts'
import { uci } from './uci.ts'

const SOURCES: readonly Source[] = [
  shopifyOrders,
  shopifyOrderList,
  shopifyProductsOld,
  shopifyProductsNew,
  shopifyCustomers,
  uci,
  wooAnalytics,
  wooAlgol,
  wooWebtoffee,
  tiendanube,
  nuvemshop,
  mercadolibre,
  squareItems,
  squareTransactions,
  etsyItems,
  etsyOrders,
  amazonOrders,
  amazonSettlement,
  amazonSettlementOlder,
  amazonDateRange,
  ebay,
  prestashop,
  magento,
  bigcommerce,
  stripe,
  vtex,
  olist,
  olistItems,
  instacart,
  customerList,
  stripeCustomers,
]

/** The known layout that a header belongs to, or null. Order, case and further columns do not matter. */
export function recogniseSource(header: readonly string[], wanted?: string): Source | null {
  const names = headerIndex(header)
  const fits = (source: Source) => source.must.every((some) => some.some((name) => names.has(name)))
  const found = SOURCES.filter(fits)
  return (
    (wanted && found.find((source) => source.name === wanted)) ||
    (wanted === 'table' ? null : (found[0] ?? null))
  )
}

/** A table of a set, and the layout of the lines that it belongs to; null for any other, and for tables that were joined to one. */
export function recogniseCompanion(header: readonly string[]): SeenCompanion | null {
  if (recogniseSource(header)) return null
  for (const source of SOURCES) {
    if (!isOrderSource(source) || !source.set) continue
    const table = companionsOf(source.set).find((one) => companionColumns(one, header))
    if (table) return { table, of: source.name }
  }
  return null
}

export const isOrderSource = (source: Source): source is OrderSource => source.kind === 'orders'

/** A header without what stands in brackets at its end: `total (clp)` → `total`. */
const withoutBrackets = (name: string): string => name.replace(/ ?\([^()]*\)$/, '')

/** Folded names of columns → index of the first that has it; names without their last brackets, too, where nothing else is called so. */
function headerIndex(header: readonly string[]): ReadonlyMap<string, number> {
  const index = new Map<string, number>()
  const folded = header.map(foldHeader)
  for (const [at, name] of folded.entries()) if (!index.has(name)) index.set(name, at)
  for (const [at, name] of folded.entries())
    if (!index.has(withoutBrackets(name))) index.set(withoutBrackets(name), at)
  return index
}

/** Columns of a header that carry a source's fields: field → index of the column. */
export function sourceColumns(
  fields: ReadonlyMap<string, readonly string[]>,
  header: readonly string[],
): Map<string, number> {
  const index = headerIndex(header)
  const columns = new Map<string, number>()
  for (const [field, names] of fields) {
    const at = names.map((name) => index.get(name)).find((found) => found !== undefined)
    if (at !== undefined) columns.set(field, at)
  }
  return columns
}

/** Columns of a source's groups: name → indices in the order of their numbers. */
export function groupColumns(
  groups: ReadonlyMap<string, RegExp>,
  header: readonly string[],
): Map<string, number[]> {
  const columns = new Map<string, number[]>()
  for (const [name, pattern] of groups) {
    const found = header.flatMap((text, index) => {
      const number = pattern.exec(foldHeader(text))?.[1]
      return number === undefined ? [] : [{ index, number: Number(number) }]
    })
    if (found.length > 0)
      columns.set(
        name,
        found.sort((a, b) => a.number - b.number).map(({ index }) => index),
      )
  }
  return columns
}
