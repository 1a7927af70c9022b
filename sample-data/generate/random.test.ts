import { describe, expect, it } from 'vitest'
import { makeRandom } from './random.ts'

const COUNT = 40_000
const moments = (draw: () => number) => {
  const values = Array.from({ length: COUNT }, draw)
  const mean = values.reduce((sum, value) => sum + value, 0) / COUNT
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / COUNT
  return { mean, variance }
}

describe('makeRandom', () => {
  it('repeats itself for a seed and label, and only for them', () => {
    const first = (seed: number, label: string) => Array.from({ length: 5 }, makeRandom(seed, label).uniform)
    expect(first(7, 'a')).toEqual(first(7, 'a'))
    expect(first(7, 'a')).not.toEqual(first(8, 'a'))
    expect(first(7, 'a')).not.toEqual(first(7, 'b'))
  })

  const random = makeRandom(1, 'moments')
  it.each([
    ['uniform', () => random.uniform(), 1 / 2, 1 / 12],
    ['normal(3, 2)', () => random.normal(3, 2), 3, 4],
    ['exponential(4)', () => random.exponential(4), 1 / 4, 1 / 16],
    ['gamma(0.3, 5)', () => random.gamma(0.3, 5), 0.06, 0.012],
    ['gamma(4, 2)', () => random.gamma(4, 2), 2, 1],
    ['beta(0.9, 2.1)', () => random.beta(0.9, 2.1), 0.3, 0.0525],
    ['poisson(2.5)', () => random.poisson(2.5), 2.5, 2.5],
    ['poisson(95)', () => random.poisson(95), 95, 95],
  ])('%s has its mean and variance', (_, draw, mean, variance) => {
    const seen = moments(draw)
    expect(Math.abs(seen.mean - mean)).toBeLessThan(5 * Math.sqrt(variance / COUNT))
    expect(seen.variance / variance).toBeGreaterThan(0.9)
    expect(seen.variance / variance).toBeLessThan(1.1)
  })

  it('draws indices in proportion to their weights and never one of weight 0', () => {
    const counts = [0, 0, 0]
    for (let i = 0; i < COUNT; i++) counts[random.weighted([1, 0, 3])]!++
    expect(counts[1]).toBe(0)
    expect(counts[2]! / COUNT).toBeCloseTo(0.75, 1)
  })

  it('shuffles without losing anything', () => {
    const items = Array.from({ length: 50 }, (_, i) => i)
    const mixed = random.shuffle(items)
    expect(mixed).not.toEqual(items)
    expect([...mixed].sort((a, b) => a - b)).toEqual(items)
  })
})
