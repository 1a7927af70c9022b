import { median } from '../forecast/statistics.ts'
import type { Scores } from './rfm.ts'

/** The six segments, best first. */
export const SEGMENTS = ['vip', 'frequent', 'occasional', 'new', 'at_risk', 'inactive'] as const
export type SegmentName = (typeof SEGMENTS)[number]

/** What counts as new and as quiet in this shop, in days. */
export interface Limits {
  readonly newDays: number
  readonly quietDays: number
}

const between = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, Math.round(value)))

/**
 * Limits from the shop's rhythm: new is within one median gap between visits (30 to 90 days), quiet is silent for
 * longer than two of them (30 to 365 days). Without repeat visits: 60 and 120 days.
 */
export function segmentLimits(gaps: Float64Array): Limits {
  const gap = gaps.length > 0 ? median(gaps) : 60
  return { newDays: between(gap, 30, 90), quietDays: between(2 * gap, 30, 365) }
}

/** One customer, as the rule sees it. */
export interface Judged extends Scores {
  readonly orders: number
  readonly sinceFirst: number
  readonly sinceLast: number
}

const isQuiet = (who: Judged, limits: Limits): boolean => who.r <= 2 && who.sinceLast > limits.quietDays

const isNew = (who: Judged, limits: Limits): boolean => who.sinceFirst <= limits.newDays && who.orders <= 2

/**
 * Segment by rule, the first that holds: new (first order within `newDays`, at most two orders); of the quiet (R at most
 * 2 and silent beyond `quietDays`) at risk when they had two orders or more and the mean of F and M is at least 3, else
 * inactive; VIP (mean of F and M at least 4.5, two orders or more); frequent (F at least 4, three orders or more);
 * occasional.
 */
export function segmentByRule(who: Judged, limits: Limits): SegmentName {
  const value = (who.f + who.m) / 2
  if (isNew(who, limits)) return 'new'
  if (isQuiet(who, limits)) return who.orders >= 2 && value >= 3 ? 'at_risk' : 'inactive'
  if (who.orders >= 2 && value >= 4.5) return 'vip'
  return who.orders >= 3 && who.f >= 4 ? 'frequent' : 'occasional'
}

/**
 * Whether a name is true of a customer, whatever cluster it stands in: new is new and nobody else; at risk and inactive
 * are quiet, at risk with two orders or more; VIPs have two orders or more and a mean of F and M of at least 4, frequent
 * ones three orders or more; VIP, frequent and occasional are not quiet.
 */
export function mayBeCalled(name: SegmentName, who: Judged, limits: Limits): boolean {
  const quiet = isQuiet(who, limits)
  if (name === 'new' || isNew(who, limits)) return name === 'new' && isNew(who, limits)
  if (name === 'inactive') return quiet
  if (name === 'at_risk') return quiet && who.orders >= 2
  if (quiet) return false
  if (name === 'vip') return who.orders >= 2 && who.f + who.m >= 8
  return name === 'occasional' || who.orders >= 3
}
