import { createSignal } from 'solid-js'
import type { ReconciliationAnswer } from '../../api/reconcile.ts'
import { reconcileTotals } from '../../api/reconcile.ts'
import type { ReconciledMetric } from '../../analytics/reconcile/counting.ts'
import type { PresetName } from '../../model/definitions.ts'
import type { Failure } from '../../model/outcome.ts'
import { useRange } from '../range.ts'
import { useShop } from '../shop.tsx'

/** What the form asks: the total as it was typed, or lines as they were pasted. */
export interface AskedTotal {
  readonly metric: ReconciledMetric
  readonly text: string
  readonly platform: PresetName | undefined
}

export interface FoundTotals {
  readonly items: readonly (ReconciliationAnswer & { readonly line: number })[]
  readonly skipped: readonly { readonly line: number; readonly text: string }[]
}

/** Where the search stands. */
export type Search =
  | { readonly kind: 'none' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'found'; readonly found: FoundTotals; readonly asked: AskedTotal }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly asked: AskedTotal }

/** Searches for one question at a time; a new one ends the one before. */
export function createSearch() {
  const { client } = useShop()
  const { range } = useRange()
  const [search, setSearch] = createSignal<Search>({ kind: 'none' })
  let stop: AbortController | undefined
  const ask = (asked: AskedTotal, rows: number, signal?: AbortSignal) => {
    const { from, to } = range()
    const { metric, text, platform } = asked
    return client.run(
      reconcileTotals,
      { metric, text, from, to, rows, ...(platform && { platform }) },
      { signal },
    )
  }
  const start = async (asked: AskedTotal) => {
    stop?.abort()
    const own = new AbortController()
    stop = own
    setSearch({ kind: 'looking' })
    const outcome = await ask(asked, 50, own.signal)
    if (stop !== own) return
    setSearch(
      outcome.ok
        ? { kind: 'found', found: outcome.value, asked }
        : { kind: 'failed', failure: outcome.failure, asked },
    )
  }
  return { search, start, ask }
}
