import { expect, it } from 'vitest'
import { placed, typeWords } from './described.ts'

it('says types in a few words', () => {
  expect(typeWords({ type: 'array', items: { type: 'number' } })).toBe('number[]')
  expect(typeWords({ enum: ['day', 'week'] })).toBe('day | week')
  expect(typeWords({ anyOf: [{ type: 'number' }, { type: 'string' }, { type: 'string' }] })).toBe(
    'number | string',
  )
  expect(typeWords({})).toBe('any')
})

it('puts what belongs into the path, and leaves the rest', () => {
  expect(placed('/api/v1/imports/{id}/commit', { id: 'a/b', answers: { X: '1' } })).toEqual({
    address: '/api/v1/imports/a%2Fb/commit',
    rest: { answers: { X: '1' } },
  })
})
