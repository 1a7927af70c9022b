import { seasonal } from './appeal.ts'
import { DAYS, dateOf, weekdayOf } from './clock.ts'
import { DEMAND, MONTHS, SHOCKS, WEEKDAYS, YEARLY_EVENTS } from './parameters.ts'
import { MOVING_EVENTS, codeLift, isOn } from './promotions.ts'
import type { Random } from './random.ts'

export type Calendar = {
  /** Orders wanted by day, of customers known by name. */
  readonly demand: readonly number[]
  /** Speed of the returning customers' clock by day, mean 1. */
  readonly tempo: readonly number[]
}

const yearlyEvent = (day: number): number => {
  const today = dateOf(day).slice(5)
  return YEARLY_EVENTS.reduce((f, { from, to, factor }) => (today >= from && today <= to ? f * factor : f), 1)
}

const dated = (events: readonly { from: string; to: string; factor: number }[], day: number): number =>
  events.reduce((f, event) => (isOn(event, day) ? f * event.factor : f), 1)

const makeNoise = (random: Random): number[] => {
  const { deviation, memory } = DEMAND.noise
  let log = 0
  return Array.from({ length: DAYS }, () => {
    log = memory * log + random.normal(0, deviation * Math.sqrt(1 - memory ** 2))
    return Math.exp(log)
  })
}

/** Demand and tempo of each day from season, weekday, events, promotions, growth and noise. */
export const makeCalendar = (random: Random, lift: readonly number[]): Calendar => {
  const noise = makeNoise(random)
  const days = Array.from({ length: DAYS }, (_, day) => {
    const season = seasonal(MONTHS, day) * yearlyEvent(day)
    const rest =
      (WEEKDAYS[weekdayOf(day)] ?? 1) *
      dated(MOVING_EVENTS, day) *
      dated(SHOCKS, day) *
      codeLift(day) *
      (lift[day] ?? 1) *
      (noise[day] ?? 1)
    return {
      demand: DEMAND.ordersPerDay * (1 + DEMAND.yearlyGrowth) ** (day / 365.25) * season * rest,
      tempo: season ** DEMAND.repeatSeason * rest,
    }
  })
  const mean = days.reduce((sum, { tempo }) => sum + tempo, 0) / DAYS
  return { demand: days.map(({ demand }) => demand), tempo: days.map(({ tempo }) => tempo / mean) }
}
