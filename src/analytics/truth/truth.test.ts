import { describe, expect, it } from 'vitest'
import { addDays } from '../../model/day.ts'
import { holdAgainst } from './truth.ts'

const START = '2025-05-01'
const points = (values: readonly number[]) =>
  values.map((value, at) => ({
    date: addDays(START, at),
    value,
    intervals: { '80': [value - 10, value + 10] as const },
  }))
const actual = (values: readonly number[], start = START) => ({
  known: new Map(values.map((value, at) => [addDays(start, at), value])),
  season: 7,
})
const before = [10, 20, 30, 40, 50, 60, 70]
const wave = [4, -4, 3, -3, 4, -4, 3, -3, 4, -4]

describe('holdAgainst', () => {
  it('counts only days that are over', () => {
    expect(
      holdAgainst({ points: points([1, 2]), expectedError: 1, before }, actual([1], '2025-04-01')),
    ).toBeNull()
    const truth = holdAgainst(
      { points: points([100, 100, 100]), expectedError: 5, before },
      actual([90, 120]),
    )!
    expect(truth).toMatchObject({ state: 'early', days: 2, mae: 15, forecast: 200, actual: 210 })
    expect(truth.bias).toBeCloseTo(-10 / 210, 12)
    expect(truth.coverage).toEqual({ '80': 0.5 })
  })

  it('is content with a forecast that errs as was expected to both sides', () => {
    const truth = holdAgainst(
      { points: points(wave.map(() => 100)), expectedError: 4, before },
      actual(wave.map((off) => 100 + off)),
    )!
    expect(truth).toMatchObject({ state: 'as_expected', coverage: { '80': 1 } })
  })

  it('tells a forecast that is off to one side', () => {
    const truth = holdAgainst(
      { points: points(wave.map(() => 100)), expectedError: 9, before },
      actual(wave.map((off) => 92 + off)),
    )!
    expect(truth.state).toBe('biased')
  })

  it('tells errors far above those of the tests, and a simple rule that did better', () => {
    const off = actual(wave.map((_, at) => (at % 2 ? 130 : 70)))
    expect(holdAgainst({ points: points(wave.map(() => 100)), expectedError: 10, before }, off)!.state).toBe(
      'worse',
    )
    const same = actual([...before, ...before])
    expect(
      holdAgainst(
        { points: points([...before, ...before].map((v) => v + 5)), expectedError: 5, before },
        same,
      )!.state,
    ).toBe('naive')
  })

  it('does not know a simple rule without a week before', () => {
    expect(
      holdAgainst({ points: points([1]), expectedError: null, before: [1] }, actual([1]))!.naive,
    ).toBeNull()
  })
})
