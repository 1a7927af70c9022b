import type { ManifestParts, PartRow } from '../store/records.ts'
import type { CommitResult } from '../jobs/importer.ts'

/** What a merge leads to: the parts of the next generation, and the files that are new in it. */
export interface NextGeneration {
  readonly parts: ManifestParts
  readonly made: readonly PartRow[]
  readonly sourcePart: string
}

type Made = CommitResult['source']

/** Puts the parts that a merge made in their places. `newId` gives ids of parts. */
export function nextGeneration(
  before: ManifestParts,
  importId: string,
  result: CommitResult,
  newId: () => string,
): NextGeneration {
  const made: PartRow[] = []
  const keep = (part: Made): string => {
    const row = { ...part, id: newId(), bytes: part.file.size }
    made.push(row)
    return row.id
  }
  const sourcePart = keep(result.source)
  const force = typeof result.force === 'object' ? keep(result.force) : result.force
  const own = force === 'nothing' ? [] : [{ part: force === 'source' ? sourcePart : force, import: importId }]
  const rest = before.orders.flatMap((entry) => {
    const remainder = result.remainders.get(entry.part)
    if (remainder === undefined) return [entry]
    return remainder ? [{ ...entry, part: keep(remainder) }] : []
  })
  const products = result.products ? keep(result.products) : before.products
  const people = result.people ? keep(result.people) : before.people
  const facts = result.facts ? keep(result.facts) : (before.facts ?? null)
  return { parts: { orders: [...rest, ...own], products, people, facts }, made, sourcePart }
}

/** Order lines in a set of parts, given the rows of each part. */
export const rowsIn = (parts: ManifestParts, rowsOf: (part: string) => number): number =>
  parts.orders.reduce((sum, { part }) => sum + rowsOf(part), 0)
