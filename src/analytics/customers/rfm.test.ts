import { expect, it } from 'vitest'
import type { CustomerDays } from './customer-days.ts'
import { customerFacts, visitGaps } from './facts.ts'
import { ruleSegments } from './judged.ts'
import { migrate } from './migration.ts'
import { scoreRfm } from './rfm.ts'
import { segmentByRule, segmentLimits } from './segment-rule.ts'

type Row = readonly [customer: number, day: number, orders: number, net: number]

const table = (rows: readonly Row[]): CustomerDays => {
  const column = (at: 0 | 1 | 2 | 3) => Float64Array.from(rows, (row) => row[at])
  const zeros = new Float64Array(rows.length)
  return {
    customer: column(0),
    day: column(1),
    orders: column(2),
    gross: column(3),
    discount: zeros,
    returned: zeros,
    net: column(3),
  }
}

it('counts visits by day, leaves later days and customers without an order out', () => {
  const days = table([
    [1, 10, 2, 500],
    [1, 14, 0, -100],
    [1, 20, 1, 300],
    [1, 90, 1, 999],
    [2, 95, 1, 100],
    [3, 12, 0, -50],
  ])
  const facts = customerFacts(days, 40)
  expect([...facts.id]).toEqual([1])
  expect([facts.first[0], facts.last[0], facts.orders[0], facts.visits[0]]).toEqual([10, 20, 3, 2])
  expect([facts.net[0], facts.repeatNet[0], facts.gapSquares[0], facts.lastGap[0]]).toEqual([
    700, 200, 100, 10,
  ])
  expect([...visitGaps(days, 200)]).toEqual([10, 70])
})

it('scores fifths by hand, ties alike and to the lower score', () => {
  const rows = Array.from({ length: 10 }, (_, at): Row => [at, 100 - at, 1, 100 * (at + 1)])
  const rfm = scoreRfm(customerFacts(table(rows), 100))
  expect(rfm.cuts).toEqual({ recency: [1, 3, 5, 7], orders: [1, 1, 1, 1], net: [200, 400, 600, 800] })
  expect([...rfm.r]).toEqual([5, 5, 4, 4, 3, 3, 2, 2, 1, 1])
  expect([...rfm.f]).toEqual(Array.from({ length: 10 }, () => 1))
  expect([...rfm.m]).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
})

it('does not depend on the unit of money or on the day from which days are counted', () => {
  const rows = Array.from({ length: 40 }, (_, at): Row => [
    at >> 1,
    10 + (at % 2) * (at % 7) + (at >> 1),
    1,
    37 * ((at * 17) % 23),
  ])
  const plain = scoreRfm(customerFacts(table(rows), 100))
  const moved = scoreRfm(customerFacts(table(rows.map(([c, d, o, n]) => [c, d + 5000, o, n * 3])), 5100))
  expect([moved.r, moved.f, moved.m]).toEqual([plain.r, plain.f, plain.m])
})

it('names each of the six by the stated rule', () => {
  const limits = segmentLimits(Float64Array.from([20, 40, 60]))
  expect(limits).toEqual({ newDays: 40, quietDays: 80 })
  const who = { r: 5, f: 5, m: 5, orders: 9, sinceFirst: 400, sinceLast: 3 }
  expect(segmentByRule(who, limits)).toBe('vip')
  expect(segmentByRule({ ...who, m: 3 }, limits)).toBe('frequent')
  expect(segmentByRule({ ...who, m: 3, f: 2 }, limits)).toBe('occasional')
  expect(segmentByRule({ ...who, orders: 1, sinceFirst: 40 }, limits)).toBe('new')
  expect(segmentByRule({ ...who, orders: 2, sinceFirst: 40 }, limits)).toBe('new')
  expect(segmentByRule({ ...who, orders: 3, sinceFirst: 40 }, limits)).toBe('vip')
  expect(segmentByRule({ ...who, orders: 1, m: 3, f: 2, sinceFirst: 41 }, limits)).toBe('occasional')
  expect(segmentByRule({ ...who, r: 1, sinceLast: 81 }, limits)).toBe('at_risk')
  expect(segmentByRule({ ...who, r: 1, sinceLast: 80 }, limits)).toBe('vip')
  expect(segmentByRule({ ...who, r: 1, f: 1, m: 2, orders: 1, sinceLast: 81 }, limits)).toBe('inactive')
})

it('tells who entered, rose, fell and stayed', () => {
  const days = table([
    [1, 0, 1, 10],
    [1, 100, 1, 10],
    [2, 0, 1, 10],
    [3, 150, 1, 10],
  ])
  const limits = { newDays: 30, quietDays: 60 }
  const before = ruleSegments(customerFacts(days, 10), limits)
  const after = ruleSegments(customerFacts(days, 150), limits)
  const moves = migrate(before, after)
  expect(moves.entered).toBe(1)
  expect(moves.up + moves.down + moves.same).toBe(2)
  expect(moves.cells.reduce((sum, { count }) => sum + count, 0)).toBe(3)
})
