import { dataSpan } from '../query/sql/data-span.ts'
import { dashboardContext } from './dashboard/context.ts'
import type { Workspace } from './workspace.ts'

/** What every screen needs to know of a workspace before it asks anything: days 'YYYY-MM-DD' in its time zone. */
export interface ShopFacts {
  readonly currency: string | null
  readonly timeZone: string
  /** First and last day with data; null while there is none. */
  readonly first: string | null
  readonly last: string | null
  /** Day that ranges count from: the real one, or the last with a sale where the data lie in the past. */
  readonly today: string
}

interface Span {
  readonly currency: string | null
  readonly first: string | null
  readonly last: string | null
  /** The last day with a sale: returns may be booked after it. */
  readonly lastSale: string | null
}

const KEY = 'shop-span'

async function readSpan(workspace: Workspace, own: string | null): Promise<Span> {
  const kept = await workspace.lastKnown.read<Span>(KEY)
  if (kept) return kept
  // Nothing was ever imported: no need to wait for the engine.
  const asked = workspace.generation()
  if (asked === 0) return { currency: own, first: null, last: null, lastSale: null }
  const spans = await workspace.query.run(dataSpan())
  const span = spans.find(({ currency }) => currency === own) ?? spans[0]
  const found = {
    currency: span?.currency ?? own,
    first: span?.first_day ?? null,
    last: span?.last_day ?? null,
    lastSale: span?.last_sale ?? span?.last_day ?? null,
  }
  if (workspace.generation() === asked) await workspace.lastKnown.write(KEY, found).catch(() => {})
  return found
}

/** Facts of a workspace in its present generation; kept, so that a returning visit need not wait for the engine. */
export async function readShopFacts(workspace: Workspace): Promise<ShopFacts> {
  const { currency, timeZone, today } = await dashboardContext(workspace)
  const { lastSale, ...span } = await readSpan(workspace, currency)
  return { ...span, timeZone, today: lastSale && lastSale < today ? lastSale : today }
}
