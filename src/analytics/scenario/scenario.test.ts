import { describe, expect, it } from 'vitest'
import { addDays } from '../../model/day.ts'
import { applyScenario, type Change, touchedDays } from './scenario.ts'

const START = '2025-03-01'
const base = Array.from({ length: 10 }, (_, at) => ({
  date: addDays(START, at),
  value: 100,
  intervals: { '80': [80, 120] as const, '95': [60, 140] as const },
}))
const history = { start: '2024-01-01', values: Array.from({ length: 425 }, () => 50) }
const days = { from: '2025-03-03', to: '2025-03-04' }
const run = (changes: readonly Change[], target: 'net_sales' | 'units' | 'orders' = 'net_sales') =>
  applyScenario(base, changes, target, history)

describe('applyScenario', () => {
  it('changes nothing without suppositions, and nothing outside of their days', () => {
    expect(run([])).toMatchObject({ base: 1000, total: 1000, contributions: [] })
    const { points } = run([{ kind: 'level', percent: 10, ...days }])
    expect(points.map(({ value }) => Math.round(value))).toEqual([
      100, 100, 110, 110, 100, 100, 100, 100, 100, 100,
    ])
  })

  it('scales intervals with the value', () => {
    const { points } = run([{ kind: 'stock_out', share: 50, ...days }])
    expect(points[2]).toMatchObject({ value: 50, intervals: { '80': [40, 60], '95': [30, 70] } })
  })

  it.each([
    ['net_sales', 100 * 1.1 ** -1.5 * 1.1],
    ['units', 100 * 1.1 ** -1.5],
    ['orders', 100 * 1.1 ** -1.5],
  ] as const)('moves %s by a price with constant elasticity', (target, expected) => {
    const { points } = run([{ kind: 'price', percent: 10, elasticity: -1.5, share: 100, ...days }], target)
    expect(points[2]!.value).toBeCloseTo(expected, 9)
  })

  it('keeps money where elasticity is −1, and touches only the share it is told', () => {
    const even = run([{ kind: 'price', percent: 25, elasticity: -1, share: 100, ...days }])
    expect(even.total).toBeCloseTo(1000, 9)
    const part = run([{ kind: 'promotion', uplift: 50, discount: 20, share: 40, ...days }])
    expect(part.points[2]!.value).toBeCloseTo(100 * (0.6 + 0.4 * 1.5 * 0.8), 9)
  })

  it('raises sales with spend by its elasticity', () => {
    expect(run([{ kind: 'spend', percent: 100, elasticity: 0.1, ...days }]).points[2]!.value).toBeCloseTo(
      100 * 2 ** 0.1,
      9,
    )
  })

  it('takes the same weekday a year before, and leaves days alone that it does not know', () => {
    const known = run([{ kind: 'last_year', percent: 20, ...days }])
    expect(known.points[2]).toMatchObject({ value: 60, intervals: { '80': [48, 72] } })
    const blind = applyScenario(base, [{ kind: 'last_year', percent: 0, ...days }], 'net_sales', {
      start: '2025-02-20',
      values: [1, 2, 3],
    })
    expect(blind.total).toBe(1000)
  })

  it('moves an event with what it did when it was last seen', () => {
    const past = '2024-06-10'
    const at = 161
    const values = history.values.map((value, index) => (index === at ? 150 : value))
    const moved: Change = { kind: 'event', past, expected: null, moved: '2025-03-05', before: 0, after: 0 }
    const { points, contributions } = applyScenario(base, [moved], 'net_sales', { ...history, values })
    expect(addDays('2024-01-01', at)).toBe(past)
    expect(points[4]!.value).toBeCloseTo(300, 9)
    expect(contributions).toEqual([{ kind: 'event', difference: 200 }])
    const both = applyScenario(base, [{ ...moved, expected: '2025-03-07' }], 'net_sales', {
      ...history,
      values,
    })
    expect(both.points[6]!.value).toBeCloseTo(100 / 3, 9)
    expect(touchedDays(base, { ...moved, expected: '2025-03-07' })).toBe(2)
  })

  it('splits the difference among the changes without remainder', () => {
    const made = run([
      { kind: 'price', percent: -10, elasticity: -2, share: 60, ...days },
      { kind: 'stock_out', share: 30, from: '2025-03-04', to: '2025-03-08' },
      { kind: 'level', percent: 5, from: START, to: '2025-03-10' },
    ])
    const split = made.contributions.reduce((total, { difference }) => total + difference, 0)
    expect(split).toBeCloseTo(made.total - made.base, 9)
  })
})
