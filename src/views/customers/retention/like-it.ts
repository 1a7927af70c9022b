/** A group of customers by what was said of them: how many, mean said, share that it came true of. */
interface Band {
  readonly count: number
  readonly predicted: number
  readonly actual: number
}

/** The band in which about as much was said; undefined where nothing was measured. */
export const likeIt = (bands: readonly Band[], said: number): Band | undefined =>
  bands.toSorted((a, b) => Math.abs(a.predicted - said) - Math.abs(b.predicted - said))[0]
