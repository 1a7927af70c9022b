import type { Control } from '../jobs/control.ts'
import { archivist, type ExportedFile, type FileFacts, type PersonalColumn } from '../jobs/archivist.ts'
import { fileStem } from '../model/file-name.ts'
import { failure, type Outcome, success } from '../model/outcome.ts'
import type { WorkspaceRow } from '../store/records.ts'
import { writeSettings } from '../store/settings.ts'
import { openWorkspaceDatabase } from '../store/workspace-database.ts'
import { inStaging } from './staging.ts'
import type { Session } from './session.ts'

export type { FileFacts }
export type WorkspaceFileKind = FileFacts['manifest']['kind']

export interface Exported extends ExportedFile {
  /** A name that every file system takes. */
  readonly name: string
}

export interface ExportOptions {
  readonly kind: WorkspaceFileKind
  readonly password?: string | undefined
}

const nameOf = (row: WorkspaceRow, kind: WorkspaceFileKind, at: string): string => {
  const suffix = kind === 'full' ? '' : `-${kind}`
  return `${fileStem(row.name)}${suffix}-${at.slice(0, 10)}.ventas`
}

async function noteExport(id: string, at: string, key: CryptoKey | null): Promise<void> {
  const database = await openWorkspaceDatabase(id, key)
  await writeSettings(database, { last_export_at: at })
  database.close({ disableAutoOpen: true })
}

/** Writes a workspace as one file. A full one counts as a backup: its date is kept. NOT_FOUND, CANCELLED, QUOTA. */
export async function exportWorkspace(
  session: Session,
  id: string,
  { kind, password }: ExportOptions,
  control?: Control,
): Promise<Outcome<Exported>> {
  const workspace = (await session.list()).find((row) => row.id === id)
  if (!workspace) return failure('NOT_FOUND', `no workspace ${id}`)
  const key = session.keyOf(id)
  const given = { workspace, kind, password: password || undefined, key }
  const made = await archivist.call('exportFile', given, control)
  if (!made.ok) return made
  const current = session.current()
  if (current.row.id === id) await current.safety.history.note('export', { kind, sha256: made.value.sha256 })
  if (kind === 'full') await noteExport(id, made.value.exported_at, key)
  return success({ ...made.value, name: nameOf(workspace, kind, made.value.exported_at) })
}

/** The personal columns that a file of a workspace would hold. */
export async function personalIn(
  session: Session,
  id: string,
  kind: WorkspaceFileKind,
): Promise<Outcome<readonly PersonalColumn[]>> {
  const workspace = (await session.list()).find((row) => row.id === id)
  if (!workspace) return failure('NOT_FOUND', `no workspace ${id}`)
  return archivist.call('personal', { workspace, kind, key: session.keyOf(id) })
}

/** What is in a file: it is read and checked whole, and nothing of it is kept. */
export const inspectFile = (
  file: Blob,
  password: string | undefined,
  control?: Control,
): Promise<Outcome<FileFacts>> =>
  archivist.call('inspect', { file, password: password || undefined }, control)

/** Opens a file as a workspace beside the others: staged in a database that no list names, then put into the list. */
export async function openFile(
  session: Session,
  file: Blob,
  password: string | undefined,
  control?: Control,
): Promise<Outcome<{ readonly row: WorkspaceRow; readonly facts: FileFacts }>> {
  return inStaging(async (id) => {
    const staged = await archivist.call('stage', { file, password: password || undefined, id }, control)
    if (!staged.ok) return staged
    if (control?.signal?.aborted) return failure('CANCELLED', 'cancelled by the caller')
    const { name, demo } = staged.value.manifest.workspace
    const row = await session.adopt(id, name, demo)
    return success({ row, facts: staged.value })
  })
}
