import { createImporter } from '../../jobs/importer.ts'
import type { Control } from '../../jobs/control.ts'
import { type ErasedTraces, orderMark } from '../../model/erasure.ts'
import { type Outcome, success } from '../../model/outcome.ts'
import { currentManifest, StaleGeneration, sweepParts } from '../../store/generations.ts'
import type { ImportRow, ManifestParts, ManifestRow, PartRow, StoredRecord } from '../../store/records.ts'
import { leaveUnfinished } from '../../store/unfinished.ts'
import { RECORD_NAMES, type WorkspaceDatabase } from '../../store/workspace-database.ts'
import { erasureSalt, hashesOf } from './erased-list.ts'
import { knownAs, knownBy, type Leaving, tracesOf } from './leaving.ts'
import { type KnownAs, recordIsAbout, scrubRecord, tellerOf } from './scrub.ts'

/** Records that hold nothing of what files or people say. */
const UNTOUCHED = new Set(['audit', 'erased'])

/** Parts that tell of people: who they are, and what they wrote. */
const TELLING: ReadonlySet<PartRow['kind']> = new Set(['import', 'people', 'facts'])

interface Change {
  readonly base: ManifestRow
  readonly fresh: readonly PartRow[]
  /** Id of a part → id of the one in its place. */
  readonly places: ReadonlyMap<string, string>
  readonly erased: readonly StoredRecord[]
  readonly person: KnownAs
}

/** `orders`: those that they have written about, so that a review is known again that names nobody. */
async function erasedRecords(
  database: WorkspaceDatabase,
  people: readonly Leaving[],
  orders: readonly string[],
): Promise<StoredRecord[]> {
  const salt = await erasureSalt(database)
  const at = new Date().toISOString()
  return Promise.all(
    people.map(async (one, index) => ({
      id: one.token,
      at,
      data: {
        hashes: await hashesOf(salt, [...knownBy(one), ...(index === 0 ? orders.map(orderMark) : [])]),
      },
    })),
  )
}

/** Parts anew without the people, under new ids. */
async function partsAnew(
  database: WorkspaceDatabase,
  traces: ErasedTraces,
  control: Control,
): Promise<Outcome<Pick<Change, 'fresh' | 'places'>>> {
  const rows = (await database.parts.toArray()).filter(({ kind }) => TELLING.has(kind))
  const importer = createImporter()
  const parts = rows.map(({ id, kind, file }) => ({ id, kind, file }))
  const outcome = await importer.call('erase', { parts, traces }, control).finally(() => importer.close())
  if (!outcome.ok) return outcome
  const places = new Map<string, string>()
  const fresh = [...outcome.value].map(([id, made]) => {
    const row = { ...made, id: crypto.randomUUID(), bytes: made.file.size }
    places.set(id, row.id)
    return row
  })
  return success({ fresh, places })
}

const placed = (parts: ManifestParts, places: Change['places']): ManifestParts => {
  const at = (id: string | null) => (id === null ? null : (places.get(id) ?? id))
  return {
    orders: parts.orders.map((entry) => ({ ...entry, part: places.get(entry.part) ?? entry.part })),
    products: at(parts.products),
    people: at(parts.people),
    facts: at(parts.facts ?? null),
  }
}

const withoutSamples = (row: ImportRow, places: Change['places']): ImportRow => ({
  ...row,
  source_part: row.source_part && (places.get(row.source_part) ?? row.source_part),
  files: row.files.map((file) => ({ ...file, sample: [], proposals: [] })),
})

async function scrubRecords(database: WorkspaceDatabase, person: KnownAs): Promise<void> {
  for (const name of RECORD_NAMES.filter((each) => !UNTOUCHED.has(each))) {
    const table = database.records(name)
    for (const record of await table.toArray()) {
      if (recordIsAbout(record, person)) await table.delete(record.id)
      else {
        const scrubbed = scrubRecord(record, person)
        if (JSON.stringify(scrubbed) !== JSON.stringify(record)) await table.put(scrubbed)
      }
    }
  }
}

async function scrubRefused(database: WorkspaceDatabase, { texts }: KnownAs): Promise<void> {
  const tells = tellerOf(texts)
  for (const kept of await database.refused.toArray())
    if (kept.rows.some(({ raw }) => tells(raw)))
      await database.refused.put({
        ...kept,
        rows: kept.rows.map((row) => (tells(row.raw) ? { ...row, raw: '' } : row)),
      })
}

/** All of it in one strict transaction: parts, every manifest and import that names them, records, refused rows. */
function store(database: WorkspaceDatabase, change: Change): Promise<ManifestRow> {
  const { places, person } = change
  return database.transaction('rw', database.tables, async () => {
    const current = await currentManifest(database)
    if (current.generation !== change.base.generation) throw new StaleGeneration()
    const manifests = await database.manifests.toArray()
    await database.manifests.bulkPut(manifests.map((row) => ({ ...row, parts: placed(row.parts, places) })))
    const next: ManifestRow = {
      ...current,
      parts: placed(current.parts, places),
      generation: current.generation + 1,
      at: new Date().toISOString(),
      cause: { kind: 'erasure', import: null },
    }
    await database.manifests.put(next)
    await database.imports.bulkPut(
      (await database.imports.toArray()).map((row) => withoutSamples(row, places)),
    )
    await database.parts.bulkDelete([...places.keys()])
    await database.parts.bulkPut([...change.fresh])
    await scrubRefused(database, person)
    await scrubRecords(database, person)
    await database.settings.where('key').startsWith('last_known:').delete()
    await database.records('erased').bulkPut([...change.erased])
    await leaveUnfinished(database, 'clean')
    return next
  })
}

/**
 * Takes people out of everything that a workspace keeps: the rows that say who they are, in every part; what they
 * wrote; records that are about them; their e-mail, phone and name wherever else they stand. Orders stay, under a key
 * that tells nothing. `orders`: those of theirs that were written about. Throws StaleGeneration when another change
 * came between. What lies on the disk of before is left to be cleaned.
 */
export async function erasePeople(
  database: WorkspaceDatabase,
  people: readonly Leaving[],
  orders: readonly string[],
  control: Control = {},
): Promise<Outcome<ManifestRow>> {
  await sweepParts(database)
  const base = await currentManifest(database)
  const anew = await partsAnew(database, tracesOf(people, orders), control)
  if (!anew.ok) return anew
  const erased = await erasedRecords(database, people, orders)
  return success(await store(database, { base, ...anew.value, erased, person: knownAs(people) }))
}
