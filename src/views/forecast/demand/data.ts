import { createResource } from 'solid-js'
import type { AnswerOf } from '../../../api/client.ts'
import { latestDemandOperation } from '../../../api/forecast-demand.ts'
import { latestForecast } from '../../../api/forecast-generate.ts'
import { useShop } from '../../shop.tsx'
import { made as forecastMade } from '../training.ts'
import { demandMade } from './run.ts'

export type Demand = NonNullable<AnswerOf<typeof latestDemandOperation>['demand']>
export type ProductDemand = Demand['items'][number]

/** The demand of all products that was forecast from the present data; null: none yet. */
export function createDemand(days: () => number) {
  const shop = useShop()
  const [found] = createResource(
    () => ({ days: days(), version: shop.version(), made: demandMade() }),
    async ({ days: asked }): Promise<Demand | null> => {
      const answer = await shop.client.run(latestDemandOperation, { days: asked })
      return answer.ok ? answer.value.demand : null
    },
  )
  return found
}

/** What the Forecast page expects of all units over the same days, while the data stand; null: nothing yet. */
export function createShopUnits(days: () => number) {
  const shop = useShop()
  const [found] = createResource(
    () => ({ horizon: days(), version: shop.version(), made: [demandMade(), forecastMade()] }),
    async ({ horizon }): Promise<{ units: number; model: string } | null> => {
      const answer = await shop.client.run(latestForecast, { target: 'units', horizon })
      const forecast = answer.ok && answer.value.current ? answer.value.forecast : null
      return forecast && { units: forecast.total.value, model: forecast.model }
    },
  )
  return found
}
