import { YEAR } from './history.ts'
import type { Series } from './model.ts'

/** Columns that come and go together when a regression is chosen. */
export type Group =
  | { readonly kind: 'lags'; readonly lags: readonly number[] }
  | { readonly kind: 'waves'; readonly period: number; readonly waves: readonly number[] }
  | { readonly kind: 'phases'; readonly season: number }
  | { readonly kind: 'regressor'; readonly index: number }

export const widthOf = (group: Group): number => {
  if (group.kind === 'lags') return group.lags.length
  if (group.kind === 'waves') return 2 * group.waves.length
  return group.kind === 'phases' ? group.season - 1 : 1
}

export const longestLag = (groups: readonly Group[]): number =>
  groups.reduce((most, group) => Math.max(most, ...(group.kind === 'lags' ? group.lags : [0])), 0)

/** Most seasons' worth of phases that are told apart one by one; longer seasons get waves. */
const LONGEST_PHASES = 31

/** Groups that a series of this kind and length can carry. */
export function candidateGroups(series: Series): Group[] {
  const { season, longSeason, frequency, positions, regressors } = series
  const n = series.values.length
  const groups: Group[] = [[1], [2], [3], [4, 5], [6, 7, 8]]
    .filter((lags) => n > 6 * lags.at(-1)! + 10)
    .map((lags) => ({ kind: 'lags', lags }))
  for (const length of [season, longSeason])
    for (const lags of [[length], [length - 1, length + 1], [2 * length]])
      if (length > 3 && n > 2.5 * lags.at(-1)! && Math.min(...lags) > 8) groups.push({ kind: 'lags', lags })
  if (season > 1 && season <= LONGEST_PHASES && n > 4 * season) groups.push({ kind: 'phases', season })
  const year = frequency === 'D' || frequency === 'W' ? YEAR[frequency] : 0
  const span = n > 0 ? positions[n - 1]! - positions[0]! + 1 : 0
  const wave = (period: number, waves: readonly number[]): number =>
    groups.push({ kind: 'waves', period, waves })
  if (year && span > 1.8 * year)
    for (const waves of [[1], [2], [3, 4], [5, 6], [7, 8, 9, 10]]) wave(year, waves)
  if (longSeason)
    for (const waves of [
      [1, 2],
      [3, 4],
      [5, 6, 7, 8],
    ])
      wave(longSeason, waves)
  regressors.forEach((_, index) => groups.push({ kind: 'regressor', index }))
  return groups
}

/** What a row of the design is made from. */
export interface Around {
  /** Values before the step, the latest last. */
  readonly past: ArrayLike<number>
  /** Index of the step in open steps, and its observed position. */
  readonly at: number
  readonly position: number
  /** The regressors at the step (their change, where the target is a change). */
  readonly regressors: readonly number[]
}

/** Writes the columns of a group for one step into `into` from `offset` on. */
export function writeColumns(group: Group, around: Around, into: Float64Array, offset: number): void {
  const { past, at, position, regressors } = around
  if (group.kind === 'lags') group.lags.forEach((lag, i) => (into[offset + i] = past[past.length - lag]!))
  else if (group.kind === 'waves')
    group.waves.forEach((wave, i) => {
      const angle = (2 * Math.PI * wave * position) / group.period
      into[offset + 2 * i] = Math.sin(angle)
      into[offset + 2 * i + 1] = Math.cos(angle)
    })
  else if (group.kind === 'phases') {
    const phase = at % group.season
    for (let i = 0; i < group.season - 1; i++)
      into[offset + i] = phase === i ? 1 : phase === group.season - 1 ? -1 : 0
  } else into[offset] = regressors[group.index]!
}
