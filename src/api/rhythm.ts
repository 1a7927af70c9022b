import * as v from 'valibot'
import { success } from '../model/outcome.ts'
import { FREQUENCIES } from '../analytics/forecast/history.ts'
import { TARGETS } from '../workspace/forecast/history.ts'
import { shopSeasonality } from '../workspace/forecast/seasonality.ts'
import { checkForecasts, type CheckedForecast } from '../workspace/forecast/truth.ts'
import { defineOperation } from './operation.ts'
import { listed, listFields } from './list.ts'

const effectOutput = v.object({
  key: v.string(),
  ratio: v.number(),
  low: v.nullable(v.number()),
  high: v.nullable(v.number()),
  seen: v.number(),
  clear: v.boolean(),
})

export const getSeasonality = defineOperation({
  method: 'GET',
  path: '/api/v1/forecast/seasonality',
  summary: 'What of the days is week, month and holiday, each with its interval, and what is noise',
  input: v.object({ target: v.optional(v.picklist(TARGETS), 'net_sales') }),
  output: v.looseObject({
    target: v.string(),
    currency: v.nullable(v.string()),
    from: v.string(),
    to: v.string(),
    days: v.number(),
    weekdays: v.array(effectOutput),
    closed: v.array(v.number()),
    months: v.array(effectOutput),
    holidays: v.array(effectOutput),
    shares: v.object({ level: v.number(), week: v.number(), holidays: v.number(), noise: v.number() }),
    week_strength: v.number(),
    noise: v.number(),
    points: v.array(v.object({ date: v.string(), value: v.number(), level: v.number() })),
  }),
  example: { target: 'net_sales' },
  async run({ workspace }, { target }, control) {
    const made = await shopSeasonality(workspace, target, control.signal)
    if (!made.ok) return made
    const { history, report, dates } = made.value
    return success({
      target,
      currency: history.currency,
      from: history.from,
      to: history.to,
      days: history.values.length,
      weekdays: report.weekdays.map((effect) => ({ ...effect })),
      closed: [...report.closed],
      months: report.months.map((effect) => ({ ...effect })),
      holidays: report.holidays.map((effect) => ({ ...effect })),
      shares: { ...report.shares },
      week_strength: report.weekStrength,
      noise: report.noise,
      points: dates.map((date, at) => ({
        date,
        value: history.values[at] ?? 0,
        level: report.level[at] ?? 0,
      })),
    })
  },
})

const truthOutput = v.looseObject({
  state: v.picklist(['early', 'as_expected', 'biased', 'worse', 'naive']),
  days: v.number(),
  mae: v.number(),
  expected: v.nullable(v.number()),
  naive: v.nullable(v.number()),
  bias: v.nullable(v.number()),
  coverage: v.record(v.string(), v.number()),
  forecast: v.number(),
  actual: v.number(),
})

const shown = ({ points, truth, ...checked }: CheckedForecast) => ({
  ...checked,
  subject: { ...checked.subject },
  days_ahead: points.length,
  truth: truth && { ...truth, coverage: { ...truth.coverage } },
})

export const getTruth = defineOperation({
  method: 'GET',
  path: '/api/v1/forecast/truth',
  summary: 'Kept forecasts held against the days that have come true: error, coverage, bias',
  input: v.object({ target: v.optional(v.picklist(TARGETS)), ...listFields }),
  output: v.object({
    items: v.array(
      v.looseObject({
        prediction_id: v.string(),
        model_id: v.string(),
        made_at: v.string(),
        target: v.picklist(TARGETS),
        subject: v.looseObject({
          product_id: v.optional(v.string()),
          category: v.optional(v.string()),
          frequency: v.optional(v.picklist(FREQUENCIES)),
        }),
        model: v.string(),
        from: v.string(),
        to: v.string(),
        truth: v.nullable(truthOutput),
      }),
    ),
    total: v.number(),
    next: v.nullable(v.string()),
  }),
  example: { target: 'net_sales' },
  async run({ workspace }, { target, ...page }, control) {
    const made = await checkForecasts(workspace, target ?? null, control.signal)
    return made.ok ? listed(made.value.map(shown), page) : made
  },
})
