import { expect, it } from 'vitest'
import { mergeRecords } from './merge-records.ts'

const row = (id: string, at: string, data: Record<string, unknown>) => ({ id, at, data })

it('adds what is new, keeps what is equal, and shows what differs with the newer side', () => {
  const mine = [row('a', '2024-01-01', { text: 'x', n: 1 }), row('b', '2024-01-05', { text: 'mine' })]
  const theirs = [
    row('a', '2024-02-01', { n: 1, text: 'x' }),
    row('b', '2024-01-04', { text: 'theirs' }),
    row('c', '2024-01-01', { text: 'new' }),
  ]
  expect(mergeRecords(mine, theirs)).toEqual({
    added: [theirs[2]],
    same: 1,
    conflicts: [{ id: 'b', mine: mine[1], theirs: theirs[1], newer: 'mine' }],
  })
  expect(mergeRecords(theirs, mine).conflicts.map(({ newer }) => newer)).toEqual(['theirs'])
  expect(mergeRecords(mine, mine)).toEqual({ added: [], same: 2, conflicts: [] })
})

it('asks nothing about two that differ in what says nothing of them', () => {
  const mine = [row('a', '2024-01-01', { name: 'march.csv', columns: ['x'] })]
  const theirs = [row('a', '2024-02-01', { name: 'april.csv', columns: ['x'] })]
  expect(mergeRecords(mine, theirs, 'name')).toEqual({ added: [], same: 1, conflicts: [] })
  expect(mergeRecords(mine, theirs).conflicts).toHaveLength(1)
  const other = [row('a', '2024-02-01', { name: 'april.csv', columns: ['y'] })]
  expect(mergeRecords(mine, other, 'name').conflicts).toHaveLength(1)
})
