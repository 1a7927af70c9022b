import type { History } from './history.ts'
import { mean, median } from './statistics.ts'

/**
 * What is odd in a history, with what is done about it:
 * `spike` and `dip`: single steps far from their kind; models see them cut back.
 * `gap`: steps without anything inside a series that sells otherwise (closed, out of stock, or data are missing); models
 * see the usual value there. `ended`: the same at the end, left as it is.
 * `level_shift`: the level changed for good; models that follow the latest level get the weight.
 */
export interface Finding {
  readonly kind: 'spike' | 'dip' | 'gap' | 'ended' | 'level_shift'
  /** First step, and how many. */
  readonly at: number
  readonly steps: number
  readonly value: number
  /** What would have been usual; for a shift the level before it. */
  readonly usual: number
}

const MOST_SPIKES = 20
const SPIKE = 8
const NEAR = 4
/** A run of empty steps counts as a gap when chance would bring one so long less often than this. */
const UNLIKELY = 1e-4

const typicalAt = (values: Float64Array, at: number, season: number): number | null => {
  const near: number[] = []
  for (let k = 1; k <= NEAR; k++)
    for (const index of [at - k * season, at + k * season])
      if (index >= 0 && index < values.length) near.push(values[index]!)
  return near.length >= 3 ? median(near) : null
}

function outliers(values: Float64Array, season: number): Finding[] {
  const typical = values.map((value, at) => typicalAt(values, at, season) ?? value)
  const spread = 1.4826 * median(values.map((value, at) => Math.abs(value - typical[at]!)))
  if (!(spread > 0)) return []
  return Array.from(values.keys())
    .filter((at) => Math.abs(values[at]! - typical[at]!) > SPIKE * spread && values[at] !== 0)
    .sort((a, b) => Math.abs(values[b]! - typical[b]!) - Math.abs(values[a]! - typical[a]!))
    .slice(0, MOST_SPIKES)
    .map((at) => ({
      kind: values[at]! > typical[at]! ? ('spike' as const) : ('dip' as const),
      at,
      steps: 1,
      value: values[at]!,
      usual: typical[at]!,
    }))
}

/** Runs of nothing on steps that are open by habit, too long for chance. */
function gaps(values: Float64Array, closed: readonly boolean[]): Finding[] {
  const open = (at: number): boolean => !closed[at % (closed.length || 1)]
  const all = Array.from(values.keys()).filter(open)
  const busy = all.filter((at) => values[at] !== 0).length / (all.length || 1)
  if (busy === 0 || busy === 1) return []
  const shortest = Math.max(1, Math.log(UNLIKELY / all.length) / Math.log(1 - busy))
  const found: Finding[] = []
  for (let i = 0; i < all.length; i++) {
    let end = i
    while (end < all.length && values[all[end]!] === 0) end += 1
    if (end - i >= shortest) {
      const kind = end === all.length ? ('ended' as const) : ('gap' as const)
      const steps = all[end - 1]! - all[i]! + 1
      found.push({ kind, at: all[i]!, steps, value: 0, usual: mean(values) / busy })
    }
    i = Math.max(i, end)
  }
  return found
}

const SHIFT = 6
const LEAST_SIDE = 4

/** The change of level that stands out most: the largest difference of medians of whole seasons on both sides. */
function levelShift(values: Float64Array, season: number): Finding[] {
  const width = Math.max(season, 7)
  const seasons = Array.from({ length: Math.floor(values.length / width) }, (_, i) =>
    median(values.subarray(i * width, (i + 1) * width)),
  )
  if (seasons.length < 2 * LEAST_SIDE) return []
  const steps = seasons.slice(1).map((value, i) => Math.abs(value - seasons[i]!))
  const noise = 1.4826 * median(steps) || 1e-9 * (Math.abs(mean(seasons)) || 1)
  let best = { at: 0, change: 0, before: 0, after: 0 }
  for (let at = LEAST_SIDE; at <= seasons.length - LEAST_SIDE; at++) {
    const before = median(seasons.slice(Math.max(0, at - 8), at))
    const after = median(seasons.slice(at, at + 8))
    const sudden = Math.abs(seasons[at]! - seasons[at - 1]!)
    if (sudden > 0.5 * Math.abs(after - before) && Math.abs(after - before) > best.change)
      best = { at, change: Math.abs(after - before), before, after }
  }
  if (best.change < SHIFT * noise || best.change < 0.25 * Math.abs(best.before)) return []
  return [{ kind: 'level_shift', at: best.at * width, steps: 1, value: best.after, usual: best.before }]
}

/** Whether a change of level to or from nothing is where a gap begins or ends: it did not change for good. */
const bounds = (empty: readonly Finding[], { at: step, value, usual }: Finding, width: number): boolean =>
  value * usual === 0 &&
  empty.some(({ at, steps }) => [at, at + steps].some((edge) => Math.abs(edge - step) <= width))

/** What is odd in a history; `closed` are the phases of the season that are always closed. In the order of steps. */
export function findingsOf(history: History, closed: readonly boolean[]): Finding[] {
  const values = Float64Array.from(history.values)
  const season = Math.max(1, closed.length)
  const empty = gaps(values, closed)
  const width = Math.max(season, 7)
  const shifts = levelShift(values, season).filter((shift) => !bounds(empty, shift, width))
  return [...outliers(values, season), ...empty, ...shifts].sort((a, b) => a.at - b.at)
}
