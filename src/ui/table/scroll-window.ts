import type { RowWindow } from './row-window.ts'

export const ROW_HEIGHT = 37

/** Beyond this many pixels browsers cut an element short (Firefox at 17.8 million, Chrome at 33.5). */
const MOST_PIXELS = 12_000_000
const BESIDE = 10

/** Where a scroller of fixed rows stands: pixels from its top, and of its view. */
export interface Scrolled {
  readonly top: number
  readonly view: number
}

/** Places of the rows to draw and the pixels before and after them. */
export type RowPlaces = Pick<RowWindow<never>, 'first' | 'before' | 'after'> & { readonly last: number }

/** By how much more rows pass than pixels: 1 until the list is too long for one pixel a pixel. */
const speedOf = (count: number, view: number): number => {
  const whole = count * ROW_HEIGHT
  return whole <= MOST_PIXELS ? 1 : (whole - view) / (MOST_PIXELS - view)
}

/** Which of `count` rows of one height are in view, with a few on either side; exact to the pixel at any length. */
export function rowPlaces(count: number, { top, view }: Scrolled): RowPlaces {
  const speed = speedOf(count, view)
  const place = top * speed
  const first = Math.max(0, Math.min(count - 1, Math.floor(place / ROW_HEIGHT) - BESIDE))
  const last = Math.min(count - 1, Math.ceil((place + view) / ROW_HEIGHT) + BESIDE)
  const height = Math.min(count * ROW_HEIGHT, MOST_PIXELS)
  const before = Math.max(0, top - (place - first * ROW_HEIGHT))
  const after = Math.max(0, height - before - (last - first + 1) * ROW_HEIGHT)
  return { first, last, before, after }
}

/** Pixels from the top that bring a row into view, or where the scroller stands when it is there already. */
export function topFor(index: number, count: number, { top, view }: Scrolled, head: number): number {
  const speed = speedOf(count, view)
  const start = index * ROW_HEIGHT
  const place = top * speed
  if (start < place) return start / speed
  const end = start + ROW_HEIGHT - (view - head)
  return end > place ? end / speed : top
}
