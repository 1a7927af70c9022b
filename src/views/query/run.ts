import { createSignal } from 'solid-js'
import { runQuery } from '../../api/query.ts'
import type { Failure } from '../../model/outcome.ts'
import { useShop } from '../shop.tsx'
import type { QueryResult } from './data.ts'

/** Where a query stands. */
export type Run =
  | { readonly kind: 'none' }
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly result: QueryResult }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** Runs one query at a time; a new one cancels the one before. */
export function createRun() {
  const shop = useShop()
  const [run, setRun] = createSignal<Run>({ kind: 'none' })
  let stop: AbortController | undefined
  const start = async (sql: string, limit: number) => {
    stop?.abort()
    const own = new AbortController()
    stop = own
    setRun({ kind: 'running' })
    const outcome = await shop.client.run(runQuery, { sql, limit }, { signal: own.signal })
    if (stop !== own) return
    setRun(
      outcome.ok ? { kind: 'done', result: outcome.value } : { kind: 'failed', failure: outcome.failure },
    )
  }
  return { run, start, cancel: () => stop?.abort() }
}
