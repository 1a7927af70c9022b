import * as v from 'valibot'

const scoreField = v.nullable(v.number())

/** One model's scores on unseen steps. */
const standingOutput = v.looseObject({
  model: v.string(),
  mase: scoreField,
  smape: v.number(),
  rmse: v.number(),
  mae: v.number(),
  r2: scoreField,
  coverage_80: scoreField,
  coverage_95: scoreField,
  validation_mase: scoreField,
  seconds: v.number(),
})

const reasonOutput = v.looseObject({
  code: v.picklist(['BEST_ON_VALIDATION', 'SIMPLE_RULE_WINS', 'ASKED_FOR', 'TOO_LITTLE_DATA', 'CONSTANT']),
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
  seconds: v.number(),
  log_id: v.string(),
})

export const predictionOutput = v.looseObject({
  prediction_id: v.string(),
  model_id: v.string(),
  points: v.array(
    v.object({
      date: v.string(),
      value: v.number(),
      intervals: v.record(v.string(), v.tuple([v.number(), v.number()])),
    }),
  ),
})

const numbersOutput = v.array(v.number())

export const seriesOutput = v.looseObject({
  model: v.string(),
  reason: reasonOutput,
  point: numbersOutput,
  dates: v.array(v.string()),
  intervals: v.record(v.string(), v.object({ lower: numbersOutput, upper: numbersOutput })),
  leaderboard: v.array(standingOutput),
  seasonality: v.looseObject({ season: v.number(), strength: v.number(), effects: numbersOutput }),
  components: v.looseObject({}),
})
