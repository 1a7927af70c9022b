import { createAsync, query, revalidate } from '@solidjs/router'
import type { Client } from '../../api/client.ts'
import {
  changeSavedQuery,
  deleteSavedQuery,
  listSavedQueries,
  querySchema,
  saveQuery,
} from '../../api/query.ts'
import { useShop } from '../shop.tsx'

/** What POST /api/v1/query answers. */
export interface QueryResult {
  readonly columns: readonly { readonly name: string; readonly type: string }[]
  readonly rows: readonly (readonly unknown[])[]
  readonly truncated: boolean
  readonly elapsed_ms: number
}

export interface SavedQuery {
  readonly id: string
  readonly name: string
  readonly sql: string
}

export interface Table {
  readonly name: string
  readonly meaning: string
  readonly columns: readonly { readonly name: string; readonly type: string; readonly meaning: string }[]
}

const readTables = query(async (client: Client): Promise<readonly Table[]> => {
  const outcome = await client.run(querySchema, {})
  return outcome.ok ? (outcome.value.tables as unknown as readonly Table[]) : []
}, 'query-schema')

const readSaved = query(async (_workspace: string, client: Client): Promise<readonly SavedQuery[]> => {
  const outcome = await client.run(listSavedQueries, { limit: 1000 })
  return outcome.ok ? (outcome.value.items as unknown as readonly SavedQuery[]) : []
}, 'saved-queries')

/** The public tables, for the panel beside the editor. */
export function createTables() {
  const shop = useShop()
  return createAsync(() => readTables(shop.client))
}

/** The saved queries of the open workspace, newest first. */
export function createSaved() {
  const shop = useShop()
  return createAsync(() => readSaved(shop.version(), shop.client))
}

/** Writes that have the list read again; each tells whether it worked. */
export function createSaving() {
  const { client } = useShop()
  const again = async (ok: boolean) => {
    await revalidate(readSaved.key)
    return ok
  }
  return {
    add: async (name: string, sql: string) => again((await client.run(saveQuery, { name, sql })).ok),
    change: async (id: string, name: string, sql: string) =>
      again((await client.run(changeSavedQuery, { id, name, sql })).ok),
    remove: async (id: string) => again((await client.run(deleteSavedQuery, { id })).ok),
  }
}
