import { expect, it } from 'vitest'
import { copiesToKeep } from './rescue-rule.ts'

const dayOf = (instant: string) => instant.slice(0, 10)

it('keeps three of today and one of every day before', () => {
  const made = [
    '2024-03-10T08:00:00Z',
    '2024-03-10T12:00:00Z',
    '2024-03-10T09:00:00Z',
    '2024-03-10T10:00:00Z',
    '2024-03-09T23:00:00Z',
    '2024-03-09T08:00:00Z',
    '2024-01-01T08:00:00Z',
  ]
  expect(copiesToKeep(made, '2024-03-10T23:00:00Z', dayOf)).toEqual([
    '2024-03-10T12:00:00Z',
    '2024-03-10T10:00:00Z',
    '2024-03-10T09:00:00Z',
    '2024-03-09T23:00:00Z',
    '2024-01-01T08:00:00Z',
  ])
})

it('keeps ten at most, the newest', () => {
  const made = Array.from({ length: 40 }, (_, at) => new Date(Date.UTC(2024, 0, 1 + at)).toISOString())
  const kept = copiesToKeep(made, '2024-03-10T23:00:00Z', dayOf)
  expect(kept).toHaveLength(10)
  expect([kept[0], kept[9]]).toEqual(['2024-02-09T00:00:00.000Z', '2024-01-31T00:00:00.000Z'])
})

it('a copy that is kept today is kept tomorrow, or a newer one of its day', () => {
  const made = ['2024-03-10T08:00:00Z', '2024-03-10T12:00:00Z']
  expect(copiesToKeep(made, '2024-03-11T08:00:00Z', dayOf)).toEqual(['2024-03-10T12:00:00Z'])
})

it('of a clock that was set back, what was made by it then gives way to what is made now', () => {
  const ahead = Array.from({ length: 12 }, (_, at) => new Date(Date.UTC(2025, 0, 1 + at)).toISOString())
  const made = ['2024-03-10T08:00:00Z', '2024-03-09T08:00:00Z', ...ahead]
  const kept = copiesToKeep(made, '2024-03-10T09:00:00Z', dayOf)
  expect(kept).toHaveLength(10)
  expect(kept.slice(0, 3)).toEqual([
    '2024-03-10T08:00:00Z',
    '2024-03-09T08:00:00Z',
    '2025-01-12T00:00:00.000Z',
  ])
})
