import { planOrigins } from '../origins.ts'
import { SEASON } from '../history.ts'
import { LEAST } from './inputs.ts'

/** What a network is trained for; the same plan and the same days give the same network on the same backend. */
export interface NetworkPlan {
  /** Days ahead that it learns to say, at most. */
  readonly horizon: number
  readonly seed: number
  readonly year: boolean
  /** The days at the end that are hidden at first, then fewer, and at last none: a network is kept at the end of each stage. */
  readonly stages: readonly { readonly unseen: number; readonly steps: number }[]
}

/** Horizons that networks are trained for: the next one that holds what is asked, so that one serves many questions. */
const HORIZONS = [30, 90, 182, 365] as const
/** An origin on a closed day is known by the open day before it. */
const SLACK = 7
/** Fewest products and windows from which a network of all of them is worth its time. By reason: fewer are no crowd. */
const FEWEST_TRACKS = 5
const FEWEST_WINDOWS = 1500
/** Steps of training: so many batches per 64 windows that there are, within limits that keep 500 products in their budget. */
const STEPS = [400, 900] as const
const LATER = 0.25

/** Backtests need two weeks and more; shorter series are answered by a simple rule. */
const COMPARED = 2 * SEASON.D + 4

/** How many of the last days the backtest of any series hides at first, and at its first test origin, for all horizons up to one. */
function hidden(lengths: readonly number[], most: number): { validation: number; test: number } {
  let [validation, test] = [0, 0]
  for (const length of new Set(lengths)) {
    if (length < COMPARED) continue
    for (let horizon = 1; horizon <= most; horizon++) {
      const origins = planOrigins(length, horizon, 'D')
      validation = Math.max(validation, length - origins.validation[0]!)
      test = Math.max(test, length - origins.test[0]!)
    }
  }
  return { validation, test }
}

/** Plans the training for series of these lengths (days since the first sale); null where it would be no use. */
export function planNetwork(lengths: readonly number[], asked: number, seed: number): NetworkPlan | null {
  const horizon = HORIZONS.find((days) => days >= asked) ?? asked
  const { validation, test } = hidden(lengths, horizon)
  const seen = lengths.map((length) => length - validation - SLACK).filter((length) => length > LEAST)
  const windows = seen.reduce((sum, length) => sum + length - LEAST, 0)
  if (seen.length < FEWEST_TRACKS || windows < FEWEST_WINDOWS) return null
  const [least, most] = STEPS
  const steps = Math.round(Math.min(most, Math.max(least, windows / 64)))
  const later = Math.round(LATER * steps)
  return {
    horizon,
    seed,
    year: Math.max(...seen) > 1.25 * 365,
    stages: [
      { unseen: validation + SLACK, steps },
      ...(test + SLACK < validation ? [{ unseen: test + SLACK, steps: later }] : []),
      { unseen: 0, steps: later },
    ],
  }
}
