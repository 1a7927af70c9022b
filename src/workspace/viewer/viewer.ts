import { archivist, type ExportedFile } from '../../jobs/archivist.ts'
import type { Control } from '../../jobs/control.ts'
import { failure, type Outcome, success } from '../../model/outcome.ts'
import type { ViewerFigures } from '../../model/viewer.ts'
import { VIEWER_SETTING } from '../../store/file/viewer.ts'
import { currentManifest } from '../../store/generations.ts'
import type { WorkspaceRow } from '../../store/records.ts'
import type { Session } from '../session.ts'
import type { Workspace } from '../workspace.ts'
import { viewerFigures } from './figures.ts'

/** Figures of an opened viewer file. NOT_FOUND: the workspace has rows, or nothing. */
export async function figuresKept({ database }: Workspace): Promise<Outcome<ViewerFigures>> {
  const kept = (await database.settings.get(VIEWER_SETTING))?.value as ViewerFigures | undefined
  return kept ? success(kept) : failure('NOT_FOUND', 'this workspace was not opened from a viewer file')
}

/** Runs work on a workspace, the open one or another, which is opened for it. */
async function withWorkspace<Value>(
  session: Session,
  row: WorkspaceRow,
  work: (workspace: Workspace) => Promise<Value>,
): Promise<Value> {
  const current = session.current()
  if (current.row.id === row.id) return work(current)
  // The engine is only taken along where another workspace must be opened.
  const { openWorkspace } = await import('../workspace.ts')
  const other = await openWorkspace(row, session.keyOf(row.id))
  try {
    return await work(other)
  } finally {
    await other.close()
  }
}

interface ViewerExport {
  readonly workspace: WorkspaceRow
  readonly password?: string | undefined
  readonly sign?: boolean | undefined
}

/** Writes a workspace's figures as a viewer file; of an opened viewer file the same again. TOO_LITTLE_DATA, CANCELLED. */
export function exportViewer(
  session: Session,
  { workspace, ...options }: ViewerExport,
  control?: Control,
): Promise<Outcome<ExportedFile>> {
  return withWorkspace(session, workspace, async (open) => {
    const figures = workspace.viewer ? await figuresKept(open) : await viewerFigures(open)
    if (!figures.ok) return figures
    const { rows } = await currentManifest(open.database)
    const { password, sign } = options
    const given = { workspace, figures: figures.value, rows, password, sign }
    return archivist.call('exportViewer', given, control)
  })
}
