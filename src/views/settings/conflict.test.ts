import { expect, test } from 'vitest'
import { type Conflict, differencesOf, kindOf, nameOf } from './conflict.ts'

const conflict = (table: string, mine: object, theirs: object): Conflict => ({
  table,
  id: 'a',
  mine: { at: '2026-03-01T10:00:00Z', data: { ...mine } },
  theirs: { at: '2026-03-02T10:00:00Z', data: { ...theirs } },
  newer: 'theirs',
})

test('a conflict names its kind, its record and the fields that differ, within others too', () => {
  const segment = conflict(
    'segments',
    { name: 'Regulars', filter: { orders_min: 3, country: 'ES' } },
    { name: 'Regulars', filter: { orders_min: 4, country: 'ES' } },
  )
  expect([kindOf(segment), nameOf(segment)]).toEqual(['segments', 'Regulars'])
  expect(differencesOf(segment)).toEqual([{ field: 'filter.orders_min', mine: '3', theirs: '4' }])
})

test('of two edits of a customer only what they set is told', () => {
  const edit = (n: number, country: string) => ({
    kind: 'customer',
    n,
    label: 'Ana',
    edit: { action: 'change', identity: 'ana', set: { country } },
  })
  const found = conflict('edits', edit(1, 'PT'), edit(5, 'FR'))
  expect([kindOf(found), nameOf(found)]).toEqual(['edits', 'Ana'])
  expect(differencesOf(found)).toEqual([{ field: 'country', mine: 'PT', theirs: 'FR' }])
})

test('a field of one side only is a dash on the other; long texts are cut; a kind of tomorrow is another one', () => {
  const found = conflict('dreams', { text: 'x'.repeat(400) }, {})
  expect(kindOf(found)).toBe('other')
  expect(differencesOf(found)).toEqual([{ field: 'text', mine: `${'x'.repeat(300)}…`, theirs: '–' }])
})
