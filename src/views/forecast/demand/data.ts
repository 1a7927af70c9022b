import { createResource } from 'solid-js'
import type { AnswerOf } from '../../../api/client.ts'
import { latestDemandOperation } from '../../../api/forecast-demand.ts'
import { useShop } from '../../shop.tsx'
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
