import { describe, expect, it } from 'vitest'
import { METHODS, reconcile, shareOut, type Branch } from './hierarchy.ts'
import { seeded } from './statistics.ts'

const leaf = (name: string, value: number, variance: number): Branch => ({
  name,
  forecast: [value, 2 * value],
  variance,
  children: [],
})
const tree: Branch = {
  name: 'shop',
  forecast: [110, 200],
  variance: 4,
  children: [
    { name: 'cups', forecast: [60, 130], variance: 2, children: [leaf('red', 20, 1), leaf('blue', 30, 3)] },
    { name: 'plates', forecast: [45, 80], variance: 5, children: [leaf('flat', 25, 2), leaf('deep', 15, 1)] },
  ],
}

it.each(METHODS)('%s: every parent is the sum of its children', (method) => {
  const made = reconcile(tree, method)
  for (const step of [0, 1]) {
    const at = (name: string): number => made.get(name)![step]!
    expect(at('cups') + at('plates')).toBeCloseTo(at('shop'), 9)
    expect(at('red') + at('blue')).toBeCloseTo(at('cups'), 9)
    expect(at('flat') + at('deep')).toBeCloseTo(at('plates'), 9)
  }
})

it('bottom-up keeps the leaves, top-down the top', () => {
  expect(Array.from(reconcile(tree, 'bottom_up').get('red')!)).toEqual([20, 40])
  expect(reconcile(tree, 'bottom_up').get('shop')![0]).toBe(90)
  expect(Array.from(reconcile(tree, 'top_down').get('shop')!)).toEqual([110, 200])
})

describe('MinT', () => {
  it('is the weighted least squares solution (normal equations solved here by gradient steps)', () => {
    const names = ['red', 'blue', 'flat', 'deep']
    const sums: [string, readonly number[]][] = [
      ['shop', [0, 1, 2, 3]],
      ['cups', [0, 1]],
      ['plates', [2, 3]],
      ...names.map((name, i): [string, readonly number[]] => [name, [i]]),
    ]
    const all = [tree, ...tree.children, ...tree.children.flatMap(({ children }) => children)]
    const node = (name: string): Branch => all.find((one) => one.name === name)!
    const x = [20, 30, 25, 15]
    for (let round = 0; round < 20_000; round++) {
      const slope = [0, 0, 0, 0]
      for (const [name, parts] of sums) {
        const off = parts.reduce((sum, i) => sum + x[i]!, 0) - Number(node(name).forecast[0])
        for (const i of parts) slope[i]! += off / node(name).variance
      }
      slope.forEach((value, i) => (x[i]! -= 0.1 * value))
    }
    const made = reconcile(tree, 'mint')
    names.forEach((name, i) => expect(made.get(name)![0]).toBeCloseTo(x[i]!, 6))
  })

  it('is nearer to the truth than the parts alone', () => {
    const random = seeded(6)
    const noise = (): number => random() + random() + random() + random() - 2
    let [base, better] = [0, 0]
    for (let round = 0; round < 300; round++) {
      const children = [1, 2, 3].map((i) => leaf(`p${i}`, 10 + 4 * noise(), 16))
      const made = reconcile({ name: 'top', forecast: [30 + noise(), 60], variance: 1, children }, 'mint')
      children.forEach((child, i) => {
        base += (Number(child.forecast[0]) - 10) ** 2
        better += (made.get(`p${i + 1}`)![0]! - 10) ** 2
      })
    }
    expect(better).toBeLessThan(0.8 * base)
  })
})

describe('errors of the parts added up, measured', () => {
  const shop = (below?: number): Branch => ({
    name: 'shop',
    forecast: [130],
    variance: 10,
    below,
    children: [leaf('a', 50, 5), leaf('b', 50, 5)].map((child) => ({ ...child, forecast: [50] })),
  })
  const top = (branch: Branch): number => reconcile(branch, 'mint').get('shop')![0]!

  it('takes the place of the variances added up', () => {
    expect(top(shop())).toBeCloseTo(115, 9)
    expect(top(shop(10))).toBeCloseTo(115, 9)
    expect(top(shop(30))).toBeCloseTo(100 + 0.75 * 30, 9)
    expect(top(shop(0))).toBeCloseTo(100, 6)
  })

  it('parts that are all too low together are lifted by their parent', () => {
    const made = reconcile(shop(1000), 'mint')
    expect(made.get('a')![0]! + made.get('b')![0]!).toBeCloseTo(made.get('shop')![0]!, 9)
    expect(made.get('a')![0]!).toBeGreaterThan(64)
  })
})

it('shares a sum out by size, by the whole where a step has none, and gives nothing below 0', () => {
  const rows = [
    [1, 0, -2],
    [3, 0, 4],
  ]
  const shared = shareOut(rows, [8, 8, 8]).map((row) => Array.from(row))
  expect(shared).toEqual([
    [2, 1, 0],
    [6, 7, 8],
  ])
  expect(shareOut([[0], [0]], [3]).map((row) => row[0])).toEqual([1.5, 1.5])
  expect(shareOut([[2], [1]], [-1]).map((row) => row[0])).toEqual([0, 0])
})
