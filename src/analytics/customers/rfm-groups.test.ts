import { expect, it } from 'vitest'
import { fmOf, rfmGroup } from './rfm-groups.ts'

it('takes the mean of F and M, halves up', () => {
  expect(fmOf(1, 2)).toBe(2)
  expect(fmOf(4, 5)).toBe(5)
  expect(fmOf(3, 5)).toBe(4)
  expect(fmOf(1, 1)).toBe(1)
})

it('names the corners of the table, recency by rows and worth by columns', () => {
  expect(rfmGroup(5, 5)).toBe('champions')
  expect(rfmGroup(5, 1)).toBe('new')
  expect(rfmGroup(1, 5)).toBe('previously_loyal')
  expect(rfmGroup(1, 1)).toBe('dormant')
  expect(rfmGroup(3, 1)).toBe('needs_attention')
  expect(rfmGroup(2, 1)).toBe('almost_lost')
})
