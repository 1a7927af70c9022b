import { describe, expect, it } from 'vitest'
import type { History } from './history.ts'
import { fewestSteps, fromFirstSale, prepare, stepsAhead, workingSeason } from './prepare.ts'
import { seeded } from './statistics.ts'

const week = [5, 6, 7, 8, 9, 0, 4]
const daily = (values: number[]): History => ({ values, start: '2024-01-01', frequency: 'D' })
const weeks = (count: number, change = (value: number, _: number) => value): number[] =>
  Array.from({ length: 7 * count }, (_, day) => change(week[day % 7]!, day))

describe('closed weekdays', () => {
  it('are taken out, so that the week is six days long', () => {
    const { series, closed } = prepare(daily(weeks(10)))
    expect(closed).toEqual([false, false, false, false, false, true, false])
    expect(series.season).toBe(6)
    expect(Array.from(series.values.slice(0, 7))).toEqual([5, 6, 7, 8, 9, 4, 5])
    expect(Array.from(series.positions.slice(4, 7))).toEqual([4, 6, 7])
  })

  it('are left out of the steps ahead', () => {
    const { closed } = prepare(daily(weeks(10)))
    expect(Array.from(stepsAhead(daily([]), closed, 70, 8).positions)).toEqual([70, 71, 72, 73, 74, 76, 77])
  })

  it('stay when the shop sold on one of the last eight of them', () => {
    const { closed } = prepare(daily(weeks(10, (value, day) => (day === 68 ? 3 : value))))
    expect(closed).not.toContain(true)
  })

  it('do not exist in a series that hardly ever sells', () => {
    const { closed } = prepare(daily(weeks(10, (_, day) => (day % 21 === 0 ? 2 : 0))))
    expect(closed).not.toContain(true)
  })
})

it('fills a closure of some days inside the series, but not one at its end', () => {
  const gap = weeks(20, (value, day) => ((day >= 63 && day < 70) || day >= 138 ? 0 : value))
  const { series } = prepare(daily(gap))
  expect(Array.from(series.values.slice(54, 60))).toEqual([5, 6, 7, 8, 9, 4])
  expect(Array.from(series.raw.slice(54, 60))).toEqual([0, 0, 0, 0, 0, 0])
  expect(series.values.at(-1)).toBe(0)
})

it('cuts one spike back and leaves the rest alone', () => {
  const noisy = weeks(20, (value, day) => (day === 72 ? 500 : value + (value ? (day % 3) / 2 : 0)))
  const { series } = prepare(daily(noisy))
  expect(Math.max(...series.raw)).toBe(500)
  expect(Math.max(...series.values)).toBeLessThan(30)
})

it('looks at nothing after the length asked for', () => {
  const values = weeks(20)
  const changed = values.map((value, day) => (day < 100 ? value : 1e6))
  expect(prepare(daily(values), 100)).toEqual(prepare(daily(changed), 100))
})

it.each([
  ['D', 13, 1],
  ['D', 14, 7],
  ['M', 24, 1],
  ['M', 28, 12],
  ['Y', 30, 1],
  ['H', 47, 1],
  ['H', 48, 24],
] as const)('season of %s with %d steps is %d', (frequency, count, season) => {
  expect(workingSeason({ values: Array.from({ length: count }, (_, i) => i % 5), frequency })).toBe(season)
})

it('takes weeks of the year only when years repeat', () => {
  const wave = Array.from({ length: 160 }, (_, i) => 100 + 30 * Math.sin((2 * Math.PI * i) / 52))
  let level = 100
  const random = seeded(2)
  const walk = wave.map(() => (level += 10 * random() - 5))
  expect(workingSeason({ values: wave, frequency: 'W' })).toBe(52)
  expect(workingSeason({ values: walk, frequency: 'W' })).toBe(1)
})

it('begins at the first sale and moves the start', () => {
  const late = fromFirstSale({ ...daily([0, 0, 0, 4, 5]), regressors: { promo: [1, 2, 3, 4, 5, 6] } })
  expect(Array.from(late.values)).toEqual([4, 5])
  expect(late.start).toBe('2024-01-04')
  expect(late.regressors).toEqual({ promo: [4, 5, 6] })
})

it('says how many steps a comparison needs', () => {
  expect(fewestSteps(daily([]))).toBe(18)
  expect(fewestSteps({ values: [], frequency: 'M' })).toBe(9)
})
