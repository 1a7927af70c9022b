import { foldHeader } from '../header.ts'
import { shopifyCustomers } from './shopify-customers.ts'
import { shopifyOrders } from './shopify-orders.ts'
import { shopifyProductsNew, shopifyProductsOld } from './shopify-products.ts'
import type { OrderSource, Source } from './source.ts'
import { uci } from './uci.ts'

const SOURCES: readonly Source[] = [
  shopifyOrders,
  shopifyProductsOld,
  shopifyProductsNew,
  shopifyCustomers,
  uci,
]

/** The known layout that a header belongs to, or null. Order, case and further columns do not matter. */
export function recogniseSource(header: readonly string[], wanted?: string): Source | null {
  const names = new Set(header.map(foldHeader))
  const fits = (source: Source) => source.must.every((some) => some.some((name) => names.has(name)))
  const found = SOURCES.filter(fits)
  return (
    (wanted && found.find((source) => source.name === wanted)) ||
    (wanted === 'table' ? null : (found[0] ?? null))
  )
}

export const isOrderSource = (source: Source): source is OrderSource => source.kind === 'orders'

/** Columns of a header that carry a source's fields: field → index of the column. */
export function sourceColumns<Field extends string>(
  fields: ReadonlyMap<Field, readonly string[]>,
  header: readonly string[],
): Map<Field, number> {
  const index = new Map<string, number>()
  for (const [at, name] of header.entries()) if (!index.has(foldHeader(name))) index.set(foldHeader(name), at)
  const columns = new Map<Field, number>()
  for (const [field, names] of fields) {
    const at = names.map((name) => index.get(name)).find((found) => found !== undefined)
    if (at !== undefined) columns.set(field, at)
  }
  return columns
}
