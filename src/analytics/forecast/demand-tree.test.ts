import { describe, expect, it } from 'vitest'
import { added, branchAhead, chooseMethod, gainOf, type DemandNode } from './demand-tree.ts'
import type { SeriesForecast } from './forecast-series.ts'
import { seeded } from './statistics.ts'

const STEPS = 4
const LENGTH = 60
/** Starts of the validation windows, counted from the end; the last window of all is the test. */
const WINDOWS = [28, 24, 20, 16, 12, 8]

type Guess = (truth: Float64Array, fromEnd: number) => readonly number[]

function node(
  name: string,
  values: Float64Array,
  guess: Guess,
  parts: readonly DemandNode[] = [],
): DemandNode {
  const at = (fromEnd: number) => guess(values.slice(LENGTH - fromEnd, LENGTH - fromEnd + STEPS), fromEnd)
  const forecast = {
    point: at(STEPS),
    rehearsals: WINDOWS.map((fromEnd) => ({ fromEnd, guess: at(fromEnd) })),
    latest: { guess: at(STEPS), truth: Array.from(values.slice(-STEPS)) },
  } as unknown as SeriesForecast
  return { name, values, forecast, parts }
}

/** Two categories of three products each; how far off products and their parents are is given. */
function tree(productNoise: number, parentNoise: number, bias = 0): DemandNode {
  const random = seeded(8)
  const noise = (): number => random() + random() + random() - 1.5
  const off =
    (size: number, shift = 0): Guess =>
    (truth) =>
      Array.from(truth, (value) => value + size * noise() + shift)
  const category = (name: string): DemandNode => {
    const parts = [1, 2, 3].map((i) => {
      const values = Float64Array.from({ length: LENGTH }, () => 20 + 10 * random())
      return node(`${name}${i}`, values, off(productNoise, bias))
    })
    return node(name, added(parts.map(({ values }) => values)), off(parentNoise), parts)
  }
  const parts = ['cups', 'plates'].map(category)
  return node('shop', added(parts.map(({ values }) => values)), off(parentNoise), parts)
}

describe('the method is chosen on validation windows', () => {
  it('bottom-up where the products are sure and the parents are not', () => {
    expect(chooseMethod(tree(0.1, 40))).not.toBe('top_down')
    const gain = gainOf(tree(0.1, 40), { method: 'bottom_up', held: false })
    expect(gain[0]!.after).toBeLessThan(gain[0]!.before / 5)
  })

  it('not bottom-up where all products are too low together', () => {
    expect(chooseMethod(tree(1, 1, -8))).not.toBe('bottom_up')
    const gain = gainOf(tree(1, 1, -8), { method: 'mint', held: false })
    expect(gain.at(-1)!.after).toBeLessThan(gain.at(-1)!.before / 2)
    expect(gain[0]!.after).toBeLessThan(2 * gain[0]!.before)
  })

  it('whatever came in the test window', () => {
    const spoil = (one: DemandNode): DemandNode => ({
      ...one,
      values: one.values.map((value, i) => (i >= LENGTH - STEPS ? 1000 * (i % 3) : value)),
      parts: one.parts.map(spoil),
    })
    const shop = tree(4, 4, -2)
    expect(chooseMethod(spoil(shop))).toBe(chooseMethod(shop))
    expect(branchAhead(spoil(shop))).toEqual(branchAhead(shop))
  })
})

it('without validation windows the products are added up', () => {
  const bare = (one: DemandNode): DemandNode => ({
    ...one,
    forecast: { ...one.forecast, rehearsals: [] },
    parts: one.parts.map(bare),
  })
  expect(chooseMethod(bare(tree(1, 1)))).toBe('bottom_up')
})
