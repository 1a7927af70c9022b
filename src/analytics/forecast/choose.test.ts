import { expect, it } from 'vitest'
import type { Plan, Run } from './backtest.ts'
import { standing } from './choose.ts'

const cut = (truth: number) => ({
  truth: Float64Array.of(truth),
  scale: 2,
  spread: Float64Array.of(1),
})
const plan = {
  history: { values: [], frequency: 'D' },
  demand: 'smooth',
  origins: { validation: [3], test: [4, 5], horizon: 1 },
  cuts: [cut(10), cut(10), cut(10)],
} as unknown as Plan
const run = (name: Run['name'], guesses: readonly (number | null)[]): Run => ({
  name,
  guesses: guesses.map((guess) => (guess === null ? null : Float64Array.of(guess))),
  final: Float64Array.of(1),
  state: null,
  seconds: 0,
})

it('holds a model that was tried at fewer windows against the simple rule on the same ones', () => {
  const simple = run('seasonal_naive', [11, 14, 11])
  const few = standing(plan, run('ets', [10, null, 10.5]), simple)
  expect(few).toMatchObject({ origins: 1, mase: 0.25, ratio: 0.5 })
  expect(standing(plan, simple, simple)).toMatchObject({ origins: 2, mase: 1.25, ratio: 1 })
  expect(standing(plan, run('ets', [10, 10, 10]), undefined).ratio).toBeNull()
})
