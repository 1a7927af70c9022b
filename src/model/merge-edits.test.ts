import { expect, test } from 'vitest'
import { type CustomerEdit, foldEdits } from './customer-edit.ts'
import { editsToStore, mergeEdits } from './merge-edits.ts'

const row = (id: string, n: number, at: string, edit: CustomerEdit) => ({
  id,
  at: `2026-03-01T${at}:00.000Z`,
  data: { kind: 'customer', n, label: edit.identity, edit },
})
const change = (identity: string, set: object): CustomerEdit => ({ action: 'change', identity, set })
type Row = ReturnType<typeof row>

const folded = (mine: readonly Row[], stored: readonly Row[]) =>
  foldEdits(
    [...mine.filter(({ id }) => stored.every((each) => each.id !== id)), ...stored]
      .toSorted((a, b) => a.data.n - b.data.n)
      .map(({ data }) => data.edit),
  )

const ana = [row('m', 1, '10:00', change('ana', { country: 'PT' }))]

test('two sides that set the same field of one person otherwise are a conflict, the later is the newer', () => {
  const later = row('t', 1, '11:00', change('ana', { country: 'FR' }))
  const earlier = row('t', 9, '09:00', change('ana', { country: 'FR' }))
  expect(mergeEdits(ana, [later])).toMatchObject({ added: [], conflicts: [{ id: 't', newer: 'theirs' }] })
  expect(mergeEdits(ana, [earlier])).toMatchObject({ added: [], conflicts: [{ id: 't', newer: 'mine' }] })
})

test.each([
  ['another field', change('ana', { name: 'Ana' })],
  ['the same value', change('ana', { country: 'PT' })],
  ['another person', change('ben', { country: 'FR' })],
])('%s is no conflict', (_, edit) => {
  const theirs = row('t', 1, '11:00', edit)
  expect(mergeEdits(ana, [theirs])).toMatchObject({ added: [theirs], conflicts: [] })
})

test('an edit that was made in sight of one’s own is none either', () => {
  const theirs = row('t', 2, '11:00', change('ana', { country: 'FR' }))
  expect(mergeEdits(ana, [...ana, theirs])).toMatchObject({ added: [theirs], conflicts: [], same: 1 })
})

test.each(['mine', 'theirs'] as const)(
  'what is chosen (%s) counts, and the rest of the edit stays',
  (side) => {
    const theirs = row('t', 1, '09:00', change('ana', { country: 'FR', name: 'Ana' }))
    const stored = editsToStore(ana, mergeEdits(ana, [theirs]), () => side)
    expect(folded(ana, stored).people.get('ana')?.set).toEqual({
      country: side === 'mine' ? 'PT' : 'FR',
      name: 'Ana',
    })
  },
)

test('where one’s own counts, the rest of an edit stays, also what it changes of something that both knew', () => {
  const own = row('m2', 2, '11:00', change('ana', { name: 'Anna' }))
  const theirs = row('t', 2, '09:00', change('ana', { country: 'FR', name: 'Ana' }))
  const mine = [...ana, own]
  const stored = editsToStore(mine, mergeEdits(mine, [...ana, theirs]), () => 'mine')
  expect(folded(mine, stored).people.get('ana')?.set).toEqual({ country: 'FR', name: 'Anna' })
})

test.each([
  ['ana', 'ben'],
  ['ben', 'ana'],
])('two who are not the same by one’s own word (%s, %s) are not merged by a file', (identity, into) => {
  const mine = [row('m', 1, '10:00', { action: 'distinct', identity, into })]
  const theirs = row('t', 1, '09:00', { action: 'merge', identity: 'ana', into: 'ben', set: { name: 'Ana' } })
  const merged = mergeEdits(mine, [theirs])
  expect(merged.conflicts).toMatchObject([{ id: 't', newer: 'mine' }])
  expect(
    folded(
      mine,
      editsToStore(mine, merged, () => 'mine'),
    ).merged.size,
  ).toBe(0)
  expect(
    folded(
      mine,
      editsToStore(mine, merged, () => 'theirs'),
    ).merged.get('ana'),
  ).toBe('ben')
})

test('what a merge fills in is in dispute with what one’s own say of the person who is left', () => {
  const theirs = row('t', 1, '09:00', {
    action: 'merge',
    identity: 'ben',
    into: 'ana',
    set: { country: 'FR', phone: '1' },
  })
  const merged = mergeEdits(ana, [theirs])
  expect(merged.conflicts).toMatchObject([{ id: 't', newer: 'mine' }])
  const { people } = folded(
    ana,
    editsToStore(ana, merged, () => 'mine'),
  )
  expect(people.get('ana')?.set).toEqual({ country: 'PT', phone: '1' })
})

test('an edit that says nothing else is not stored where one’s own counts', () => {
  const theirs = row('t', 1, '09:00', change('ana', { country: 'FR' }))
  expect(editsToStore(ana, mergeEdits(ana, [theirs]), () => 'mine')).toEqual([])
})

test('customers that both sides made by hand keep apart', () => {
  const made = (id: string, identity: string) =>
    row(id, 1, '10:00', { action: 'create', identity, key: -1, set: { name: identity } })
  const mine = [made('m', 'hand:1')]
  const stored = editsToStore(
    mine,
    mergeEdits(mine, [made('t', 'hand:2'), made('u', 'hand:3')]),
    () => 'mine',
  )
  const { people } = folded(mine, stored)
  expect([...people.values()].map(({ key }) => key).toSorted()).toEqual([-1, -2, -3])
})
