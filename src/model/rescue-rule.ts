/** At most so many rescue copies of a workspace: the newest three of today, and the newest of every earlier day. */
const MOST = 10
const OF_TODAY = 3

/** A new copy is made when something has changed and the last one is so old. */
export const RESCUE_AFTER_MS = 15 * 60_000

/** When a copy was made: an instant in ISO 8601. */
type Instant = string

/** Newest first. What lies ahead of `now` was made before the clock was set back: it comes after all the rest. */
export const newestFirst = (made: readonly Instant[], now: Instant): readonly Instant[] =>
  made.toSorted((a, b) => Number(a > now) - Number(b > now) || b.localeCompare(a))

/** Which of the copies stay, newest first. `dayOf` gives the day of an instant on the clock of the person. */
export function copiesToKeep(
  made: readonly Instant[],
  now: Instant,
  dayOf: (instant: Instant) => string,
): readonly Instant[] {
  const today = dayOf(now)
  const seen = new Map<string, number>()
  const stay = newestFirst(made, now).filter((instant) => {
    const day = dayOf(instant)
    const before = seen.get(day) ?? 0
    seen.set(day, before + 1)
    return before < (day === today ? OF_TODAY : 1)
  })
  return stay.slice(0, MOST)
}
