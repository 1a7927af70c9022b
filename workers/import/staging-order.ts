import { recogniseFactTable, recogniseKnownFacts } from '../../src/import/sources/recognise-facts.ts'
import { recogniseSource } from '../../src/import/sources/recognise.ts'
import { FileFault } from './file-fault.ts'
import type { GivenFile } from './given-file.ts'
import { sniffFile } from './sniff-file.ts'

/** Orders come first, since they name the currency that a product file leaves out. */
const RANK: Readonly<Record<string, number>> = { orders: 0, products: 1, customers: 2 }
const UNKNOWN = 0
/** Stock, refunds, costs: they say more of what the others brought. */
const FACTS = 3

async function rankOf(file: GivenFile): Promise<number> {
  try {
    const sniffed = await sniffFile(file)
    const source = recogniseSource(sniffed.header)
    if (source) return RANK[source.kind] ?? UNKNOWN
    const facts = recogniseKnownFacts(sniffed, file.name) ?? recogniseFactTable(sniffed, file.name)
    return facts ? FACTS : UNKNOWN
  } catch (cause) {
    if (cause instanceof FileFault) return UNKNOWN
    throw cause
  }
}

/** Indices of the files of a drop in the order in which to stage them: orders, products, people; of a kind by name (`…_2` before `…_10`). */
export async function stagingOrder(files: readonly GivenFile[]): Promise<number[]> {
  if (files.length < 2) return files.map((_, index) => index)
  const ranks = await Promise.all(files.map(rankOf))
  const byName = new Intl.Collator('en', { numeric: true })
  const nameOf = (index: number) => files[index]?.name ?? ''
  return files
    .map((_, index) => index)
    .sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || byName.compare(nameOf(a), nameOf(b)) || a - b)
}
