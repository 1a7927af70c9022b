import { instantOf, weekdayOf } from './clock.ts'
import type { Random } from './random.ts'

/** Orders by local hour, 0 to 23: late morning, after lunch, and the sofa at night. */
const WORKDAY = [10, 5, 2, 1, 1, 2, 6, 14, 26, 38, 48, 52, 50, 42, 36, 38, 42, 44, 46, 50, 58, 72, 66, 32]
const WEEKEND = [14, 8, 4, 2, 1, 1, 3, 7, 16, 32, 48, 58, 56, 46, 36, 36, 42, 48, 52, 56, 60, 68, 60, 32]
/** The shop at Calle de la Palma: Monday to Saturday, 10 to 14 and 17 to 20. */
const COUNTER = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10, 16, 20, 16, 0, 0, 0, 14, 20, 18, 0, 0, 0, 0]

/** A moment of a day, as UTC milliseconds, by the profile of the weekday or of the counter. */
export const drawInstant = (random: Random, day: number, counter: boolean): number => {
  const profile = counter ? COUNTER : weekdayOf(day) >= 5 ? WEEKEND : WORKDAY
  return instantOf(day, random.weighted(profile) * 3600 + random.integer(0, 3599))
}
