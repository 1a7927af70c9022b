import { expect, test } from 'vitest'
import { listed } from './list.ts'
import { pageOf } from './schema.ts'

const ROWS = [
  { id: 'a', name: 'Otoño', at: '2026-03-01', rows: 10 },
  { id: 'b', name: 'Autumn sale', at: '2026-01-01', rows: 9 },
  { id: 'c', name: 'Sale', at: '2026-02-01', rows: null },
]
const PAGE = { limit: 50 }

const ids = (asked: Partial<Parameters<typeof listed>[1]>) => {
  const outcome = listed(ROWS, { ...PAGE, ...asked })
  return outcome.ok ? outcome.value.items.map(({ id }) => id).join('') : outcome.failure.code
}

test('without being asked, a list keeps its order', () => expect(ids({})).toBe('abc'))

test('a list is sorted by a field, up and down, with numbers by their size', () => {
  expect(ids({ sort: 'at' })).toBe('bca')
  expect(ids({ sort: '-at' })).toBe('acb')
  expect(ids({ sort: 'rows' })).toBe('bac')
})

test('what has no value comes last in both directions', () => {
  expect(ids({ sort: '-rows' })).toBe('abc')
})

test('words are found whatever their case and accents, all of them', () => {
  expect(ids({ q: 'OTONO' })).toBe('a')
  expect(ids({ q: 'sale autumn' })).toBe('b')
  expect(ids({ q: 'winter' })).toBe('')
})

test('pages count what was found', () => {
  const outcome = listed(ROWS, { limit: 1, q: 'sale', sort: 'name' })
  expect(outcome).toMatchObject({ ok: true, value: { total: 2, next: '1', items: [{ id: 'b' }] } })
})

test('a field that no row has is told', () => expect(ids({ sort: 'nothing' })).toBe('VALIDATION'))

test('the last page has no next, also when it is full', () => {
  const page = (limit: number, cursor?: string) =>
    pageOf([1, 2, 3, 4], { limit, ...(cursor ? { cursor } : {}) })
  expect(page(2)).toEqual({ items: [1, 2], total: 4, next: '2' })
  expect(page(2, '2')).toEqual({ items: [3, 4], total: 4, next: null })
  expect(page(4)).toEqual({ items: [1, 2, 3, 4], total: 4, next: null })
  expect(page(3)).toEqual({ items: [1, 2, 3], total: 4, next: '3' })
  expect(page(2, '9')).toEqual({ items: [], total: 4, next: null })
})
