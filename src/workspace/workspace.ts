import type { Control } from '../jobs/control.ts'
import { PLAIN_RULE } from '../model/identity-rule.ts'
import type { Outcome } from '../model/outcome.ts'
import type { ColumnRunner, Scalar } from '../query/statement.ts'
import { currentManifest, type RecordChange, sweepParts } from '../store/generations.ts'
import type { ManifestRow, WorkspaceRow } from '../store/records.ts'
import { copyBeforeMigration } from '../store/rescue/before-migration.ts'
import { readSettings, type Settings, writeSettings } from '../store/settings.ts'
import {
  openWorkspaceDatabase,
  type RecordTable,
  type WorkspaceDatabase,
} from '../store/workspace-database.ts'
import { createEdits, type Edits } from './edits.ts'
import { createImports, type Imports, type ImportsHost } from './imports.ts'
import { leaveSentinel } from './integrity.ts'
import { createLastKnown, type LastKnown } from './last-known.ts'
import { createLiveEngine, type LiveEngine } from './live-engine.ts'
import { changeMeaning } from './change-meaning.ts'
import { type QueryAnswer, runReadOnly } from './query.ts'
import { createPrivacy, type PersonFile, type Privacy } from './privacy/privacy.ts'
import { createSafety, type Safety } from './safety.ts'
import { createRecords, type Records } from './stored-records.ts'
import { sayOpen } from './open-lock.ts'
import { cleanUnfinished, eraseUnfinished } from './unfinished.ts'
import { openGenerationChannel, withWriter } from './writer.ts'

export type { Control, PersonFile }

/** An open workspace: the one object that screens and operations work with. */
export interface Workspace {
  readonly row: WorkspaceRow
  readonly query: ColumnRunner
  readonly live: LiveEngine
  readonly imports: Imports
  readonly safety: Safety
  readonly privacy: Privacy
  readonly lastKnown: LastKnown
  /** Changes of customers by hand, laid over the imports. */
  readonly edits: Edits
  readonly database: WorkspaceDatabase
  settings(): Promise<Settings>
  changeSettings(change: Partial<Settings>): Promise<void>
  /** Changes settings, and records with them, that change figures: a generation of its own, so that every answer of before is known to be old. */
  changeMeaning(change: Partial<Settings>, records?: RecordChange): Promise<Outcome<number>>
  readOnlyQuery(
    sql: string,
    params: readonly Scalar[],
    limit: number,
    control?: Control,
  ): Promise<Outcome<QueryAnswer>>
  records(table: RecordTable): Records
  /** The generation in force; rises with every import. */
  generation(): number
  /** Leaves word of a generation that was stored past the imports, shows it and tells the other tabs. */
  announce(manifest: ManifestRow): Promise<void>
  /** Calls back after every change of generation or of edits, of this tab or another; returns the way to stop it. */
  onChange(listener: () => void): () => void
  close(): Promise<void>
}

const whenIdle = (work: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 10_000 })
  else setTimeout(work, 2_000)
}

function createChanges(
  database: WorkspaceDatabase,
  id: string,
  live: LiveEngine,
  onStored: (manifest: ManifestRow) => Promise<void>,
) {
  const listeners = new Set<() => void>()
  // A generation is in force once it is stored: an engine that cannot show it says so to those who ask it.
  const announce = async (manifest: ManifestRow) => {
    await live.show(manifest).catch(() => {})
    for (const listener of listeners) listener()
  }
  const channel = openGenerationChannel(id, (generation) => {
    if (generation > live.generation) void currentManifest(database).then(announce, () => {})
  })
  return {
    channel,
    async onEdits() {
      await live.relay().catch(() => {})
      for (const listener of listeners) listener()
    },
    listen(listener: () => void) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    /** A generation that this tab has stored: leaves word of it, shows it here and tells the other tabs. */
    async onGeneration(manifest: ManifestRow) {
      await leaveSentinel(id, database, manifest).catch(reportError)
      await onStored(manifest).catch(reportError)
      channel.tell(manifest.generation)
      await announce(manifest)
      whenIdle(() => void sweepParts(database).catch(() => {}))
    },
  }
}

/** Opens a workspace: its database, the check of its integrity, its engine (which starts in the background). Throws NewerSchema, and LockedStore where a key is needed. */
export async function openWorkspace(row: WorkspaceRow, key: CryptoKey | null = null): Promise<Workspace> {
  await copyBeforeMigration(row)
  const sayClosed = await sayOpen(row.id)
  const database = await openWorkspaceDatabase(row.id, key).catch((cause: unknown) => {
    sayClosed()
    throw cause
  })
  await eraseUnfinished(row.id, database).catch(reportError)
  const safety = await createSafety(row, database, (manifest) => changes.onGeneration(manifest))
  const edits = createEdits(
    row.id,
    createRecords(database, 'edits'),
    async () => (await readSettings(database)).identity_rule ?? PLAIN_RULE,
    () => changes.onEdits(),
  )
  const live = createLiveEngine(database, await currentManifest(database), edits.layOver)
  const changes = createChanges(database, row.id, live, safety.onGeneration)
  const writing: Pick<ImportsHost, 'onGeneration' | 'withWriter'> = {
    onGeneration: changes.onGeneration,
    withWriter: (work) => withWriter(row.id, work),
  }
  whenIdle(() => void cleanUnfinished(database, row.id, safety.rescue).catch(reportError))
  const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const imports = createImports({ database, browserZone, ...writing })
  return {
    row,
    database,
    live,
    imports,
    edits,
    safety,
    privacy: createPrivacy({ database, query: live, safety, edits, ...writing }),
    query: live,
    lastKnown: createLastKnown(database, live),
    settings: () => readSettings(database),
    changeSettings: (change) => writeSettings(database, change),
    changeMeaning: (change, changed) =>
      changeMeaning(database, row.id, change, changed, changes.onGeneration),
    readOnlyQuery: (sql, params, limit, control) => runReadOnly(live, sql, params, limit, control),
    records: (table) => createRecords(database, table),
    generation: () => live.generation,
    announce: changes.onGeneration,
    onChange: changes.listen,
    async close() {
      safety.close()
      changes.channel.close()
      edits.close()
      try {
        await imports.close()
        await live.close()
      } finally {
        // What cannot be closed must not keep the data open, nor their key.
        database.close({ disableAutoOpen: true })
        sayClosed()
      }
    },
  }
}
