import { createAsync, query, revalidate } from '@solidjs/router'
import type { Client } from '../../api/client.ts'
import { changeModel, deleteModel, getModel, listModels, listTrainingLogs } from '../../api/kept-records.ts'
import { useShop } from '../shop.tsx'
import type { Kept } from './model.ts'

const readModels = query(async (_version: string, client: Client): Promise<readonly Kept[]> => {
  const answer = await client.run(listModels, { limit: 1000 })
  return answer.ok ? answer.value.items : []
}, 'models')

const readLogs = query(async (_version: string, client: Client): Promise<readonly Kept[]> => {
  const answer = await client.run(listTrainingLogs, { limit: 1000 })
  return answer.ok ? answer.value.items : []
}, 'training-logs')

/** Kept models and trainings, newest first. */
export function createKept() {
  const shop = useShop()
  return {
    models: createAsync(() => readModels(shop.version(), shop.client)),
    logs: createAsync(() => readLogs(shop.version(), shop.client)),
  }
}

/** One model with all that is kept of it; undefined while none is chosen. */
export function createModel(id: () => string | undefined) {
  const { client } = useShop()
  return createAsync(async (): Promise<Kept | undefined> => {
    const wanted = id()
    if (wanted === undefined) return undefined
    const answer = await client.run(getModel, { id: wanted })
    return answer.ok ? answer.value : undefined
  })
}

interface ModelChange {
  readonly name?: string
  readonly default?: boolean
}

/** Writes; the list is read again after each. */
export function createModelWrites() {
  const { client } = useShop()
  const again = () => revalidate(readModels.key)
  return {
    async change(id: string, change: ModelChange) {
      const made = await client.run(changeModel, { id, ...change })
      await again()
      return made.ok
    },
    /** Deletes a model; answers the way back, or undefined when it failed. */
    async remove(id: string) {
      const models = client.session.current().records('models')
      const record = await models.get(id)
      const gone = await client.run(deleteModel, { id })
      await again()
      if (!gone.ok || !record) return undefined
      return async () => {
        await models.put(record.data, id)
        await again()
      }
    },
  }
}
