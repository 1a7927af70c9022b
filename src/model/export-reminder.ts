/** A copy outside the browser is asked for when what it lacks is so old. */
const REMIND_AFTER_DAYS = 7

const DAY_MS = 86_400_000

/** How a workspace stands with its exported copy: instants in ISO 8601. */
export interface ExportState {
  /** Whole days since the last exported copy; null: there was none. */
  readonly age_days: number | null
  /** Changes that are in no exported copy are older than a week. */
  readonly due: boolean
}

/** `changes`: instants at which the data were changed; `last`: of the last exported copy. */
export function exportState(changes: readonly string[], last: string | null, now: string): ExportState {
  const since = (instant: string) => (Date.parse(now) - Date.parse(instant)) / DAY_MS
  // Of a copy that was made by a clock that was ahead, nobody knows what it lacks.
  const missing = changes.filter((instant) => last === null || last > now || instant > last)
  return {
    age_days: last === null ? null : Math.max(0, Math.floor(since(last))),
    due: missing.some((instant) => since(instant) >= REMIND_AFTER_DAYS),
  }
}
