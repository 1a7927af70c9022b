import { describe, expect, it } from 'vitest'
import { fillStockOuts, soldOutSince } from './stock-outs.ts'

describe('soldOutSince', () => {
  it.each([
    ['sells on the last day', [1, 0, 2], null],
    ['never sold', [0, 0, 0], null],
    ['two days without', [1, 2, 0, 0], { from: 2, to: 3 }],
    ['ended long ago', [1, ...new Array<number>(91).fill(0)], null],
  ])('%s', (_, values, expected) => expect(soldOutSince(values)).toEqual(expected))
})

describe('fillStockOuts', () => {
  it('changes nothing without gaps', () => {
    const values = [3, 0, 5, 0, 0, 7]
    expect(Array.from(fillStockOuts(values, [], 7))).toEqual(values)
  })

  it('fills with the mean of the same weekday, and leaves the rest', () => {
    const week = [1, 2, 3, 4, 5, 6, 7]
    const values = [...week, 0, 0, ...week.slice(2), ...week.map((value) => value + 2)]
    expect(Array.from(fillStockOuts(values, [{ from: 7, to: 8 }], 7))).toEqual([
      ...week,
      2,
      3,
      ...week.slice(2),
      ...week.map((value) => value + 2),
    ])
  })

  it('scales with the series', () => {
    const values = Array.from({ length: 40 }, (_, at) => (at * 7) % 11)
    const gaps = [{ from: 30, to: 39 }]
    const once = fillStockOuts(values, gaps, 7)
    const twice = fillStockOuts(
      values.map((value) => 2 * value),
      gaps,
      7,
    )
    expect(Array.from(twice)).toEqual(Array.from(once, (value) => 2 * value))
  })
})
