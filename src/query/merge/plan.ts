import type { BulkEngine, Runner, Statement } from '../statement.ts'
import { classifyOrders } from './classify.ts'
import { countLines, countPeople, countProducts, type MergeCounts } from './counts.ts'
import { mergePeople, mergeProducts } from './tables.ts'

export interface MergePlan {
  readonly lines: MergeCounts
  readonly products: MergeCounts
  readonly people: MergeCounts
}

async function counted(
  engine: Runner,
  statement: Statement<{ fate: string; rows: number }>,
): Promise<MergeCounts> {
  const rows = await engine.run(statement)
  const of = (fate: string) => rows.find((row) => row.fate === fate)?.rows ?? 0
  return { added: of('added'), updated: of('updated'), unchanged: of('unchanged') }
}

/** Decides what an import changes: fills schema `merge` from the schemas `stage` and `old`, and counts. Nothing is written. */
export async function planMerge(engine: BulkEngine): Promise<MergePlan> {
  for (const sql of [...classifyOrders(), ...mergeProducts(), ...mergePeople()]) await engine.exec(sql)
  return {
    lines: await counted(engine, countLines()),
    products: await counted(engine, countProducts()),
    people: await counted(engine, countPeople()),
  }
}

export const changes = (counts: MergeCounts): boolean => counts.added + counts.updated > 0
