import { describe, expect, it } from 'vitest'
import { commonFactor, widened } from './common-factor.ts'

describe('what strikes all customers alike', () => {
  const sum = (said: number, came: number, variance = 0) => ({ said, came, variance })

  it('is as large as sums missed, less what chance explains, drawn to a fifth by one look', () => {
    const none = commonFactor([], 0)
    expect(none).toMatchObject({ spread: 0.2, looks: 0 })
    // Two windows apart, each e^.5 too low: √((.2² + 2 · .5²) / 3).
    const low = [sum(100, 100 * Math.exp(0.5)), sum(200, 200 * Math.exp(0.5))]
    expect(commonFactor(low, 2).spread).toBeCloseTo(Math.sqrt((0.04 + 2 * 0.25) / 3), 10)
    expect(commonFactor(low, 2).half / commonFactor(low, 2).spread).toBeCloseTo(1.638, 3)
    // The same misses, all of them within what chance between customers does: nothing is left.
    const chance = [sum(100, 100 * Math.exp(0.5), 2500), sum(200, 200 * Math.exp(0.5), 10_000)]
    expect(commonFactor(chance, 2).spread).toBeCloseTo(Math.sqrt(0.04 / 3), 10)
  })

  it('widens a total on the scale of ratios, and a certain total by itself alone', () => {
    const factor = { spread: 0.2, half: 0.3, looks: 3 }
    const certain = widened({ total: 1000, variance: 0 }, factor)
    expect(certain.low).toBeCloseTo(1000 * Math.exp(-0.3), 6)
    expect(certain.high).toBeCloseTo(1000 * Math.exp(0.3), 6)
    const both = widened({ total: 1000, variance: 40_000 }, factor)
    expect(both.high / 1000).toBeCloseTo(1000 / both.low, 8)
    expect(both.high).toBeGreaterThan(certain.high)
  })
})
