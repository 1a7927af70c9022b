import * as v from 'valibot'
import { COMPARISONS, PRESETS } from '../analytics/period.ts'
import { HEADLINE_TEXTS, type HeadlineCode } from '../analytics/metrics/headline-texts.ts'
import { PRESET_NAMES } from '../model/definitions.ts'
import { DIMENSIONS, GRAINS, type MetricName, METRICS } from '../model/metric.ts'
import { amountField, currencyField, dayField } from './schema.ts'

/** Range of a question: days, or a preset, or (neither) the last 30 days up to the last day with data. */
export const rangeFields = {
  from: v.optional(dayField),
  to: v.optional(dayField),
  preset: v.optional(v.picklist(PRESETS)),
  compare: v.optional(v.picklist(COMPARISONS)),
  currency: v.optional(currencyField),
}

const rangeAnswer = {
  currency: v.nullable(v.string()),
  time_zone: v.string(),
  from: v.nullable(v.string()),
  to: v.nullable(v.string()),
  compare: v.nullable(
    v.object({ mode: v.picklist(COMPARISONS), from: v.string(), to: v.string(), has_data: v.boolean() }),
  ),
  first_day: v.nullable(v.string()),
  last_day: v.nullable(v.string()),
  currencies: v.array(v.object({ currency: v.string(), orders: v.number() })),
}

const unitField = v.picklist(['money', 'count', 'ratio'])
const betterField = v.picklist(['up', 'down', 'neither'])
export const metricField = v.picklist(METRICS)

const metricAnswer = v.object({
  unit: unitField,
  better: betterField,
  value: amountField,
  previous: amountField,
  change: amountField,
  estimated: v.optional(v.boolean()),
  immature: v.optional(v.boolean()),
  note: v.optional(v.string()),
  note_code: v.optional(v.picklist(['ORDERS_WITHOUT_CUSTOMER', 'COST_COVERAGE', 'NO_COST', 'NOT_IN_DATA'])),
  note_params: v.optional(v.record(v.string(), v.number())),
  spark: v.array(amountField),
})

const headline = v.object({
  code: v.picklist(Object.keys(HEADLINE_TEXTS) as HeadlineCode[]),
  text: v.string(),
  metric: metricField,
  params: v.record(
    v.string(),
    v.object({
      as: v.picklist(['money', 'signed_money', 'count', 'percent', 'change', 'day', 'text']),
      value: v.union([v.number(), v.string()]),
    }),
  ),
  drivers: v.array(
    v.object({
      name: v.string(),
      value: amountField,
      previous: amountField,
      change: amountField,
      contribution: amountField,
    }),
  ),
})

const metricEntries = Object.fromEntries(METRICS.map((metric) => [metric, metricAnswer])) as Record<
  MetricName,
  typeof metricAnswer
>

export const summaryOutput = v.object({
  ...rangeAnswer,
  spark_grain: v.nullable(v.picklist(GRAINS)),
  metrics: v.object(metricEntries),
  headlines: v.array(headline),
  kept_apart: v.array(
    v.object({ kind: v.string(), lines: v.number(), orders: v.number(), gross: v.number(), net: v.number() }),
  ),
})

const point = v.object({
  date: v.string(),
  value: amountField,
  previous: amountField,
  partial: v.optional(v.literal(true)),
})

export const seriesOutput = v.object({
  ...rangeAnswer,
  metric: metricField,
  unit: unitField,
  grain: v.nullable(v.picklist(GRAINS)),
  by: v.nullable(v.picklist(DIMENSIONS)),
  total: amountField,
  previous_total: amountField,
  points: v.array(point),
  series: v.optional(
    v.array(
      v.object({
        key: v.nullable(v.string()),
        name: v.nullable(v.string()),
        other: v.boolean(),
        total: amountField,
        previous_total: amountField,
        points: v.array(point),
      }),
    ),
  ),
})

export const topOutput = v.object({
  ...rangeAnswer,
  dimension: v.picklist(DIMENSIONS),
  items: v.array(
    v.object({
      key: v.nullable(v.string()),
      name: v.nullable(v.string()),
      net_sales: v.number(),
      gross_sales: v.number(),
      discounts: v.number(),
      returns: v.number(),
      units: v.number(),
      share: amountField,
      previous: amountField,
      change: amountField,
      contribution: amountField,
      orders: v.optional(v.number()),
      customers: v.optional(v.number()),
    }),
  ),
  total: v.number(),
  next: v.nullable(v.string()),
  totals: v.nullable(v.object({ net_sales: v.number(), previous: amountField, units: v.number() })),
})

export const heatmapOutput = v.object({
  ...rangeAnswer,
  cells: v.array(
    v.object({ weekday: v.number(), hour: v.number(), net_sales: v.number(), orders: v.number() }),
  ),
  weekdays: v.array(v.object({ weekday: v.number(), days: v.number() })),
  has_hours: v.boolean(),
  orders: v.number(),
  rule: v.string(),
})

export const rowsOutput = v.object({
  ...rangeAnswer,
  metric: metricField,
  unit: unitField,
  row: v.picklist(['line', 'order', 'order_sum', 'customer', 'product']),
  figure: amountField,
  sum: v.number(),
  items: v.array(v.record(v.string(), v.unknown())),
  total: v.number(),
  next: v.nullable(v.string()),
})

export const dictionaryOutput = v.object({
  items: v.array(
    v.object({
      metric: metricField,
      name: v.string(),
      unit: unitField,
      formula: v.string(),
      better: betterField,
      additive: v.boolean(),
      sql: v.array(v.string()),
      platforms: v.array(v.object({ platform: v.string(), formula: v.string(), note: v.string() })),
      presets: v.array(v.object({ preset: v.picklist(PRESET_NAMES), axes: v.array(v.string()) })),
    }),
  ),
  total: v.number(),
  next: v.null(),
})

export type SummaryAnswer = v.InferOutput<typeof summaryOutput>
export type MetricAnswer = v.InferOutput<typeof metricAnswer>
export type HeadlineAnswer = v.InferOutput<typeof headline>
export type SeriesAnswer = v.InferOutput<typeof seriesOutput>
export type TopAnswer = v.InferOutput<typeof topOutput>
export type HeatmapAnswer = v.InferOutput<typeof heatmapOutput>
export type RowsAnswer = v.InferOutput<typeof rowsOutput>
export type DictionaryAnswer = v.InferOutput<typeof dictionaryOutput>
