import { addDays, weekday } from '../../model/day.ts'
import { mean } from '../forecast/statistics.ts'
import { deviation, type Effect, effectOf, levelOf } from './effects.ts'

/** Days of a shop: one value a day from `start` ('YYYY-MM-DD'); a day without sales is 0. */
export interface DailySales {
  readonly start: string
  readonly values: readonly number[]
}

/** A day with a name: holidays, sales. */
export interface NamedDay {
  readonly day: string
  readonly name: string
}

export interface SeasonalityReport {
  /** Level around each day, without the rhythm of the week. */
  readonly level: readonly number[]
  /** Seven, Monday first; closed days have ratio 0. */
  readonly weekdays: readonly Effect[]
  /** Weekdays (1 … 7) on which the shop hardly ever sells. */
  readonly closed: readonly number[]
  /** Twelve, or [] when less than a year is known. */
  readonly months: readonly Effect[]
  readonly holidays: readonly Effect[]
  /** 0 … 1 each: share of the movement that the level, then the week, then the holidays explain; the rest is noise. */
  readonly shares: {
    readonly level: number
    readonly week: number
    readonly holidays: number
    readonly noise: number
  }
  /** Strength of the week, 0 … 1 (Wang, Smith and Hyndman, 2006). */
  readonly weekStrength: number
  /** Usual distance of a day from what level and weekday say, as a ratio: 0.3 is 30 %. */
  readonly noise: number
}

/** Share of days with sales below which a weekday counts as closed. */
const CLOSED = 0.05

const variance = (values: readonly number[]): number => deviation(values) ** 2

function weekdayEffects(days: readonly number[], ratios: readonly number[]): Effect[] {
  const by = Array.from({ length: 7 }, (_, index) =>
    ratios.filter((ratio, at) => days[at] === index + 1 && Number.isFinite(ratio)),
  )
  return by.map((own, index) => effectOf(String(index + 1), own))
}

/** Mean of each calendar month against the twelve months around it, the weekdays evened out; the first and last month only when whole. */
function monthRatios(days: readonly string[], even: readonly number[]): Map<string, number> {
  const sums = new Map<string, number[]>()
  for (const [at, day] of days.entries()) {
    const month = day.slice(0, 7)
    sums.set(month, [...(sums.get(month) ?? []), even[at]!])
  }
  const whole = [...sums].filter(([, values]) => values.length >= 28)
  const means = whole.map(([, values]) => mean(values))
  const ratios = new Map<string, number>()
  for (const [at, [month]] of whole.entries()) {
    const from = Math.max(0, Math.min(at - 6, whole.length - 12))
    const around = mean(means.slice(from, from + 12))
    if (around > 0) ratios.set(month, means[at]! / around)
  }
  return whole.length >= 12 ? ratios : new Map()
}

/** Spread within groups, all groups taken together; undefined when no group has two values. */
function pooledDeviation(groups: readonly (readonly number[])[]): number | undefined {
  const freedom = groups.reduce((sum, group) => sum + Math.max(0, group.length - 1), 0)
  const squares = groups.reduce((sum, group) => sum + deviation(group) ** 2 * (group.length - 1), 0)
  return freedom > 0 ? Math.sqrt(squares / freedom) : undefined
}

function monthEffects(days: readonly string[], even: readonly number[]): Effect[] {
  const ratios = monthRatios(days, even)
  if (ratios.size === 0) return []
  const own = Array.from({ length: 12 }, (_, index) => {
    const tail = `-${String(index + 1).padStart(2, '0')}`
    return [...ratios].filter(([month]) => month.endsWith(tail)).map(([, ratio]) => ratio)
  })
  const noise = pooledDeviation(own)
  return own.map((seen, index) => effectOf(String(index + 1), seen, noise))
}

function holidayEffects(
  named: readonly NamedDay[],
  at: (day: string) => number,
  rest: readonly number[],
  noise: number,
): Effect[] {
  const by = new Map<string, number[]>()
  for (const { day, name } of named) {
    const ratio = rest[at(day)]
    if (ratio !== undefined && Number.isFinite(ratio)) by.set(name, [...(by.get(name) ?? []), ratio])
  }
  return [...by].map(([name, ratios]) => effectOf(name, ratios, noise))
}

const explained = (values: readonly number[], fitted: readonly number[]): number => {
  const whole = variance(values)
  const left = mean(values.map((value, at) => (value - fitted[at]!) ** 2))
  return whole > 0 ? Math.max(0, 1 - left / whole) : 0
}

function sharesOf(values: readonly number[], fits: readonly (readonly number[])[]) {
  const reached = fits.map((fit) => explained(values, fit))
  const [level = 0, week = 0, all = 0] = reached
  const upToWeek = Math.max(level, week)
  const upToAll = Math.max(upToWeek, all)
  return { level, week: upToWeek - level, holidays: upToAll - upToWeek, noise: 1 - upToAll }
}

/**
 * Takes a daily history apart, by ratios: value = level × weekday × holiday × noise, months against the year around
 * them. Intervals are 95 % (Student's t over weeks; months by the spread of all months from year to year, holidays by the
 * noise of all days). Needs two
 * weeks; null with fewer days or without any sales.
 */
export function describeSeasonality(
  { start, values }: DailySales,
  named: readonly NamedDay[] = [],
): SeasonalityReport | null {
  if (values.length < 14 || values.every((value) => value <= 0)) return null
  const days = values.map((_, at) => addDays(start, at))
  const kinds = days.map(weekday)
  const level = levelOf(values)
  const ratios = values.map((value, at) => (level[at]! > 0 ? value / level[at]! : Number.NaN))
  const weekdays = weekdayEffects(kinds, ratios)
  const closed = weekdays.filter(({ ratio }) => ratio < CLOSED).map(({ key }) => Number(key))
  const factor = (at: number): number => weekdays[kinds[at]! - 1]!.ratio
  const open = (at: number): boolean => !closed.includes(kinds[at]!) && level[at]! > 0
  const rest = ratios.map((ratio, at) => (open(at) ? ratio / factor(at) : Number.NaN))
  const known = rest.filter(Number.isFinite)
  const noise = deviation(known)
  const index = new Map(days.map((day, at) => [day, at]))
  const holidays = holidayEffects(named, (day) => index.get(day) ?? -1, rest, noise)
  const named2ratio = new Map(holidays.map(({ key, ratio }) => [key, ratio]))
  const names = new Map(named.map(({ day, name }) => [day, name]))
  const byWeek = values.map((_, at) => level[at]! * factor(at))
  const byAll = byWeek.map((value, at) => value * (named2ratio.get(names.get(days[at]!) ?? '') ?? 1))
  const weekly = ratios.filter(Number.isFinite)
  const left = rest.map((ratio, at) => (ratio - 1) * factor(at)).filter(Number.isFinite)
  return {
    level: Array.from(level),
    weekdays,
    closed,
    months: monthEffects(
      days,
      values.map((value, at) => (open(at) ? value / factor(at) : level[at]!)),
    ),
    holidays,
    shares: sharesOf(values, [Array.from(level), byWeek, byAll]),
    weekStrength: variance(weekly) > 0 ? Math.max(0, 1 - variance(left) / variance(weekly)) : 0,
    noise,
  }
}
