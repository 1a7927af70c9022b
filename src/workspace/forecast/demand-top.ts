import type { ShopForecast } from '../../analytics/forecast/demand.ts'
import { type Outcome, success } from '../../model/outcome.ts'
import type { Control, Workspace } from '../workspace.ts'
import { type KeptPrediction, latestPrediction } from './kept.ts'
import { predictSales } from './predict.ts'

const SHOP = { target: 'units' } as const

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** What was kept, with the days brought to the sum that the page shows: days are rounded, one by one. */
function shopForecastOf({ points, data }: KeptPrediction): ShopForecast {
  const answer = data['answer'] as {
    readonly model: ShopForecast['model']
    readonly total: { readonly value: number }
  }
  const { rehearsals, latest } = (data['past'] ?? {}) as Pick<ShopForecast, 'rehearsals' | 'latest'>
  const values = points.map(({ value }) => value)
  const rounded = sumOf(values)
  const factor = rounded > 0 ? answer.total.value / rounded : 1
  const past = { ...(rehearsals && { rehearsals }), ...(latest && { latest }) }
  return { model: answer.model, point: values.map((value) => value * factor), ...past }
}

/**
 * The shop's own forecast of units, the very one that the Forecast page shows: the newest over that horizon while the data
 * are those that it was made from; else one is made with all models and kept, beside what else runs.
 */
export async function shopUnits(
  workspace: Workspace,
  { horizon, seed }: { readonly horizon: number; readonly seed: number },
  { signal }: Control = {},
): Promise<Outcome<ShopForecast>> {
  const found = await latestPrediction(workspace, SHOP, horizon, 'auto')
  if (found?.current) return success(shopForecastOf(found))
  const asked = { ...SHOP, horizon, seed, levels: [80, 95], regressors: 'auto' as const, inBackground: true }
  const made = await predictSales(workspace, asked, { signal })
  return made.ok ? success(shopForecastOf(made.value)) : made
}
