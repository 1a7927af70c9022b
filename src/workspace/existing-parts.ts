import type { ExistingParts } from '../jobs/importer.ts'
import { DamagedStore } from '../store/damaged.ts'
import type { ManifestParts, PartRow } from '../store/records.ts'
import type { WorkspaceDatabase } from '../store/workspace-database.ts'

/** Finds a part's row: among those just made, else in the store. Throws when it is gone. */
export type FindPart = (id: string) => Promise<PartRow>

export const findPartIn =
  (database: WorkspaceDatabase, fresh: ReadonlyMap<string, PartRow> = new Map()): FindPart =>
  async (id) => {
    const row = fresh.get(id) ?? (await database.parts.get(id))
    if (!row) throw new DamagedStore(`part ${id} is missing`)
    return row
  }

/** The files of a generation, as the importer needs them. */
export async function existingParts(parts: ManifestParts, find: FindPart): Promise<ExistingParts> {
  const orders = await Promise.all(
    parts.orders.map(async ({ part }) => ({ part, file: (await find(part)).file })),
  )
  return {
    orders,
    products: parts.products ? (await find(parts.products)).file : null,
    people: parts.people ? (await find(parts.people)).file : null,
    facts: parts.facts ? (await find(parts.facts)).file : null,
  }
}
