import * as v from 'valibot'
import { isDay } from '../model/day.ts'
import { FREQUENCIES } from '../analytics/forecast/history.ts'
import { success } from '../model/outcome.ts'
import { TARGETS } from '../workspace/forecast/history.ts'
import { predictSales } from '../workspace/forecast/predict.ts'
import { copied } from './copied.ts'
import { predictionAnswer } from './forecast-answer.ts'
import { modelField, modelOf } from './forecast-models.ts'
import { trainSalesForecast } from '../workspace/forecast/train.ts'
import { forecastAnySeries } from '../workspace/forecast/sales-forecast.ts'
import { predictionOutput, seriesOutput, trainOutput } from './forecast-schemas.ts'
import { defineOperation } from './operation.ts'
import { levelField, seedField, wholeField } from './schema.ts'

const targetField = v.optional(v.picklist(TARGETS), 'net_sales')
const daysField = wholeField(1, 365)

export const trainForecast = defineOperation({
  method: 'POST',
  path: '/api/ml/train-sales-forecast',
  summary: 'Trains on the finished days of the shop, scores on days not seen, keeps the model and a log',
  input: v.object({
    model_type: modelField,
    target: targetField,
    horizon: v.optional(daysField, 30),
    level: levelField,
    seed: seedField,
  }),
  output: trainOutput,
  example: { model_type: 'auto' },
  async run({ workspace }, { model_type, target, horizon, level, seed }, control) {
    const model = modelOf(model_type, 'model_type')
    if (!model.ok) return model
    const options = { target, horizon, levels: level, seed, model: model.value, modelType: model_type }
    const trained = await trainSalesForecast(workspace, options, control)
    if (!trained.ok) return trained
    const { run, ...kept } = trained.value
    const { history, forecast, seconds } = run
    return success({
      ...copied(kept),
      reason: copied(forecast.reason),
      leaderboard: copied(forecast.leaderboard),
      trained_on: { from: history.from, to: history.to, days: history.values.length },
      currency: history.currency,
      backend: forecast.backend,
      cut_short: forecast.cut_short,
      seconds,
    })
  },
})

export const predictSalesOperation = defineOperation({
  method: 'POST',
  path: '/api/ml/predict-sales',
  summary: 'Sales of the coming days with intervals; the prediction is kept with the id of its model',
  input: v.object({
    days_ahead: v.optional(daysField, 30),
    level: levelField,
    model_id: v.optional(v.string()),
    target: targetField,
    seed: seedField,
  }),
  output: predictionOutput,
  example: { days_ahead: 30, level: [80, 95] },
  async run({ workspace }, { days_ahead, level, model_id, target, seed }, control) {
    const asked = { horizon: days_ahead, levels: level, modelId: model_id, target, seed }
    const made = await predictSales(workspace, asked, control)
    return made.ok ? success(predictionAnswer(made.value)) : made
  },
})

export const forecastSales = defineOperation({
  method: 'GET',
  path: '/api/v1/forecast/sales',
  summary: 'Net sales of the coming days by the model that did best on days not seen',
  input: v.object({
    days: v.optional(daysField, 30),
    level: levelField,
    target: targetField,
    seed: seedField,
  }),
  output: predictionOutput,
  example: { days: 30 },
  async run({ workspace }, { days, level, target, seed }, control) {
    const made = await predictSales(workspace, { horizon: days, levels: level, target, seed }, control)
    return made.ok ? success(predictionAnswer(made.value)) : made
  },
})

const columnField = v.pipe(v.array(v.pipe(v.number(), v.finite())), v.maxLength(100_000))
const startField = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\d(T([01]\d|2[0-3]):[0-5]\d.*)?$/, 'YYYY-MM-DD or YYYY-MM-DDTHH:MM'),
  v.check((text) => isDay(text.slice(0, 10)), 'no such day'),
)

export const forecastSeriesOperation = defineOperation({
  method: 'POST',
  path: '/api/v1/forecast/series',
  summary: 'Forecast of any series: nothing of it is stored',
  input: v.object({
    values: columnField,
    start: v.optional(startField),
    frequency: v.picklist(FREQUENCIES),
    horizon: wholeField(1, 1000),
    level: levelField,
    model: modelField,
    regressors: v.optional(v.record(v.string(), columnField)),
    country: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'two capital letters'))),
    seed: seedField,
  }),
  output: seriesOutput,
  example: { values: [12, 15, 11, 14, 18, 22, 9, 13, 15, 12, 14, 19, 23, 10], frequency: 'D', horizon: 7 },
  async run(_, { model, level, values, country, ...rest }, control) {
    const chosen = modelOf(model, 'model')
    if (!chosen.ok) return chosen
    const request = { ...rest, values: Float64Array.from(values), levels: level, model: chosen.value }
    const made = await forecastAnySeries(request, control, { country })
    return made.ok ? success(copied(made.value)) : made
  },
})
