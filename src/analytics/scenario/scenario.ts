import { addDays, daysBetween } from '../../model/day.ts'
import type { DailySales } from '../seasonality/seasonality.ts'
import { median } from '../forecast/statistics.ts'

/** A forecast day with its intervals by level in percent. */
export interface ScenarioPoint {
  readonly date: string
  readonly value: number
  readonly intervals: Readonly<Record<string, readonly [number, number]>>
}

interface During {
  readonly from: string
  readonly to: string
}

/** What is supposed. Percentages are in percent (10 is +10 %); `share` is the part of sales that it touches, in percent. */
export type Change =
  | ({
      readonly kind: 'price'
      readonly percent: number
      readonly elasticity: number
      readonly share: number
    } & During)
  | ({
      readonly kind: 'promotion'
      readonly uplift: number
      readonly discount: number
      readonly share: number
    } & During)
  | ({ readonly kind: 'spend'; readonly percent: number; readonly elasticity: number } & During)
  | ({ readonly kind: 'stock_out'; readonly share: number } & During)
  | ({ readonly kind: 'level'; readonly percent: number } & During)
  | ({ readonly kind: 'last_year'; readonly percent: number } & During)
  | {
      /** An event of known date in the past comes on another day: Easter. `expected`: the day the base has it on, or null. */
      readonly kind: 'event'
      readonly past: string
      readonly expected: string | null
      readonly moved: string
      readonly before: number
      readonly after: number
    }
export type ChangeKind = Change['kind']

export type ScenarioTarget = 'net_sales' | 'orders' | 'units'

/** What a change makes of one day: a factor on the base, or a value in its place; null: nothing. */
type Effect = { readonly factor: number } | { readonly value: number } | null

const within = (day: string, { from, to }: During): boolean => day >= from && day <= to

/** Part of the sales is multiplied, the rest stays. */
const partly = (factor: number, share: number): number => 1 + (share / 100) * (factor - 1)

/** Constant elasticity: quantity is multiplied by (1 + p)^e, money by (1 + p) more. */
function priceFactor(target: ScenarioTarget, percent: number, elasticity: number): number {
  const price = 1 + percent / 100
  if (price <= 0) return target === 'net_sales' ? 0 : price ** elasticity
  const quantity = price ** elasticity
  return target === 'net_sales' ? quantity * price : quantity
}

function promotionFactor(target: ScenarioTarget, uplift: number, discount: number): number {
  const quantity = 1 + uplift / 100
  return target === 'net_sales' ? quantity * (1 - discount / 100) : quantity
}

/** A year back on the same weekday. */
const YEAR_OF_WEEKS = 364

function lastYear(history: DailySales, day: string, percent: number): Effect {
  const past = history.values[daysBetween(history.start, addDays(day, -YEAR_OF_WEEKS))]
  return past === undefined ? null : { value: past * (1 + percent / 100) }
}

/** How a day of the past stood out: its sales against the median of the same weekday four weeks around it. */
function standsOut(history: DailySales, day: string): number {
  const at = daysBetween(history.start, day)
  const own = history.values[at]
  const around = [-28, -21, -14, -7, 7, 14, 21, 28]
    .map((shift) => history.values[at + shift])
    .filter((value) => value !== undefined)
  const usual = median(around)
  return own === undefined || !(usual > 0) ? 1 : own / usual
}

function eventFactor(history: DailySales, change: Extract<Change, { kind: 'event' }>, day: string): Effect {
  const ratioAt = (around: string): number => {
    const offset = daysBetween(around, day)
    if (offset < -change.before || offset > change.after) return 1
    return standsOut(history, addDays(change.past, offset))
  }
  const gained = ratioAt(change.moved)
  const lost = change.expected ? ratioAt(change.expected) : 1
  return gained === 1 && lost === 1 ? null : { factor: lost > 0 ? gained / lost : gained }
}

function effectOn(
  change: Change,
  { date }: ScenarioPoint,
  target: ScenarioTarget,
  history: DailySales,
): Effect {
  if (change.kind === 'event') return eventFactor(history, change, date)
  if (!within(date, change)) return null
  switch (change.kind) {
    case 'price':
      return { factor: partly(priceFactor(target, change.percent, change.elasticity), change.share) }
    case 'promotion':
      return { factor: partly(promotionFactor(target, change.uplift, change.discount), change.share) }
    case 'spend':
      return { factor: Math.max(0, 1 + change.percent / 100) ** change.elasticity }
    case 'stock_out':
      return { factor: 1 - change.share / 100 }
    case 'level':
      return { factor: 1 + change.percent / 100 }
    case 'last_year':
      return lastYear(history, date, change.percent)
  }
}

/** A point multiplied, or moved to a value: its intervals keep their width relative to the value. */
function changed(point: ScenarioPoint, effect: Effect): ScenarioPoint {
  if (!effect) return point
  if ('value' in effect && point.value <= 0) return { ...point, value: effect.value }
  const factor = 'factor' in effect ? effect.factor : effect.value / point.value
  const intervals = Object.fromEntries(
    Object.entries(point.intervals).map(([level, [low, high]]) => [
      level,
      [low * factor, high * factor] as const,
    ]),
  )
  return { date: point.date, value: point.value * factor, intervals }
}

export interface ScenarioResult {
  readonly points: readonly ScenarioPoint[]
  readonly base: number
  readonly total: number
  /** What each change adds to the total, in the order given, each after those before it: together total − base. */
  readonly contributions: readonly { readonly kind: ChangeKind; readonly difference: number }[]
}

const sum = (points: readonly ScenarioPoint[]): number =>
  points.reduce((total, { value }) => total + value, 0)

/**
 * A forecast under suppositions, one after the other. `history` is that of the same target. Prices act by constant
 * elasticity, spend by its elasticity, events as they stood out when they were last seen; intervals scale with the value:
 * they do not grow by the doubt about the suppositions themselves.
 */
export function applyScenario(
  base: readonly ScenarioPoint[],
  changes: readonly Change[],
  target: ScenarioTarget,
  history: DailySales,
): ScenarioResult {
  let points = base
  const contributions = changes.map((change) => {
    const before = sum(points)
    points = points.map((point) => changed(point, effectOn(change, point, target, history)))
    return { kind: change.kind, difference: sum(points) - before }
  })
  return { points, base: sum(base), total: sum(points), contributions }
}

/** Days of a change that fall on forecast days; an empty answer means that it changes nothing. */
export function touchedDays(base: readonly ScenarioPoint[], change: Change): number {
  if (change.kind !== 'event') return base.filter(({ date }) => within(date, change)).length
  const near = (day: string, date: string) => {
    const offset = daysBetween(day, date)
    return offset >= -change.before && offset <= change.after
  }
  return base.filter(
    ({ date }) => near(change.moved, date) || (change.expected && near(change.expected, date)),
  ).length
}
