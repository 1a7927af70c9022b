import { zoneSpans } from '../import/time-zone.ts'
import { AS_FILES, type Axes, axesOf } from '../model/definitions.ts'
import type { ZoneSpan } from '../model/reading.ts'
import type { Conversion } from '../query/rate-views.ts'
import { readSettings } from '../store/settings.ts'
import type { WorkspaceDatabase } from '../store/workspace-database.ts'
import { readRateEntries } from './rate-table.ts'

/** How a workspace counts: what is a sale, in which currency, and by which clock. */
export interface Counting {
  readonly axes: Axes
  /** How amounts are converted; null: they are not, currencies stay apart. */
  readonly conversion: Conversion | null
  /** The zone whose clock days are cut by anew; null: days are as they were imported. */
  readonly clock: readonly ZoneSpan[] | null
}

/** Orders lie between these years. */
const FROM = Date.UTC(1990, 0, 1) / 1000
const spansKept = new Map<string, readonly ZoneSpan[]>()

/** All offsets of a zone that orders can have. */
export function clockOf(zone: string): readonly ZoneSpan[] {
  const to = Math.floor(Date.now() / 1000) + 2 * 366 * 86_400
  const spans = spansKept.get(zone) ?? zoneSpans(zone, FROM, to)
  spansKept.set(zone, spans)
  return spans
}

/** How the workspace counts at present. */
export async function readCounting(database: WorkspaceDatabase): Promise<Counting> {
  const { definitions, reporting_currency: to, currency, days_by } = await readSettings(database)
  return {
    axes: axesOf(definitions ?? AS_FILES),
    conversion: to ? { to, own: currency, entries: await readRateEntries(database) } : null,
    clock: days_by ? clockOf(days_by) : null,
  }
}
