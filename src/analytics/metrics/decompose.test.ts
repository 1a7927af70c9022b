import { describe, expect, it } from 'vitest'
import { decomposeChange } from './decompose.ts'

const chain = (orders: number, units: number, net: number) => ({ orders, units, net })

it('gives the whole change to the factor that moved alone', () => {
  const before = chain(100, 300, 3000)
  expect(decomposeChange(chain(200, 600, 6000), before)).toMatchObject({ orders: 3000, basket: 0, price: 0 })
  expect(decomposeChange(chain(100, 600, 6000), before).basket).toBeCloseTo(3000, 9)
  expect(decomposeChange(chain(100, 300, 6000), before).price).toBeCloseTo(3000, 9)
})

it('matches the log-mean by hand: orders double, price halves, nothing changes', () => {
  const { orders, price, change } = decomposeChange(chain(200, 600, 3000), chain(100, 300, 3000))
  expect(change).toBe(0)
  expect(orders).toBeCloseTo(3000 * Math.log(2), 9)
  expect(price).toBeCloseTo(-3000 * Math.log(2), 9)
})

describe('always adds up to the change', () => {
  it.each([
    ['lmdi', chain(120, 250, 4100), chain(100, 300, 3900)],
    ['lmdi', chain(1, 1, 1), chain(9000, 41000, 1e9)],
    ['shapley', chain(120, 250, -400), chain(100, 300, 3900)],
    ['shapley', chain(120, 250, 0), chain(100, 300, 3900)],
    ['shapley', chain(5, 9, 700), chain(8, 9, -20)],
    ['whole', chain(0, 0, -300), chain(100, 300, 3900)],
    ['whole', chain(5, 0, 0), chain(0, 0, 0)],
    ['whole', chain(10, 20, 500), chain(0, 0, 0)],
  ] as const)('%s: %o from %o', (method, now, before) => {
    const parts = decomposeChange(now, before)
    expect(parts.method).toBe(method)
    expect(parts.orders + parts.basket + parts.price).toBeCloseTo(now.net - before.net, 5)
    expect(Object.values(parts).every((value) => typeof value === 'string' || Number.isFinite(value))).toBe(
      true,
    )
  })

  it('and turns its sign with time', () => {
    const [a, b] = [chain(120, 250, 4100), chain(100, 300, 3900)]
    const [there, back] = [decomposeChange(a, b), decomposeChange(b, a)]
    expect(there.orders).toBeCloseTo(-back.orders, 9)
    expect(there.price).toBeCloseTo(-back.price, 9)
  })
})
