import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { bucketOf, crostonRate, demandClass, inBuckets, sbaRate, tsbRate } from './intermittent.ts'

const PATH = '../shared/fixtures/croston.json'
interface Fixture {
  y: number[]
  croston_alpha01: number
  sba: number
  tsb_02_02: number
}

describe.skipIf(!existsSync(PATH))('fixtures/croston.json (R forecast 8.20)', () => {
  const fixture = existsSync(PATH) ? (JSON.parse(readFileSync(PATH, 'utf8')) as Fixture) : null
  it('Croston, SBA and TSB to a millionth', () => {
    const { y, croston_alpha01, sba, tsb_02_02 } = fixture!
    expect(Math.abs(crostonRate(y) - croston_alpha01)).toBeLessThan(1e-9)
    expect(Math.abs(sbaRate(y) - sba)).toBeLessThan(1e-9)
    expect(Math.abs(tsbRate(y, { size: 0.2, chance: 0.2 }) - tsb_02_02)).toBeLessThan(1e-9)
  })
})

it('a demand of 6 every third step is 2 a step', () => {
  const values = Array.from({ length: 60 }, (_, i) => (i % 3 === 2 ? 6 : 0))
  expect(crostonRate(values)).toBeCloseTo(2, 9)
  expect(bucketOf(values)).toBe(3)
  expect(new Set(inBuckets(values, 3))).toEqual(new Set([6]))
})

it('sums end at the end', () => {
  expect(Array.from(inBuckets([9, 1, 2, 3, 4], 2))).toEqual([3, 7])
})

it('TSB falls when demand dies out, Croston does not', () => {
  const alive = Array.from({ length: 40 }, (_, i) => (i % 4 === 0 ? 5 : 0))
  const dead = [...alive, ...new Array<number>(40).fill(0)]
  const weights = { size: 0.1, chance: 0.1 }
  expect(tsbRate(dead, weights)).toBeLessThan(tsbRate(alive, weights) / 20)
  expect(crostonRate(dead)).toBeCloseTo(crostonRate(alive), 9)
})

it.each([
  ['smooth', [5, 6, 5, 4, 5, 6]],
  ['erratic', [1, 9, 1, 12, 1, 1, 20]],
  ['intermittent', [0, 0, 2, 0, 0, 2, 0, 3]],
  ['lumpy', [0, 0, 1, 0, 0, 30, 0, 2]],
  ['none', [0, 0, 0]],
] as const)('%s', (name, values) => {
  expect(demandClass(values)).toBe(name)
})
