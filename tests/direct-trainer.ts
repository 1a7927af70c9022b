import { predictChurn } from '../src/analytics/customers/churn/churn.ts'
import { segmentCustomers } from '../src/analytics/customers/cluster/segment.ts'
import { estimateWorth } from '../src/analytics/customers/worth/worth.ts'
import type { Trainer } from '../src/jobs/trainer.ts'
import { success } from '../src/model/outcome.ts'
import type { StoredRecord } from '../src/store/records.ts'
import type { CustomerContext } from '../src/workspace/customers/base.ts'
import type { NativeEngine } from './native-engine.ts'

const PACE = { pause: async () => false }
const WORK = { segment: segmentCustomers, worth: estimateWorth, churn: predictChurn }

/** What the trainer's worker does, in this thread. */
const directTrainer: Trainer = {
  call: (async (name: keyof typeof WORK, input: never) =>
    success(await WORK[name](input, PACE))) as Trainer['call'],
}

/** Kept records in memory. */
function memoryRecords(): CustomerContext['records'] {
  const tables = new Map<string, Map<string, StoredRecord>>()
  return (name) => {
    const table = tables.get(name) ?? new Map<string, StoredRecord>()
    tables.set(name, table)
    return {
      list: async () => [...table.values()].toReversed(),
      get: async (id) => table.get(id),
      put: async (data, id = `${name}-${table.size + 1}`) => {
        const record = { id, at: new Date(0).toISOString(), data }
        table.set(id, record)
        return record
      },
      append: async (make) => {
        const id = `${name}-${table.size + 1}`
        const record = { id, at: new Date(0).toISOString(), data: make([...table.values()]) }
        table.set(id, record)
        return record
      },
      change: async (id, change) => {
        const found = table.get(id)
        if (!found) return undefined
        const next = { ...found, data: { ...found.data, ...change } }
        table.set(id, next)
        return next
      },
      remove: async (id) => table.delete(id),
    }
  }
}

/** Customer analytics over native DuckDB, without workers and without a store. */
export const nativeCustomers = (
  engine: NativeEngine,
  shop: { currency: string; timeZone: string; today: string },
): CustomerContext => ({
  ...shop,
  runner: engine,
  trainer: directTrainer,
  control: {},
  records: memoryRecords(),
})
