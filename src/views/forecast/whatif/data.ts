import { createAsync, query, revalidate } from '@solidjs/router'
import type { Client } from '../../../api/client.ts'
import {
  changeScenario,
  createScenario,
  deleteScenario,
  getScenario,
  listScenariosOperation,
} from '../../../api/scenarios.ts'
import { useShop } from '../../shop.tsx'
import type { Draft } from './draft.ts'

const readList = query(
  (_version: string, client: Client) => client.run(listScenariosOperation, { limit: 1000 }),
  'scenarios',
)
const readOne = query(
  (_version: string, client: Client, scenario_id: string) => client.run(getScenario, { scenario_id }),
  'scenario',
)

type List = Extract<Awaited<ReturnType<typeof readList>>, { ok: true }>['value']
export type Scenario = List['items'][number]
export type Compared = Extract<Awaited<ReturnType<typeof readOne>>, { ok: true }>['value']

/** The kept scenarios, newest first. */
export function createScenarios() {
  const shop = useShop()
  return createAsync(() => readList(shop.version(), shop.client))
}

/** One scenario beside its base; undefined while none is chosen. */
export function createCompared(id: () => string | undefined) {
  const shop = useShop()
  return createAsync(async () => {
    const wanted = id()
    return wanted === undefined ? undefined : readOne(shop.version(), shop.client, wanted)
  })
}

/** Writes; the lists are read again after each. */
export function createScenarioWrites() {
  const { client } = useShop()
  const again = async () => {
    await revalidate([readList.key, readOne.key])
  }
  return {
    async keep(draft: Draft, id: string | undefined) {
      const made = id
        ? await client.run(changeScenario, { scenario_id: id, ...draft })
        : await client.run(createScenario, draft)
      await again()
      return made
    },
    async remove(id: string) {
      const gone = await client.run(deleteScenario, { id })
      await again()
      return gone.ok
    },
  }
}
