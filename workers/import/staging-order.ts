import { proposeMapping } from '../../src/import/propose-mapping.ts'
import { recogniseFactTable, recogniseKnownFacts } from '../../src/import/sources/recognise-facts.ts'
import { isOrderSource, recogniseCompanion, recogniseSource } from '../../src/import/sources/recognise.ts'
import { FileFault } from './file-fault.ts'
import type { GivenFile } from './given-file.ts'
import { sniffFile, type Sniffed } from './sniff-file.ts'

/** Tables that the order lines of their set look up. */
const COMPANIONS = -1
/** Orders come first, since they name the currency that a product file leaves out. */
const RANK: Readonly<Record<string, number>> = { orders: 0, products: 1, customers: 2 }
const UNKNOWN = 0
/** Stock, refunds, costs: they say more of what the others brought. */
const FACTS = 3
/** Lists of orders without their lines come after the files that may have those. */
const SUMMARY = 0.5

interface Seen {
  readonly rank: number
  readonly header: string
}

/**
 * Of tables whose layout is not known, those with products, and with several rows an order, come first: others that tell of
 * the same orders are lists of them.
 */
function tableRank(sniffed: Sniffed): number {
  const { indices } = proposeMapping(sniffed)
  const names = ['product', 'sku', 'title'] as const
  const ids = sniffed.rows.map((row) => row[indices.get('order_id') ?? -1])
  const perOrder = ids.length / Math.max(1, new Set(ids).size)
  return (names.some((name) => indices.has(name)) ? 0 : 0.2) + (perOrder > 1.02 ? 0 : 0.1)
}

async function look(file: GivenFile): Promise<Seen> {
  try {
    const sniffed = await sniffFile(file)
    const header = sniffed.header.join('\u0001')
    if (recogniseCompanion(sniffed.header)) return { rank: COMPANIONS, header }
    const source = recogniseSource(sniffed.header)
    if (!source) {
      const facts = recogniseKnownFacts(sniffed, file.name) ?? recogniseFactTable(sniffed, file.name)
      return { rank: facts ? FACTS : tableRank(sniffed), header }
    }
    const isList = isOrderSource(source) && source.summary === true
    return { rank: isList ? SUMMARY : (RANK[source.kind] ?? UNKNOWN), header }
  } catch (cause) {
    if (cause instanceof FileFault) return { rank: UNKNOWN, header: '' }
    throw cause
  }
}

/** Ranks of files; those of one header go together, whatever the sample of each shows. */
async function ranksOf(files: readonly GivenFile[]): Promise<number[]> {
  const seen = await Promise.all(files.map(look))
  return seen.map(({ header }) =>
    Math.min(...seen.filter((other) => other.header === header).map(({ rank }) => rank)),
  )
}

/** Indices of the files of a drop in the order in which to stage them: tables that lines look up, orders with their lines, lists of orders, products, people; of a kind by name (`…_2` before `…_10`). */
export async function stagingOrder(files: readonly GivenFile[]): Promise<number[]> {
  if (files.length < 2) return files.map((_, index) => index)
  const ranks = await ranksOf(files)
  const byName = new Intl.Collator('en', { numeric: true })
  const nameOf = (index: number) => files[index]?.name ?? ''
  return files
    .map((_, index) => index)
    .sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || byName.compare(nameOf(a), nameOf(b)) || a - b)
}
