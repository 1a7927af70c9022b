import * as v from 'valibot'
import { success } from '../model/outcome.ts'
import { refreshForecasts, staleForecasts } from '../workspace/forecast/refresh.ts'
import { defineOperation } from './operation.ts'
import { booleanField } from './schema.ts'

export const getForecastRefresh = defineOperation({
  method: 'GET',
  path: '/api/v1/forecast/refresh',
  summary:
    'Which of the forecasts that were asked for last stand on older data, and whether they learn anew by themselves',
  input: v.object({}),
  output: v.object({
    on_import: v.boolean(),
    stale: v.array(v.looseObject({ target: v.string(), horizon: v.number() })),
  }),
  example: {},
  async run({ workspace }, _, control) {
    const { forecasts_on_import: on_import } = await workspace.settings()
    const stale = await staleForecasts(workspace, control.signal)
    const questions = stale.map(({ target, product_id, category, frequency, horizon, model }) => ({
      target,
      product_id,
      category,
      frequency,
      horizon,
      model,
    }))
    return success({ on_import, stale: questions })
  },
})

export const setForecastRefresh = defineOperation({
  method: 'PUT',
  path: '/api/v1/forecast/refresh',
  summary: 'Whether forecasts learn anew in the background when new orders have come in',
  input: v.object({ on_import: booleanField }),
  output: v.object({ on_import: v.boolean() }),
  example: { on_import: true },
  async run({ workspace }, { on_import }) {
    await workspace.changeSettings({ forecasts_on_import: on_import })
    return success({ on_import })
  },
})

export const postForecastRefresh = defineOperation({
  method: 'POST',
  path: '/api/v1/forecast/refresh',
  summary: 'Makes the forecasts that were asked for last anew where they stand on older data',
  input: v.object({}),
  output: v.object({ made: v.number() }),
  example: {},
  async run({ workspace }, _, control) {
    const made = await refreshForecasts(workspace, control)
    return made.ok ? success({ made: made.value }) : made
  },
})
