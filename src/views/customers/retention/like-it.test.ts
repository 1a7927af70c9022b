import { expect, it } from 'vitest'
import { likeIt } from './like-it.ts'

it('finds the group of whom about as much was said; none where nothing was measured', () => {
  const bands = [
    { count: 40, predicted: 0.1, actual: 0.08 },
    { count: 41, predicted: 0.5, actual: 0.47 },
    { count: 39, predicted: 0.9, actual: 0.96 },
  ]
  expect([0, 0.31, 0.7, 1].map((said) => likeIt(bands, said)?.count)).toEqual([40, 41, 41, 39])
  expect(likeIt([], 0.5)).toBeUndefined()
})
