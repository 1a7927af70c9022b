import {
  demandSeries,
  forecastSome,
  joinDemand,
  type DemandForecast,
  type DemandRequest,
  type DemandWork,
} from '../src/analytics/forecast/demand.ts'
import type { Model } from '../src/analytics/forecast/model.ts'
import { success, type Outcome } from '../src/model/outcome.ts'

/** Demand of all products in one thread: what the app does on all processors (`src/jobs/demand.ts`). */
export async function forecastDemand(
  request: DemandRequest,
  models: readonly Model[],
  work: DemandWork,
): Promise<Outcome<DemandForecast>> {
  const made = await forecastSome(demandSeries(request.products), request, models, work)
  return made.ok ? success(joinDemand(request, made.value)) : made
}
