/** A forecast day as it was kept. */
interface KeptDay {
  readonly date: string
  readonly value: number
  readonly intervals: Readonly<Record<string, readonly [number, number]>>
}

export interface KeptPoints {
  readonly points: readonly KeptDay[]
  /** Mean error per day that was to be expected when the forecast was made; null when it could not be tested. */
  readonly expectedError: number | null
  /** The days before the forecast: what "the same as a week ago" would have said. */
  readonly before: readonly number[]
}

/**
 * How a forecast stands against what came true. `early`: fewer than seven days are over; `biased`: it is off to one side
 * beyond chance; `worse`: its error is more than half above what was expected; `naive`: the simple rule did better.
 */
export type TruthState = 'early' | 'as_expected' | 'biased' | 'worse' | 'naive'

export interface Truth {
  readonly state: TruthState
  /** Days that are over. */
  readonly days: number
  readonly mae: number
  readonly expected: number | null
  /** Error of "the same as a week ago", as known when the forecast was made. */
  readonly naive: number | null
  /** (forecast − actual) ÷ actual over the days together; null without sales. */
  readonly bias: number | null
  /** Share of days inside the interval, by level in percent. */
  readonly coverage: Readonly<Record<string, number>>
  readonly forecast: number
  readonly actual: number
}

const EARLY = 7
const WORSE = 1.5

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)
const meanOf = (values: readonly number[]): number => (values.length ? total(values) / values.length : 0)

/** Whether errors lie to one side beyond chance: |mean| above two standard errors, allowing for errors that follow each other. */
function isBiased(errors: readonly number[]): boolean {
  const centre = meanOf(errors)
  const squares = errors.map((error) => (error - centre) ** 2)
  const variance = meanOf(squares)
  if (variance === 0) return centre !== 0 && errors.length >= EARLY
  const products = errors.slice(1).map((error, at) => (error - centre) * (errors[at]! - centre))
  const correlation = Math.min(0.9, Math.max(0, total(products) / (variance * errors.length)))
  const independent = (errors.length * (1 - correlation)) / (1 + correlation)
  return Math.abs(centre) > 2 * Math.sqrt(variance / Math.max(1, independent))
}

function stateOf(
  errors: readonly number[],
  mae: number,
  expected: number | null,
  naive: number | null,
): TruthState {
  if (errors.length < EARLY) return 'early'
  if (naive !== null && naive < mae * 0.95) return 'naive'
  if (expected !== null && mae > WORSE * expected) return 'worse'
  return isBiased(errors) ? 'biased' : 'as_expected'
}

/** What came true: values by step, and the steps of a season. */
export interface Actual {
  readonly known: ReadonlyMap<string, number>
  readonly season: number
}

const naiveError = (before: readonly number[], truth: readonly number[], season: number): number | null => {
  if (before.length < season) return null
  const last = before.slice(-season)
  return meanOf(truth.map((value, at) => Math.abs(value - last[at % season]!)))
}

/** Holds a kept forecast against the steps that have come true; null when none of them is over. */
export function holdAgainst({ points, expectedError, before }: KeptPoints, actual: Actual): Truth | null {
  const known = points.flatMap((point) => {
    const value = actual.known.get(point.date)
    return value === undefined ? [] : [{ point, value }]
  })
  if (known.length === 0) return null
  const errors = known.map(({ point, value }) => point.value - value)
  const mae = meanOf(errors.map(Math.abs))
  const truth = known.map(({ value }) => value)
  const naive = naiveError(before, truth, actual.season)
  const levels = Object.keys(known[0]!.point.intervals)
  const inside = (level: string) =>
    meanOf(
      known.map(({ point, value }) => {
        const [low, high] = point.intervals[level] ?? [Infinity, -Infinity]
        return value >= low && value <= high ? 1 : 0
      }),
    )
  return {
    state: stateOf(errors, mae, expectedError, naive),
    days: known.length,
    mae,
    expected: expectedError,
    naive,
    bias: total(truth) > 0 ? total(errors) / total(truth) : null,
    coverage: Object.fromEntries(levels.map((level) => [level, inside(level)])),
    forecast: total(known.map(({ point }) => point.value)),
    actual: total(truth),
  }
}
