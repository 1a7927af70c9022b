import type { BulkEngine, Runner, Statement } from '../statement.ts'
import { classifyOrders } from './classify.ts'
import { enrichOrders } from './enrich.ts'
import { countLines, countPeople, countProducts, type MergeCounts } from './counts.ts'
import { countFacts, countNewKeys, mergeFacts } from './facts.ts'
import { costCoverage, findMatches, type Match } from './matches.ts'
import { mergePeople, mergeProducts } from './tables.ts'

export interface MergePlan {
  readonly lines: MergeCounts
  readonly products: MergeCounts
  readonly people: MergeCounts
  readonly facts: MergeCounts
  /** New keys of products: they change the part of facts, and count as nothing else. */
  readonly newKeys: number
  readonly matches: readonly Match[]
  /** Share of net sales whose cost is known after it, where the import brings costs or products. */
  readonly costCoverage: number | null
}

async function counted(
  engine: Runner,
  statement: Statement<{ fate: string; rows: number }>,
): Promise<MergeCounts> {
  const rows = await engine.run(statement)
  const of = (fate: string) => rows.find((row) => row.fate === fate)?.rows ?? 0
  return { added: of('added'), updated: of('updated'), unchanged: of('unchanged') }
}

/** Whether some orders are lines on one side, and rows of a list on the other. */
const hasMixed = async (engine: Runner): Promise<boolean> =>
  (await engine.run({ sql: 'SELECT 1 AS found FROM merge.mixed LIMIT 1', params: [] })).length > 0

/** Decides what an import changes: fills schema `merge` from the schemas `stage` and `old`, and counts. Nothing is written. */
export async function planMerge(engine: BulkEngine): Promise<MergePlan> {
  for (const sql of classifyOrders()) await engine.exec(sql)
  if (await hasMixed(engine)) for (const sql of enrichOrders()) await engine.exec(sql)
  for (const sql of [...mergeProducts(), ...mergePeople(), ...mergeFacts()]) await engine.exec(sql)
  const products = await counted(engine, countProducts())
  const bringsProducts = changes(products) || products.unchanged > 0
  return {
    lines: await counted(engine, countLines()),
    products,
    people: await counted(engine, countPeople()),
    facts: await counted(engine, countFacts()),
    newKeys: (await engine.run(countNewKeys()))[0]?.rows ?? 0,
    matches: await findMatches(engine),
    costCoverage: bringsProducts ? await costCoverage(engine) : null,
  }
}

export const changes = (counts: MergeCounts): boolean => counts.added + counts.updated > 0
