import { type ExportState, exportState } from '../model/export-reminder.ts'
import type { Workspace } from './workspace.ts'

/** How old the last exported copy is, and whether it lacks changes of more than a week. The demo shop needs none. */
export async function backupState(workspace: Workspace): Promise<ExportState> {
  const { last_export_at } = await workspace.settings()
  if (workspace.row.demo) return { age_days: null, due: false }
  const history = await workspace.safety.history.list()
  const changes = history.filter(({ kind }) => kind !== 'export' && kind !== 'lock').map(({ at }) => at)
  return exportState(changes, last_export_at, new Date().toISOString())
}
