import { expect, it } from 'vitest'
import { restOf, tellable, tellableShare, type ViewerGroup } from './viewer.ts'

const group = (name: string, people: number, net_sales = people): ViewerGroup => ({
  name,
  people,
  net_sales,
  orders: people,
  units: people,
})
const names = (groups: readonly ViewerGroup[]) => groups.map(({ name }) => name)

it('tells all where all are large', () => {
  const { told, withheld } = tellable([group('a', 5), group('b', 9)])
  expect(names(told)).toEqual(['b', 'a'])
  expect(withheld).toEqual([])
})

it('withholds the smallest of the large with a small one: the total less the rest must not give it away', () => {
  const all = [group('a', 20), group('b', 7), group('c', 4), group('d', 30)]
  const { told, withheld } = tellable(all)
  expect(names(told)).toEqual(['d', 'a'])
  expect(names(withheld).toSorted()).toEqual(['b', 'c'])
  // Law: whatever is left when the told are taken from the total rests on five people at least.
  expect(Math.max(...withheld.map(({ people }) => people))).toBeGreaterThanOrEqual(5)
  expect(restOf(withheld, 2)).toEqual({ groups: 2, net_sales: 11, units: 11 })
})

it('tells nothing where all are small, and withholds beyond a limit without another', () => {
  expect(names(tellable([group('a', 4), group('b', 1)]).told)).toEqual([])
  expect(names(tellable([group('a', 9), group('b', 8), group('c', 7)], 2).told)).toEqual(['a', 'b'])
})

it('tells a share only where enough did and enough did not', () => {
  expect(tellableShare(5, 10)).toBe(0.5)
  expect(tellableShare(0, 10)).toBe(0)
  expect(tellableShare(10, 10)).toBe(1)
  expect([tellableShare(4, 10), tellableShare(8, 10), tellableShare(0, 0)]).toEqual([null, null, null])
})
