import * as v from 'valibot'
import { FREQUENCIES } from '../analytics/forecast/history.ts'
import { MODEL_NAMES } from '../analytics/forecast/model.ts'
import { TARGETS } from '../workspace/forecast/history.ts'

const scoreField = v.nullable(v.number())
const numbersOutput = v.array(v.number())
const edgesOutput = v.tuple([v.number(), v.number()])

/** Lower and upper end by level in percent. */
const levelsOutput = v.record(v.string(), edgesOutput)

/** One model's scores on unseen steps. */
const standingOutput = v.looseObject({
  model: v.picklist(MODEL_NAMES),
  mase: scoreField,
  smape: v.number(),
  rmse: v.number(),
  mae: v.number(),
  r2: scoreField,
  coverage_80: scoreField,
  coverage_95: scoreField,
  validation_mase: scoreField,
  seconds: v.number(),
  /** Test windows that the scores rest on, and the error over that of the simple rule on the same ones. */
  origins: v.optional(v.number()),
  ratio: v.optional(scoreField),
})

const reasonOutput = v.looseObject({
  code: v.picklist(['BEST_ON_VALIDATION', 'SIMPLE_RULE_WINS', 'ASKED_FOR', 'TOO_LITTLE_DATA', 'CONSTANT']),
  error: v.optional(v.number()),
  simple_error: v.optional(v.number()),
  steps: v.optional(v.number()),
  needed: v.optional(v.number()),
})

export const trainOutput = v.looseObject({
  model_id: v.string(),
  model_type: v.string(),
  model: v.string(),
  metrics: v.nullable(standingOutput),
  reason: reasonOutput,
  leaderboard: v.array(standingOutput),
  trained_on: v.object({ from: v.string(), to: v.string(), days: v.number() }),
  currency: v.nullable(v.string()),
  cut_short: v.boolean(),
  seconds: v.number(),
  log_id: v.string(),
})

/** One step ahead. */
export const pointOutput = v.object({ date: v.string(), value: v.number(), intervals: levelsOutput })
/** The sum of all steps ahead; its intervals are its own, measured by backtest. */
const totalOutput = v.object({ value: v.number(), intervals: levelsOutput })

const fateOutput = v.looseObject({
  name: v.string(),
  kept: v.boolean(),
  lag: v.nullable(v.number()),
  ratio: v.nullable(v.number()),
  reason: v.picklist(['HELPS', 'NO_HELP', 'CONSTANT', 'TOO_SHORT']),
})

const backtestOutput = v.nullable(
  v.looseObject({ validation: v.number(), test: v.number(), horizon: v.number() }),
)
const explanationsOutput = v.record(v.string(), v.record(v.string(), v.unknown()))

/** What stands out in the history: steps are counted from its first. */
const findingOutput = v.object({
  kind: v.picklist(['spike', 'dip', 'gap', 'ended', 'level_shift']),
  at: v.number(),
  steps: v.number(),
  value: v.number(),
  usual: v.number(),
})

const laidOutput = v.object({
  scenario_id: v.nullable(v.string()),
  name: v.string(),
  base_total: v.number(),
  difference: v.number(),
  contributions: v.array(v.object({ kind: v.string(), difference: v.number(), days: v.number() })),
})

export const predictionOutput = v.looseObject({
  prediction_id: v.string(),
  model_id: v.string(),
  target: v.picklist(TARGETS),
  product_id: v.optional(v.string()),
  category: v.optional(v.string()),
  frequency: v.picklist(FREQUENCIES),
  currency: v.nullable(v.string()),
  time_zone: v.string(),
  model: v.picklist(MODEL_NAMES),
  reason: reasonOutput,
  points: v.array(pointOutput),
  total: totalOutput,
  leaderboard: v.array(standingOutput),
  backtest: backtestOutput,
  explanations: explanationsOutput,
  components: v.looseObject({}),
  regressors: v.array(fateOutput),
  findings: v.array(findingOutput),
  /** The machine was so slow that some models were not tested to the end. */
  cut_short: v.boolean(),
  stock_outs: v.array(v.object({ from: v.number(), to: v.number() })),
  trained_on: v.object({ from: v.string(), to: v.string(), days: v.number() }),
  history: v.object({ start: v.string(), values: numbersOutput }),
  /** Under a scenario: what it changes; `base` are the points without it. */
  scenario: v.optional(laidOutput),
  base: v.optional(v.array(pointOutput)),
})

const bandsOutput = v.object({ lower: numbersOutput, upper: numbersOutput })

export const seriesOutput = v.looseObject({
  model: v.picklist(MODEL_NAMES),
  reason: reasonOutput,
  point: numbersOutput,
  dates: v.array(v.string()),
  intervals: v.record(v.string(), bandsOutput),
  total: totalOutput,
  leaderboard: v.array(standingOutput),
  findings: v.array(findingOutput),
  backtest: backtestOutput,
  explanations: explanationsOutput,
  cut_short: v.boolean(),
  seasonality: v.looseObject({ season: v.number(), strength: v.number(), effects: numbersOutput }),
  components: v.looseObject({}),
})
