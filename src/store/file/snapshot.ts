import { VERSION } from '../../model/version.ts'
import type {
  ImportRow,
  ManifestRow,
  PartRow,
  RefusedRows,
  SettingRow,
  StoredRecord,
  WorkspaceRow,
} from '../records.ts'
import {
  RECORD_NAMES,
  type RecordTable,
  SCHEMA_VERSION,
  type WorkspaceDatabase,
} from '../workspace-database.ts'
import type { FileEntry } from './entries.ts'
import type { FileManifest, WorkspaceFileKind } from './manifest.ts'
import { linesOf } from './plain-json.ts'
import type { ViewerFigures } from '../../model/viewer.ts'
import { FIGURES } from './viewer.ts'

/** One state of a workspace, read in one transaction. */
export interface Snapshot {
  readonly parts: readonly PartRow[]
  readonly manifests: readonly ManifestRow[]
  readonly settings: readonly SettingRow[]
  readonly imports: readonly ImportRow[]
  readonly refused: readonly RefusedRows[]
  readonly records: ReadonlyMap<RecordTable, readonly StoredRecord[]>
}

/** Settings that belong to this device and go nowhere. */
const HERE = /^(last_known:|lock$|pseudonym_key$|last_export_at$|signing_key$|unfinished$)/

/** Whether a setting goes with the data. */
export const travels = ({ key }: SettingRow): boolean => !HERE.test(key)

/** Reads everything of a workspace at one instant; files of parts are named, not read. */
export async function takeSnapshot(database: WorkspaceDatabase): Promise<Snapshot> {
  return database.transaction('r', database.tables, async () => {
    const records = new Map<RecordTable, readonly StoredRecord[]>()
    for (const name of RECORD_NAMES) records.set(name, await database.records(name).toArray())
    return {
      parts: await database.parts.toArray(),
      manifests: await database.manifests.orderBy('generation').toArray(),
      settings: (await database.settings.toArray()).filter(travels),
      imports: await database.imports.toArray(),
      refused: await database.refused.toArray(),
      records,
    }
  })
}

const tables = (snapshot: Snapshot): Map<string, readonly unknown[]> =>
  new Map<string, readonly unknown[]>([
    ['settings.jsonl', snapshot.settings],
    ['imports.jsonl', snapshot.imports],
    [
      'refused.jsonl',
      snapshot.refused.flatMap(({ import: id, rows }) => rows.map((row) => ({ import: id, row }))),
    ],
    ...[...snapshot.records].map(([name, rows]) => [`records/${name}.jsonl`, rows] as const),
  ])

/** The manifest of a file that holds a snapshot. */
export function manifestFor(
  { id, name, created_at, demo }: WorkspaceRow,
  kind: WorkspaceFileKind,
  snapshot: Snapshot,
  at: string,
): FileManifest {
  const current = snapshot.manifests.at(-1)
  const entries = [...tables(snapshot)].map(([entry, rows]) => [entry, rows.length] as const)
  return {
    schema: SCHEMA_VERSION,
    kind,
    version: VERSION,
    exported_at: at,
    workspace: { id, name, created_at, demo },
    generation: current?.generation ?? 0,
    rows: current?.rows ?? 0,
    parts: snapshot.parts.map(({ file: _, ...facts }) => facts),
    manifests: snapshot.manifests,
    entries: Object.fromEntries(entries),
  }
}

/** The entries of a file, in their order: manifest, tables, parts. */
export async function* snapshotEntries(
  manifest: FileManifest,
  snapshot: Snapshot,
): AsyncGenerator<FileEntry, void, void> {
  yield { name: 'manifest.json', content: new Blob([JSON.stringify(manifest)]) }
  for (const [name, rows] of tables(snapshot)) yield { name, content: linesOf(rows) }
  for (const { id, file, sha256 } of snapshot.parts)
    yield { name: `parts/${id}.duckdb`, content: file, sha256 }
}

/** The entries of a viewer file. It is made of `rows` order lines, under an id that no workspace has. */
export async function* viewerEntries(
  { name, created_at, demo }: WorkspaceRow,
  figures: ViewerFigures,
  rows: number,
  at: string,
): AsyncGenerator<FileEntry, void, void> {
  const manifest: FileManifest = {
    schema: SCHEMA_VERSION,
    kind: 'viewer',
    version: VERSION,
    exported_at: at,
    workspace: { id: crypto.randomUUID(), name, created_at, demo },
    generation: 0,
    rows,
    parts: [],
    manifests: [],
    entries: {},
  }
  yield { name: 'manifest.json', content: new Blob([JSON.stringify(manifest)]) }
  yield { name: FIGURES, content: new Blob([JSON.stringify(figures)]) }
}

/** Bytes of content that a file of this snapshot will have, about: for the progress. */
export const sizeOf = ({ parts }: Snapshot): number => parts.reduce((sum, { bytes }) => sum + bytes, 0)
