/** At most so many rescue copies of a workspace: the newest three of today, and the newest of every earlier day. */
const MOST = 10
const OF_TODAY = 3

/** A new copy is made when something has changed and the last one is so old. */
export const RESCUE_AFTER_MS = 15 * 60_000

/** When a copy was made: an instant in ISO 8601. */
type Instant = string

/**
 * Which of the copies stay, newest first. `dayOf` gives the day of an instant on the clock of the person; `today` is
 * the day of now.
 */
export function copiesToKeep(
  made: readonly Instant[],
  today: string,
  dayOf: (instant: Instant) => string,
): readonly Instant[] {
  const seen = new Map<string, number>()
  const stay = made
    .toSorted((a, b) => b.localeCompare(a))
    .filter((instant) => {
      const day = dayOf(instant)
      const before = seen.get(day) ?? 0
      seen.set(day, before + 1)
      return before < (day === today ? OF_TODAY : 1)
    })
  return stay.slice(0, MOST)
}
