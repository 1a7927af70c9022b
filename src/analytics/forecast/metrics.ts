/** Errors of forecasts on steps that the models had not seen. `mase` is against seasonal naive, in-sample (as in M4). */
export interface Scores {
  readonly mase: number | null
  /** Percent, 0 … 200, as in M4. */
  readonly smape: number
  readonly rmse: number
  readonly mae: number
  /** Share of the variance of the unseen steps that is explained; null when they do not vary. */
  readonly r2: number | null
}

/** A forecast beside what came true. `scale`: mean absolute error of seasonal naive inside the history before it. */
export interface Trial {
  readonly guess: ArrayLike<number>
  readonly truth: ArrayLike<number>
  readonly scale: number
}

/** Mean absolute error of the seasonal naive rule inside a history: the denominator of MASE; 0 for a constant one. */
export function naiveScale(values: ArrayLike<number>, length: number, season: number): number {
  const lag = length > season ? season : 1
  let sum = 0
  for (let i = lag; i < length; i++) sum += Math.abs(values[i]! - values[i - lag]!)
  return length > lag ? sum / (length - lag) : 0
}

/** Scores pooled over all steps of all trials; MASE is the mean over trials with a scale above 0. */
export function score(trials: readonly Trial[]): Scores {
  let count = 0
  let absolute = 0
  let squared = 0
  let relative = 0
  let total = 0
  let mases = 0
  let scaled = 0
  for (const { guess, truth, scale } of trials) {
    let error = 0
    for (let i = 0; i < truth.length; i++) {
      const off = Math.abs(guess[i]! - truth[i]!)
      const size = Math.abs(guess[i]!) + Math.abs(truth[i]!)
      error += off
      squared += off * off
      relative += size > 0 ? (200 * off) / size : 0
      total += truth[i]!
    }
    absolute += error
    count += truth.length
    if (scale > 0) mases += error / truth.length / scale
    if (scale > 0) scaled += 1
  }
  const centre = total / count
  let variance = 0
  for (const { truth } of trials) for (let i = 0; i < truth.length; i++) variance += (truth[i]! - centre) ** 2
  return {
    mase: scaled ? mases / scaled : null,
    smape: relative / count,
    rmse: Math.sqrt(squared / count),
    mae: absolute / count,
    r2: variance > 0 ? 1 - squared / variance : null,
  }
}
