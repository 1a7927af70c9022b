import { AS_FILES, axesOf } from '../../model/definitions.ts'
import type { ImportRow } from '../../store/records.ts'
import type { Workspace } from '../workspace.ts'
import type { DashboardContext } from './range.ts'

/** The day in a time zone, 'YYYY-MM-DD'. */
const dayIn = (timeZone: string, at: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at)

/** The fields that files of orders in force were read with. */
const carriedFields = (imports: readonly ImportRow[]): ReadonlySet<string> =>
  new Set(
    imports
      .filter(({ state }) => state === 'committed')
      .flatMap(({ files }) => files.filter(({ kind, action }) => kind === 'orders' && action !== 'reject'))
      .flatMap(({ mapping }) => Object.keys(mapping)),
  )

/** What the dashboard needs, of an open workspace. */
export async function dashboardContext(
  workspace: Pick<Workspace, 'query' | 'settings'> & Partial<Pick<Workspace, 'imports'>>,
  signal?: AbortSignal,
): Promise<DashboardContext> {
  const settings = await workspace.settings()
  const carried = workspace.imports && carriedFields(await workspace.imports.list())
  const timeZone = settings.time_zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  return {
    runner: workspace.query,
    currency: settings.reporting_currency ?? settings.currency,
    timeZone,
    axes: axesOf(settings.definitions ?? AS_FILES),
    carried,
    today: dayIn(timeZone, new Date()),
    signal,
  }
}
