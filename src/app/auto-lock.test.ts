import { expect, it } from 'vitest'
import { quietFor } from './auto-lock.ts'

const MINUTE = 60_000

it.each([
  ['both clocks run', { wall: 0, steady: 0 }, { wall: 5 * MINUTE, steady: 5 * MINUTE }, 5],
  ['the computer slept', { wall: 0, steady: 0 }, { wall: 60 * MINUTE, steady: MINUTE }, 60],
  ['the clock was set back', { wall: 90 * MINUTE, steady: 0 }, { wall: 0, steady: 16 * MINUTE }, 16],
] as const)('how long nobody gave a sign: %s', (_, last, now, minutes) => {
  expect(quietFor(last, now) / MINUTE).toBe(minutes)
})
