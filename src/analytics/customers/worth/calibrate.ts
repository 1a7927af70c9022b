/** A group of equal size by what was said: mean said, mean real. */
export interface Calibration {
  readonly count: number
  readonly predicted: number
  readonly actual: number
}

/** Customers in up to `most` bands of equal size by what was said: mean said, mean real. Equal sayings stay together. */
export function calibrate(said: Float64Array, real: ArrayLike<number>, most = 8): Calibration[] {
  const order = Int32Array.from(said, (_, at) => at).sort((a, b) => said[a]! - said[b]!)
  const bands: Calibration[] = []
  let [count, predicted, actual] = [0, 0, 0]
  for (const [rank, at] of order.entries()) {
    count += 1
    predicted += said[at]!
    actual += real[at]!
    const next = order[rank + 1]
    const apart = next === undefined || said[next] !== said[at]
    if (!apart || (next !== undefined && count < order.length / most)) continue
    bands.push({ count, predicted: predicted / count, actual: actual / count })
    count = predicted = actual = 0
  }
  return bands
}
