/** Steps of a series by position, both ends included. */
export interface Gap {
  readonly from: number
  readonly to: number
}

/** A product that has been out of stock longer than this has ended: its zeros are what is to be expected. */
const LONGEST = 90
/** Seasons to either side from which a missing step is filled. */
const NEAR = 8

/**
 * The run of zeros at the end of a series whose stock is known to be zero: there was nothing to sell, so that it says
 * nothing about demand. None where the product sold on its last day, never sold, or has ended.
 */
export function soldOutSince(values: ArrayLike<number>): Gap | null {
  let from = values.length
  while (from > 0 && values[from - 1] === 0) from -= 1
  const length = values.length - from
  return from === 0 || length === 0 || length > LONGEST ? null : { from, to: values.length - 1 }
}

const meanOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, value) => sum + value, 0) / numbers.length

/**
 * Demand on censored steps: the mean of the same phase of the season up to eight seasons to either side, without other
 * censored steps (a mean, not a median: a product of few sales would be filled with 0); the mean of all where there is
 * none. Steps outside of the gaps are untouched.
 */
export function fillStockOuts(values: ArrayLike<number>, gaps: readonly Gap[], season: number): Float64Array {
  const filled = Float64Array.from(values)
  const censored = new Uint8Array(values.length)
  for (const { from, to } of gaps) censored.fill(1, Math.max(0, from), to + 1)
  const known = Array.from(values).filter((_, at) => !censored[at])
  if (known.length === 0) return filled
  const usual = meanOf(known)
  censored.forEach((isCensored, at) => {
    if (!isCensored) return
    const near: number[] = []
    for (let k = 1; k <= NEAR; k++)
      for (const other of [at - k * season, at + k * season])
        if (other >= 0 && other < values.length && !censored[other]) near.push(values[other]!)
    filled[at] = near.length > 0 ? meanOf(near) : usual
  })
  return filled
}
