import { describe, expect, it } from 'vitest'
import { addDays, weekday } from '../../model/day.ts'
import { seeded } from '../forecast/statistics.ts'
import { describeSeasonality } from './seasonality.ts'

const START = '2024-01-01'
const WEEK = [0.8, 0.9, 1, 1, 1.3, 1.5, 0.5]

const shop = (days: number, of: (day: string, at: number) => number) => ({
  start: START,
  values: Array.from({ length: days }, (_, at) => of(addDays(START, at), at)),
})

describe('describeSeasonality', () => {
  it('finds the ratios of the weekdays that a shop was made with', () => {
    const report = describeSeasonality(shop(364, (day) => 100 * WEEK[weekday(day) - 1]!))!
    expect(report.weekdays.map(({ ratio }) => Number(ratio.toFixed(6)))).toEqual(WEEK)
    expect(report.weekStrength).toBeCloseTo(1, 6)
    expect(report.noise).toBeCloseTo(0, 6)
  })

  it('calls noise noise: no weekday is clear where there is none, and its interval holds 1', () => {
    const random = seeded(7)
    const report = describeSeasonality(shop(728, () => 80 + 40 * random()))!
    expect(report.weekdays.filter(({ clear }) => clear).length).toBeLessThanOrEqual(1)
    expect(report.shares.noise).toBeGreaterThan(0.85)
    expect(report.weekStrength).toBeLessThan(0.1)
  })

  it('names closed days and leaves them out of the noise', () => {
    const report = describeSeasonality(shop(140, (day) => (weekday(day) === 7 ? 0 : 100)))!
    expect(report.closed).toEqual([7])
    expect(report.noise).toBeCloseTo(0, 6)
  })

  it('finds a month that sells double, and says how often it was seen', () => {
    const report = describeSeasonality(shop(1096, (day) => (day.slice(5, 7) === '11' ? 200 : 100)))!
    const november = report.months[10]!
    expect(november.seen).toBe(3)
    expect(november.ratio).toBeGreaterThan(1.7)
    expect(november.clear).toBe(true)
    expect(report.months[5]!.ratio).toBeLessThan(1)
  })

  it('gives a month seen once no interval, and less than a year no months', () => {
    const once = describeSeasonality(shop(366, () => 100))!
    expect(once.months[0]).toMatchObject({ seen: 1, low: null, high: null, clear: false })
    expect(describeSeasonality(shop(200, () => 100))!.months).toEqual([])
  })

  it('measures holidays against what the weekday would have sold', () => {
    const days = [addDays(START, 100), addDays(START, 465)]
    const report = describeSeasonality(
      shop(500, (day, at) => 100 * WEEK[weekday(day) - 1]! * (days.includes(day) ? 3 : 1 + (at % 3) / 50)),
      days.map((day) => ({ day, name: 'fair' })),
    )!
    expect(report.holidays).toHaveLength(1)
    expect(report.holidays[0]!.ratio).toBeGreaterThan(2.5)
    expect(report.holidays[0]!.clear).toBe(true)
    expect(report.shares.holidays).toBeGreaterThan(0)
  })

  it('does not depend on the unit of the sales', () => {
    const random = seeded(3)
    const base = shop(200, (day) => 100 * WEEK[weekday(day) - 1]! * (0.8 + 0.4 * random()))
    const scaled = { ...base, values: base.values.map((value) => value * 1000) }
    const [one, other] = [describeSeasonality(base)!, describeSeasonality(scaled)!]
    expect(other.weekdays.map(({ ratio }) => ratio.toFixed(9))).toEqual(
      one.weekdays.map(({ ratio }) => ratio.toFixed(9)),
    )
    expect(other.shares.noise).toBeCloseTo(one.shares.noise, 9)
  })

  it('answers null for less than two weeks and for no sales at all', () => {
    expect(describeSeasonality(shop(13, () => 5))).toBeNull()
    expect(describeSeasonality(shop(60, () => 0))).toBeNull()
  })
})
