import { toMajor } from '../model/currency.ts'
import { AS_FILES, axesOf } from '../model/definitions.ts'
import type { Outcome } from '../model/outcome.ts'
import type { Stamps } from '../model/preview.ts'
import { monthChanges, movedOrders, stampsOfOrders, type StampsRow } from '../query/sql/clock-effect.ts'
import { dataSpan } from '../query/sql/data-span.ts'
import { noteChange } from '../store/history.ts'
import { clockOf } from './counting.ts'
import type { Workspace } from './workspace.ts'

/** By which clock days are cut, and what the files say of the time. */
export interface ClockState {
  readonly time_zone: string
  readonly orders: StampsRow
  readonly files: { readonly name: string; readonly stamps: Stamps | null }[]
}

/** What cutting days by another clock would change. Amounts in major units of `currency`. */
export interface ClockEffect {
  readonly currency: string | null
  readonly moved_days: number
  readonly moved_months: number
  readonly months: { readonly month: string; readonly before: number; readonly after: number }[]
}

const zoneOf = async (workspace: Workspace): Promise<string> =>
  (await workspace.settings()).time_zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone

/** The files of orders that are in force, newest import first, with the kind of their stamps. */
async function filesOf(workspace: Workspace): Promise<ClockState['files']> {
  const committed = (await workspace.imports.list()).filter(({ state }) => state === 'committed')
  return committed.flatMap(({ files }) =>
    files
      .filter(({ kind, action }) => kind === 'orders' && action !== 'reject')
      .map(({ name, stamps }) => ({ name, stamps: stamps ?? null })),
  )
}

export async function clockState(workspace: Workspace): Promise<ClockState> {
  const [orders] = await workspace.query.run(stampsOfOrders())
  return {
    time_zone: await zoneOf(workspace),
    orders: orders ?? { instant: 0, wall: 0, unknown: 0 },
    files: await filesOf(workspace),
  }
}

/** What days by the clock of a zone would change: how many orders, and which months by how much. */
export async function clockEffect(workspace: Workspace, zone: string): Promise<ClockEffect> {
  const settings = await workspace.settings()
  const axes = axesOf(settings.definitions ?? AS_FILES)
  const { schema } = await workspace.live.under(axes, { clock: clockOf(zone) })
  const [moved] = await workspace.query.run(movedOrders(schema))
  const spans = await workspace.query.run(dataSpan())
  const own = settings.reporting_currency ?? settings.currency
  const currency = (spans.find((span) => span.currency === own) ?? spans[0])?.currency ?? null
  const months = currency ? await workspace.query.run(monthChanges(schema, currency)) : []
  return {
    currency,
    moved_days: moved?.days ?? 0,
    moved_months: moved?.months ?? 0,
    months: months.map(({ month, before, after }) => ({
      month,
      before: toMajor(before, currency ?? ''),
      after: toMajor(after, currency ?? ''),
    })),
  }
}

/** Cuts all days by the clock of a zone from now on; changing back brings every day back. */
export async function cutDaysBy(workspace: Workspace, zone: string): Promise<Outcome<number>> {
  const before = await zoneOf(workspace)
  const changed = await workspace.changeMeaning({ time_zone: zone, days_by: zone })
  if (changed.ok) await noteChange(workspace.database, 'settings', { time_zone: zone, before })
  return changed
}
