import type { WorkspaceDatabase } from '../store/workspace-database.ts'
import type { LiveEngine } from './live-engine.ts'

/** Answers of the last visit, shown until the engine has answered anew: kept by key, each with the generation it was true for. */
export interface LastKnown {
  /** The kept answer, or null when there is none for the generation in force. */
  read<Value>(key: string): Promise<Value | null>
  /** Keeps an answer as true for the generation in force: call it only when that is the one that was asked. */
  write(key: string, value: unknown): Promise<void>
}

interface Kept {
  readonly generation: number
  readonly value: unknown
}

const PREFIX = 'last_known:'

/** Makes the memory of last known answers of a workspace. */
export function createLastKnown(database: WorkspaceDatabase, live: LiveEngine): LastKnown {
  const rowKey = (key: string) => `${PREFIX}${key}`
  const forgetOlder = () =>
    database.settings
      .where('key')
      .startsWith(PREFIX)
      .filter((row) => (row.value as Kept).generation !== live.generation)
      .delete()
  return {
    async read<Value>(key: string) {
      const kept = (await database.settings.get(rowKey(key)))?.value as Kept | undefined
      return kept && kept.generation === live.generation ? (kept.value as Value) : null
    },
    async write(key, value) {
      const { generation } = live
      await forgetOlder()
      await database.settings.put({ key: rowKey(key), value: { generation, value } satisfies Kept })
    },
  }
}
