import { proposeMapping } from '../../src/import/propose-mapping.ts'
import { recogniseFactTable, recogniseKnownFacts } from '../../src/import/sources/recognise-facts.ts'
import { recogniseSource } from '../../src/import/sources/recognise.ts'
import { FileFault } from './file-fault.ts'
import type { GivenFile } from './given-file.ts'
import { type Sniffed, sniffFile } from './sniff-file.ts'

/** Fields that only a table of items has: one row of it is a part of an order. */
const OF_ITEMS = ['sku', 'product', 'title', 'quantity'] as const

interface SalesTable {
  readonly name: string
  readonly isItems: boolean
  readonly orders: ReadonlySet<string>
}

/** A table of sales of no known layout that names its orders, by its first rows; null for all else. */
function salesTable(name: string, sniffed: Sniffed): SalesTable | null {
  if (recogniseSource(sniffed.header)) return null
  if (recogniseKnownFacts(sniffed, name) ?? recogniseFactTable(sniffed, name)) return null
  const { indices, ask } = proposeMapping(sniffed)
  const order = indices.get('order_id')
  if (order === undefined || ask.length > 0) return null
  const orders = new Set(sniffed.rows.map((row) => (row[order] ?? '').trim()).filter((id) => id !== ''))
  return { name, orders, isItems: OF_ITEMS.some((field) => indices.has(field)) }
}

async function tableOf(file: GivenFile): Promise<SalesTable | null> {
  try {
    return salesTable(file.name, await sniffFile(file))
  } catch (cause) {
    if (cause instanceof FileFault) return null
    throw cause
  }
}

const share = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((id) => b.has(id))

/**
 * Names of files of a drop whose rows are whole orders that another file of it has item by item, as their ids show: both
 * would count the same sales.
 */
export async function countedInItems(files: readonly GivenFile[]): Promise<ReadonlySet<string>> {
  if (files.length < 2) return new Set()
  const tables = (await Promise.all(files.map(tableOf))).filter((table) => table !== null)
  const items = tables.filter(({ isItems }) => isItems)
  const doubled = tables.filter(
    (table) => !table.isItems && items.some(({ orders }) => share(orders, table.orders)),
  )
  return new Set(doubled.map(({ name }) => name))
}
