import { AS_FILES, axesOf } from '../../model/definitions.ts'
import type { Workspace } from '../workspace.ts'
import type { DashboardContext } from './range.ts'

/** The day in a time zone, 'YYYY-MM-DD'. */
const dayIn = (timeZone: string, at: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)

/** What the dashboard needs, of an open workspace. */
export async function dashboardContext(
  workspace: Pick<Workspace, 'query' | 'settings'>,
  signal?: AbortSignal,
): Promise<DashboardContext> {
  const settings = await workspace.settings()
  const timeZone = settings.time_zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  return {
    runner: workspace.query,
    currency: settings.currency,
    timeZone,
    axes: axesOf(settings.definitions ?? AS_FILES),
    today: dayIn(timeZone, new Date()),
    signal,
  }
}
