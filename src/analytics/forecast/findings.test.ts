import { expect, it } from 'vitest'
import { findingsOf } from './findings.ts'
import { seeded } from './statistics.ts'

const open = new Array<boolean>(7).fill(false)
const shop = (days: number, change: (value: number, day: number) => number = (value) => value): number[] => {
  const random = seeded(7)
  return Array.from({ length: days }, (_, day) => change((10 + (day % 7)) * (0.9 + 0.2 * random()), day))
}
const kinds = (values: number[], closed = open): unknown[] =>
  findingsOf({ values, frequency: 'D' }, closed).map(({ kind, at, steps }) => [kind, at, steps])

it('finds nothing in an even shop', () => {
  expect(kinds(shop(200))).toEqual([])
})

it('finds a spike and a dip', () => {
  expect(kinds(shop(200, (value, day) => (day === 50 ? 90 : day === 80 ? 0.5 : value)))).toEqual([
    ['spike', 50, 1],
    ['dip', 80, 1],
  ])
})

it('finds days without data, and tells them from weekdays that are always closed', () => {
  const closed = open.map((_, phase) => phase === 2)
  const values = shop(200, (value, day) => (day % 7 === 2 || (day >= 60 && day < 65) ? 0 : value))
  expect(kinds(values, closed)).toEqual([['gap', 60, 5]])
})

it('says when sales ended', () => {
  expect(kinds(shop(200, (value, day) => (day >= 170 ? 0 : value)))).toContainEqual(['ended', 170, 30])
})

it('does not tell half a year without sales as a change of level, too', () => {
  const found = kinds(shop(500, (value, day) => (day >= 150 && day < 331 ? 0 : value)))
  expect(found).toContainEqual(['gap', 150, 181])
  expect(found.map((one) => (one as [string])[0])).not.toContain('level_shift')
})

it('takes gaps of a product that sells now and then for what they are', () => {
  const random = seeded(5)
  const values = Array.from({ length: 300 }, () => (random() < 0.3 ? 1 : 0))
  expect(kinds(values)).toEqual([])
})

it('finds a change of level within a week', () => {
  const found = findingsOf(
    { values: shop(300, (value, day) => (day >= 150 ? 2 * value : value)), frequency: 'D' },
    open,
  )
  const shift = found.find(({ kind }) => kind === 'level_shift')!
  expect(Math.abs(shift.at - 150)).toBeLessThanOrEqual(7)
  expect(shift.value / shift.usual).toBeGreaterThan(1.7)
})
