import { createAsync, query } from '@solidjs/router'
import type { Client } from '../../api/client.ts'
import { listImports, refusedRows } from '../../api/imports.ts'
import type { Outcome } from '../../model/outcome.ts'
import { success } from '../../model/outcome.ts'
import type { FilePreview, RefusedRow } from '../../model/preview.ts'
import { useShop } from '../shop.tsx'

/** One import of the history. */
export interface ImportEntry {
  readonly id: string
  readonly at: string
  readonly state: 'committed' | 'taken_back'
  readonly files: readonly FilePreview[]
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  readonly rejected: number
}

const HISTORY = 200

const readHistory = query(
  async (_version: string, client: Client): Promise<Outcome<readonly ImportEntry[]>> => {
    const outcome = await client.run(listImports, { limit: HISTORY })
    return outcome.ok ? success(outcome.value.items as unknown as readonly ImportEntry[]) : outcome
  },
  'imports',
)

/** The imports of the open workspace, newest first; read again when its data change. */
export function createHistory() {
  const shop = useShop()
  return createAsync(() => readHistory(shop.version(), shop.client))
}

const PAGE = 1000
const MOST_PAGES = 20

export interface Refused {
  readonly rows: readonly RefusedRow[]
  readonly total: number
}

/** Refused rows of an import that waits or was stored, at most 20,000 of them. */
export async function readRefused(client: Client, id: string): Promise<Outcome<Refused>> {
  const rows: RefusedRow[] = []
  let cursor: string | undefined
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const outcome = await client.run(refusedRows, { id, limit: PAGE, ...(cursor ? { cursor } : {}) })
    if (!outcome.ok) return outcome
    const { items, next, total } = outcome.value
    rows.push(...(items as unknown as RefusedRow[]))
    if (next === null || page === MOST_PAGES - 1) return success({ rows, total })
    cursor = next
  }
  return success({ rows, total: rows.length })
}
