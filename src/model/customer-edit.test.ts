import { expect, test } from 'vitest'
import { foldEdits, identityOf, isPlain } from './customer-edit.ts'

test('later changes win field by field, and null clears', () => {
  const { people } = foldEdits([
    { action: 'change', identity: 'a@x', set: { name: 'Ana', phone: '1' } },
    { action: 'change', identity: 'a@x', set: { phone: null, tags: ['vip'] } },
    { action: 'hide', identity: 'b@x' },
  ])
  expect(people.get('a@x')).toEqual({
    set: { name: 'Ana', phone: null, tags: ['vip'] },
    hidden: false,
    key: null,
  })
  expect(people.get('b@x')?.hidden).toBe(true)
})

test('a chain of merges ends at the last one; a circle changes nothing', () => {
  const merge = (identity: string, into: string) => ({ action: 'merge', identity, into, set: {} }) as const
  const chain = foldEdits([merge('a', 'b'), merge('b', 'c')])
  expect([...chain.merged]).toEqual([
    ['a', 'c'],
    ['b', 'c'],
  ])
  expect([...foldEdits([merge('a', 'b'), merge('b', 'a')]).merged]).toEqual([['a', 'b']])
})

test('changes of one that was merged go to the one that it became', () => {
  const { people } = foldEdits([
    { action: 'merge', identity: 'a', into: 'b', set: { phone: '7' } },
    { action: 'change', identity: 'a', set: { name: 'Eva' } },
  ])
  expect(people.get('b')?.set).toEqual({ phone: '7', name: 'Eva' })
  expect(people.has('a')).toBe(false)
})

test('pairs that are not the same are known whichever way round, and lay nothing over the imports', () => {
  const folded = foldEdits([{ action: 'distinct', identity: 'b', into: 'a' }])
  expect(folded.distinct.has('a\tb')).toBe(true)
  expect(isPlain(folded)).toBe(true)
})

test('the identity of one made by hand is folded as imports fold it', () => {
  expect(identityOf({ email: ' Ana@X.es ' }, () => '1')).toBe('ana@x.es')
  expect(identityOf({ phone: '+34 600 11' }, () => '1')).toBe('tel:+3460011')
  expect(identityOf({ name: 'Ana' }, () => '1')).toBe('hand:1')
})
