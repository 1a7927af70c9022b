/** Area under the ROC curve by ranks (Mann and Whitney), ties counted half; NaN with one class only. */
export function areaUnderCurve(score: Float64Array, label: ArrayLike<number>): number {
  const order = Int32Array.from(score, (_, at) => at).sort((a, b) => score[a]! - score[b]!)
  let [positives, ranks] = [0, 0]
  for (let from = 0; from < order.length;) {
    let to = from
    while (to + 1 < order.length && score[order[to + 1]!] === score[order[from]!]) to += 1
    for (let rank = from; rank <= to; rank++)
      if (label[order[rank]!]) {
        positives += 1
        ranks += (from + to) / 2 + 1
      }
    from = to + 1
  }
  const negatives = order.length - positives
  if (positives === 0 || negatives === 0) return Number.NaN
  return (ranks - (positives * (positives + 1)) / 2) / (positives * negatives)
}

/** Mean squared miss of chances. */
export const brierScore = (chance: Float64Array, label: ArrayLike<number>): number =>
  chance.reduce((sum, one, at) => sum + (one - label[at]!) ** 2, 0) / chance.length

/** Mean negative log-likelihood of chances. */
export const logLoss = (chance: Float64Array, label: ArrayLike<number>): number =>
  chance.reduce(
    (sum, one, at) => sum - Math.log(Math.min(1 - 1e-9, Math.max(1e-9, label[at] ? one : 1 - one))),
    0,
  ) / chance.length

/** Share of leavers by days since the last order, as learned: never falling, in steps. */
export interface RecencyRule {
  readonly upTo: Float64Array
  readonly chance: Float64Array
}

/**
 * The naive rule: the chance of leaving by days since the last order alone, as a rising step function (isotonic
 * regression by pooling neighbours), each step drawn by two customers towards the whole.
 */
export function learnRecency(recency: Float64Array, label: ArrayLike<number>): RecencyRule {
  const order = Int32Array.from(recency, (_, at) => at).sort((a, b) => recency[a]! - recency[b]!)
  const whole = order.reduce((sum, at) => sum + label[at]!, 0) / (order.length || 1)
  const steps: { upTo: number; count: number; left: number }[] = []
  for (const at of order) {
    const last = steps.at(-1)
    if (last && last.upTo === recency[at]) {
      last.count += 1
      last.left += label[at]!
    } else steps.push({ upTo: recency[at]!, count: 1, left: label[at]! })
  }
  const pooled: typeof steps = []
  for (const one of steps) {
    pooled.push({ ...one })
    for (let last = pooled.length - 1; last > 0; last--) {
      const [before, after] = [pooled[last - 1]!, pooled[last]!]
      if (before.left / before.count < after.left / after.count) break
      pooled.splice(last - 1, 2, {
        upTo: after.upTo,
        count: before.count + after.count,
        left: before.left + after.left,
      })
    }
  }
  return {
    upTo: Float64Array.from(pooled, ({ upTo }) => upTo),
    chance: Float64Array.from(pooled, ({ count, left }) => (left + 2 * whole) / (count + 2)),
  }
}

/** The chance that the rule gives each. */
export function applyRecency({ upTo, chance }: RecencyRule, recency: Float64Array): Float64Array {
  return recency.map((days) => {
    const step = upTo.findIndex((most) => days <= most)
    return chance.at(step === -1 ? -1 : step) ?? 0.5
  })
}
