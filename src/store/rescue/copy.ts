import { type Dexie } from 'dexie'
import { DamagedStore } from '../damaged.ts'
import type { ManifestRow, PartRow, RefusedRows, WorkspaceRow } from '../records.ts'
import { blobOf, piecesOf } from '../file/streams.ts'
import { sha256 } from '../sha256.ts'
import { rescueFolder } from './folder.ts'
import { readRows, writeRows } from './rows.ts'

type Tables = Readonly<Record<string, readonly unknown[]>>

/** What a copy holds: the rows of every table; of parts all but the file, which lies beside it under the part's id. */
export interface CopyContent {
  readonly made_at: string
  /** Of the schema that it was written by, as Dexie counts. */
  readonly version: number
  readonly workspace: WorkspaceRow
  readonly generation: number
  readonly rows: number
  /** Why it was made; a copy made before a restore lets that be undone. */
  readonly reason: CopyReason
  /** Of the database that was copied: another one means that something has changed since. */
  readonly fingerprint: string
  readonly tables: Tables
}

export type CopyReason = 'change' | 'asked' | 'migration' | 'restore' | 'erasure' | 'merge'

interface Written {
  readonly sha256: string
  readonly content: string
}

const withoutFile = ({ file: _, ...rest }: PartRow) => rest

/** Reads every table in one transaction; of the parts and refused rows, what is not in the rescue yet. */
async function readAll(database: Dexie) {
  const read = await database.transaction('r', database.tables, async () =>
    Promise.all(database.tables.map(async (table) => [table.name, await table.toArray()] as const)),
  )
  return Object.fromEntries(read) as Record<string, unknown[]>
}

const newest = (manifests: readonly ManifestRow[]): ManifestRow | undefined =>
  manifests.toSorted((a, b) => b.generation - a.generation)[0]

/**
 * Copies a database into the rescue, whole or not at all: parts and refused rows never change and are written once;
 * the list that names them is written last. Returns what was written; quota errors pass through.
 */
export async function makeCopy(
  workspace: WorkspaceRow,
  database: Dexie,
  reason: CopyReason,
  madeAt: string,
): Promise<CopyContent> {
  const all = await readAll(database)
  const parts = (all['parts'] ?? []) as PartRow[]
  const refused = (all['refused'] ?? []) as RefusedRows[]
  await writeMissing(workspace.id, 'parts', new Map(parts.map((part) => [part.id, part.file])))
  await writeMissing(workspace.id, 'refused', new Map(refused.map((row) => [row.import, writeRows(row)])))
  const latest = newest((all['manifests'] ?? []) as ManifestRow[])
  const content: CopyContent = {
    made_at: madeAt,
    version: database.verno,
    workspace,
    generation: latest?.generation ?? 0,
    rows: latest?.rows ?? 0,
    reason,
    fingerprint: await fingerprintOf(database),
    tables: {
      ...all,
      parts: parts.map(withoutFile),
      refused: refused.map((row) => ({ import: row.import })),
    },
  }
  await writeCopy(content)
  return content
}

/** Writes the list of a copy, which names its parts; one of that instant is replaced, whole or not at all. */
export async function writeCopy(content: CopyContent): Promise<void> {
  const text = writeRows(content)
  const written: Written = { sha256: await sha256(text), content: text }
  const folder = rescueFolder(content.workspace.id, 'copies')
  await folder.write(nameOf(content.made_at), JSON.stringify(written))
}

/** Changes with every generation and with every record that is added, changed or taken away. */
export async function fingerprintOf(database: Dexie): Promise<string> {
  // In the order of their names: a database that was opened without a schema lists its tables otherwise.
  const dated = database.tables
    .filter(({ schema }) => 'at' in schema.idxByName)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const states = dated.map(async (table) => {
    const last = (await table.orderBy('at').last()) as { at?: string } | undefined
    return `${table.name}:${await table.count()}:${last?.at ?? ''}`
  })
  // Waited for at once: where the database is closed meanwhile, all of them fail.
  const told = await Promise.all(states)
  const manifest = (await database.table('manifests').orderBy('generation').last()) as ManifestRow | undefined
  return [manifest?.generation ?? 0, ...told].join(' ')
}

async function writeMissing(
  workspace: string,
  kind: 'parts' | 'refused',
  files: ReadonlyMap<string, Blob | string>,
): Promise<void> {
  const folder = rescueFolder(workspace, kind)
  const there = new Set(await folder.names())
  for (const [name, content] of files) {
    const whole =
      there.has(name) && (typeof content === 'string' || (await folder.read(name))?.size === content.size)
    if (!whole) await folder.write(name, content)
  }
}

export const nameOf = (madeAt: string): string => `${madeAt.replaceAll(':', '-')}.json`

/** Reads a copy's list; throws DamagedStore when it is not as it was written. */
export async function readCopy(workspace: string, madeAt: string): Promise<CopyContent> {
  const file = await rescueFolder(workspace, 'copies').read(nameOf(madeAt))
  if (!file) throw new DamagedStore(`the rescue copy of ${madeAt} is missing`)
  try {
    const { sha256: expected, content } = JSON.parse(await file.text()) as Written
    if ((await sha256(content)) === expected) return readRows(content) as CopyContent
  } catch {
    // Said below: it is not as it was written.
  }
  throw new DamagedStore(`the rescue copy of ${madeAt} is damaged`)
}

/** The rows of a copy as they go into the database, files included; throws DamagedStore when one is missing or changed. */
export async function wholeTables(workspace: string, copy: CopyContent): Promise<Tables> {
  const parts: PartRow[] = []
  for (const row of (copy.tables['parts'] ?? []) as Omit<PartRow, 'file'>[]) {
    const file = await rescueFolder(workspace, 'parts').read(row.id)
    // Out of the rescue, into memory: a row that points at its file would go when the rescue is pruned.
    const kept = file && (await blobOf(piecesOf(file)))
    if (!kept || (await sha256(kept)) !== row.sha256)
      throw new DamagedStore(`part ${row.id} of the rescue copy is damaged`)
    parts.push({ ...row, file: kept })
  }
  const refused: unknown[] = []
  for (const row of (copy.tables['refused'] ?? []) as { import: string }[]) {
    const file = await rescueFolder(workspace, 'refused').read(row.import)
    refused.push(file ? readRows(await file.text()) : { ...row, rows: [] })
  }
  return { ...copy.tables, parts, refused }
}
