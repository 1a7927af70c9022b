import { createAsync, query, revalidate } from '@solidjs/router'
import { createSignal } from 'solid-js'
import type { Client } from '../../../api/client.ts'
import {
  changeScenario,
  createScenario,
  deleteScenario,
  getScenario,
  listScenariosOperation,
} from '../../../api/scenarios.ts'
import type { Progress } from '../../../model/progress.ts'
import type { JobView } from '../../../ui/job-row.tsx'
import { secondsLeft } from '../../../ui/jobs.tsx'
import { useShop } from '../../shop.tsx'
import type { Draft } from './draft.ts'

const readList = query(
  (_version: string, client: Client) => client.run(listScenariosOperation, { limit: 1000 }),
  'scenarios',
)
const [basing, setBasing] = createSignal<JobView>()
let stop: AbortController | undefined

/** The forecast beneath a scenario, while it is made anew: it takes as long as any other. */
export const baseJob = basing

const follow = (began: number) => (progress: Progress) => {
  const { done, total, phase } = progress
  const left = secondsLeft(done, total, performance.now() - began)
  setBasing({ id: 'base', title: '', phase, done, total, secondsLeft: left, onCancel: () => stop?.abort() })
}

const readOne = query(async (_version: string, client: Client, scenario_id: string) => {
  const controller = new AbortController()
  stop = controller
  const tell = follow(performance.now())
  const answer = client.run(getScenario, { scenario_id }, { signal: controller.signal, onProgress: tell })
  // Not while the reader is being tracked; where the forecast is kept the answer is there in a moment.
  queueMicrotask(() => tell({ done: 0, total: 0, phase: '' }))
  const outcome = await answer
  if (stop === controller) setBasing(undefined)
  return outcome
}, 'scenario')

/** Asks again for what was cancelled or failed. */
export const compareAgain = () => void revalidate(readOne.key)

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
