import * as v from 'valibot'
import { axesOf } from '../model/definitions.ts'
import { DIMENSIONS, GRAINS } from '../model/metric.ts'
import { failure, type Outcome, success } from '../model/outcome.ts'
import { DIMENSION_SORT_NAMES } from '../workspace/dashboard/top.ts'
import { dashboardContext } from '../workspace/dashboard/context.ts'
import { metricDictionary } from '../workspace/dashboard/dictionary.ts'
import { heatmap } from '../workspace/dashboard/heatmap.ts'
import type { DashboardContext } from '../workspace/dashboard/range.ts'
import { rowsBehindFigure } from '../workspace/dashboard/rows.ts'
import { metricSeries } from '../workspace/dashboard/series.ts'
import { dashboardSummary } from '../workspace/dashboard/summary.ts'
import { topKeys } from '../workspace/dashboard/top.ts'
import { definitionsOf } from '../workspace/definitions.ts'
import {
  dictionaryOutput,
  heatmapOutput,
  metricField,
  rangeFields,
  rowsOutput,
  seriesOutput,
  summaryOutput,
  topOutput,
} from './dashboard-schemas.ts'
import { type ApiContext, defineOperation } from './operation.ts'
import { offsetOf, pageFields, wholeField } from './schema.ts'

interface Stop {
  readonly signal?: AbortSignal | undefined
}

/** Answers in the context of the open workspace; a query that the caller stopped is CANCELLED. */
async function answer<Value>(
  { workspace }: ApiContext,
  { signal }: Stop,
  ask: (context: DashboardContext) => Promise<Outcome<Value>>,
): Promise<Outcome<Value>> {
  try {
    return await ask(await dashboardContext(workspace, signal))
  } catch (cause) {
    if (signal?.aborted) return failure('CANCELLED', 'cancelled by the caller')
    throw cause
  }
}

const cursorOf = (offset: number | null): string | null => (offset === null ? null : String(offset))

export const getSummary = defineOperation({
  method: 'GET',
  path: '/api/v1/dashboard/summary',
  summary: 'All figures of a period with their past, the executive summary, and what is kept apart',
  input: v.object(rangeFields),
  output: summaryOutput,
  example: { preset: 'last_30', compare: 'previous' },
  run: (api, input, control) => answer(api, control, (context) => dashboardSummary(context, input)),
})

export const getSeries = defineOperation({
  method: 'GET',
  path: '/api/v1/dashboard/metrics',
  summary: 'One figure as a series, with its past step by step; `by` splits it',
  input: v.object({
    ...rangeFields,
    metric: metricField,
    grain: v.optional(v.picklist(GRAINS)),
    by: v.optional(v.picklist(DIMENSIONS)),
    limit: v.optional(wholeField(1, 50)),
  }),
  output: seriesOutput,
  example: { metric: 'net_sales', grain: 'week', preset: 'last_90' },
  run: (api, input, control) => answer(api, control, (context) => metricSeries(context, input)),
})

export const getTop = defineOperation({
  method: 'GET',
  path: '/api/v1/dashboard/top',
  summary: 'Products, countries, channels … by net sales, each with share and change',
  input: v.object({
    ...rangeFields,
    ...pageFields,
    dimension: v.picklist(DIMENSIONS),
    sort: v.optional(v.picklist(DIMENSION_SORT_NAMES)),
  }),
  output: topOutput,
  example: { dimension: 'product', limit: 10 },
  run: (api, { cursor, ...input }, control) =>
    answer(api, control, async (context) => {
      const outcome = await topKeys(context, { ...input, offset: offsetOf(cursor) })
      return outcome.ok ? success({ ...outcome.value, next: cursorOf(outcome.value.next) }) : outcome
    }),
})

const heat = (path: string) =>
  defineOperation({
    method: 'GET',
    path,
    summary: 'Net sales and orders by weekday and hour',
    input: v.object(rangeFields),
    output: heatmapOutput,
    example: { preset: 'last_90' },
    run: (api, input, control) => answer(api, control, (context) => heatmap(context, input)),
  })

export const getHeatmap = heat('/api/v1/dashboard/heatmap')
export const getAnalyticsHeatmap = heat('/api/v1/analytics/heatmap')

export const getRows = defineOperation({
  method: 'GET',
  path: '/api/v1/dashboard/rows',
  summary: 'The rows behind a figure; what they add up to is the figure',
  input: v.object({
    ...rangeFields,
    ...pageFields,
    metric: metricField,
    dimension: v.optional(v.picklist(DIMENSIONS)),
    key: v.optional(v.string()),
  }),
  output: rowsOutput,
  example: { metric: 'returns', limit: 20 },
  run: (api, { cursor, ...input }, control) =>
    answer(api, control, async (context) => {
      const outcome = await rowsBehindFigure(context, { ...input, offset: offsetOf(cursor) })
      return outcome.ok ? success({ ...outcome.value, next: cursorOf(outcome.value.next) }) : outcome
    }),
})

export const listMetrics = defineOperation({
  method: 'GET',
  path: '/api/v1/metrics',
  summary:
    'The dictionary: what each figure is, its formula, the SQL that makes it, and who counts it otherwise',
  input: v.object({}),
  output: dictionaryOutput,
  example: {},
  run: async ({ workspace }) => {
    const items = metricDictionary(axesOf(await definitionsOf(workspace)))
    return success({ items, total: items.length, next: null })
  },
})
