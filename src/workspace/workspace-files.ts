import type { Control } from '../jobs/control.ts'
import { archivist, type ExportedFile, type FileFacts, type PersonalColumn } from '../jobs/archivist.ts'
import { fileStem } from '../model/file-name.ts'
import { failure, type Outcome, success } from '../model/outcome.ts'
import { INCLUDES, type IncludeName } from '../store/file/include.ts'
import type { WorkspaceRow } from '../store/records.ts'
import { writeSettings } from '../store/settings.ts'
import { endUnfinished } from '../store/unfinished.ts'
import { openWorkspaceDatabase } from '../store/workspace-database.ts'
import { eraseAgain } from './privacy/erase-again.ts'
import { erasedLists } from './privacy/erased-list.ts'
import { kinLists } from './privacy/kin.ts'
import { noteIn } from './note-in.ts'
import { personalInParts } from './personal-in-parts.ts'
import { isGuarded } from './staged-file.ts'
import { inStaging } from './staging.ts'
import type { Session } from './session.ts'
import { exportViewer } from './viewer/viewer.ts'

export { INCLUDES }
export type { FileFacts }
export type WorkspaceFileKind = FileFacts['manifest']['kind']

export interface Exported extends ExportedFile {
  /** A name that every file system takes. */
  readonly name: string
}

export interface ExportOptions {
  readonly kind: WorkspaceFileKind
  readonly password?: string | undefined
  readonly include?: readonly IncludeName[] | undefined
  /** With the key of this installation. */
  readonly sign?: boolean | undefined
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

/** Writes a workspace as one file. A full one counts as a backup: its date is kept. NOT_FOUND, CANCELLED, QUOTA; CONFLICT where it cannot be signed. */
export async function exportWorkspace(
  session: Session,
  id: string,
  { kind, password, include, sign }: ExportOptions,
  control?: Control,
): Promise<Outcome<Exported>> {
  const workspace = (await session.list()).find((row) => row.id === id)
  if (!workspace) return failure('NOT_FOUND', `no workspace ${id}`)
  const key = session.keyOf(id)
  const counted = kind === 'full' ? await personalInParts(session, id, false) : null
  const given = { workspace, kind, password: password || undefined, key, include, sign, counted }
  if (workspace.viewer && kind !== 'viewer')
    return failure('CONFLICT', 'this workspace holds figures only: it can leave as a viewer file')
  const made =
    kind === 'viewer'
      ? await exportViewer(session, given, control)
      : await archivist.call('exportFile', given, control)
  if (!made.ok) return made
  const signed = sign && { signed_by: made.value.signed_by }
  await noteIn(session, id, 'export', { kind, sha256: made.value.sha256, ...signed })
  // A file that lacks something is no backup.
  if (kind === 'full' && !include) await noteExport(id, made.value.exported_at, key)
  return success({ ...made.value, name: nameOf(workspace, kind, made.value.exported_at) })
}

/** The fingerprint that files signed here carry; null where the browser cannot sign. */
export const signingFingerprint = (): Promise<Outcome<string | null>> => archivist.call('fingerprint', null)

/** The personal columns that a file of a workspace would hold. */
export async function personalIn(
  session: Session,
  id: string,
  kind: WorkspaceFileKind,
): Promise<Outcome<readonly PersonalColumn[]>> {
  const workspace = (await session.list()).find((row) => row.id === id)
  if (!workspace) return failure('NOT_FOUND', `no workspace ${id}`)
  if (kind === 'viewer') return success([])
  const counted = await personalInParts(session, id, kind === 'redacted')
  return archivist.call('personal', { workspace, kind, key: session.keyOf(id), counted })
}

/** What is in a file: it is read and checked whole, and nothing of it is kept. */
export const inspectFile = (
  session: Session,
  file: Blob,
  password: string | undefined,
  control?: Control,
): Promise<Outcome<FileFacts>> =>
  archivist.call('inspect', { file, password: password || undefined, sealed: isGuarded(session) }, control)

/** A file that was opened as a workspace. */
export interface OpenedFile {
  readonly row: WorkspaceRow
  readonly facts: FileFacts
  /** People in it who had been erased here, and were erased again. */
  readonly erasedAgain: number
  /** Whether somebody may have been missed: a locked workspace could not say whom it has erased. */
  readonly unasked: boolean
}

/** Takes people who were erased here, or in the file itself, out of what a file has brought. */
async function keepErased(
  session: Session,
  id: string,
  { manifest }: FileFacts,
  control?: Control,
): Promise<Outcome<Pick<OpenedFile, 'erasedAgain' | 'unasked'>>> {
  const database = await openWorkspaceDatabase(id)
  try {
    const kin = await kinLists(session, database, manifest.workspace.id)
    const lists = [...kin.lists, ...(await erasedLists(database))]
    const again = await eraseAgain(database, lists, control)
    if (again.ok) await endUnfinished(database)
    return again.ok ? success({ erasedAgain: again.value.people, unasked: kin.locked }) : again
  } finally {
    database.close({ disableAutoOpen: true })
  }
}

/** Opens a file as a workspace beside the others: staged in a database that no list names, then put into the list. */
export async function openFile(
  session: Session,
  file: Blob,
  password: string | undefined,
  control?: Control,
): Promise<Outcome<OpenedFile>> {
  return inStaging(async (id) => {
    const staged = await archivist.call(
      'stage',
      { file, password: password || undefined, id, key: null },
      control,
    )
    if (!staged.ok) return staged
    const again = await keepErased(session, id, staged.value, control)
    if (!again.ok) return again
    if (control?.signal?.aborted) return failure('CANCELLED', 'cancelled by the caller')
    const { kind, workspace } = staged.value.manifest
    const { name, demo } = workspace
    const row = await session.adopt({ id, name, demo, ...(kind === 'viewer' && { viewer: true }) })
    return success({ row, facts: staged.value, ...again.value })
  })
}
