import { expect, test } from 'vitest'
import { ROW_HEIGHT, rowPlaces, topFor } from './scroll-window.ts'

const view = 600

test.each([50, 20_000, 500_000, 5_000_000])(
  '%i rows: the first at the top, the last at the bottom',
  (count) => {
    expect(rowPlaces(count, { top: 0, view }).first).toBe(0)
    const { before, after, first, last } = rowPlaces(count, { top: 0, view })
    const height = before + after + (last - first + 1) * ROW_HEIGHT
    const end = rowPlaces(count, { top: height - view, view })
    expect(end.last).toBe(count - 1)
    expect(end.after).toBe(0)
  },
)

test('long lists stay within what browsers draw, and rows touch the view exactly', () => {
  for (const top of [0, 1, 12_345, 6_000_000, 11_999_400]) {
    const { first, last, before, after } = rowPlaces(500_000, { top, view })
    expect(before + after + (last - first + 1) * ROW_HEIGHT).toBeLessThanOrEqual(12_000_000 + ROW_HEIGHT)
    expect(before).toBeLessThanOrEqual(top)
    expect(before + (last - first + 1) * ROW_HEIGHT).toBeGreaterThanOrEqual(
      Math.min(top + view, 12_000_000 - 1),
    )
  }
})

test('a row that is asked for is brought into view; one that is there leaves the scroller alone', () => {
  expect(topFor(3, 500_000, { top: 0, view }, 37)).toBe(0)
  for (const index of [0, 77, 250_000, 499_999]) {
    const top = topFor(index, 500_000, { top: 3_000_000, view }, 37)
    const { first, last } = rowPlaces(500_000, { top, view })
    expect(index).toBeGreaterThanOrEqual(first)
    expect(index).toBeLessThanOrEqual(last)
  }
})
