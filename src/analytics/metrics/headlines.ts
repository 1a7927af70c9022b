import type { Headline } from './headline.ts'
import { changeDrivers, customersMix, movers, netSalesChange, rateMoved } from './headline-change.ts'
import type { HeadlineFacts } from './headline-facts.ts'
import {
  bestDay,
  caveats,
  deductions,
  netSalesLevel,
  returningShare,
  sold,
  topProduct,
} from './headline-level.ts'

const LEAST = 3
const MOST = 6

const found = (headline: Headline | null): headline is Headline => headline !== null

/**
 * The executive summary: three to six headlines, what moved first, then what moved it, then what to beware of.
 * Where nothing can be compared, they say what the period was like. Empty when the period holds no sales at all.
 */
export function headlines(facts: HeadlineFacts): Headline[] {
  if (!facts.now.orders && !facts.now.gross && !facts.now.returned) return []
  const beware = caveats(facts).slice(0, 2)
  const moved = [
    netSalesChange(facts) ?? netSalesLevel(facts),
    changeDrivers(facts),
    customersMix(facts),
    rateMoved(facts, 'returned'),
    movers(facts, 'products'),
    movers(facts, 'countries'),
    rateMoved(facts, 'discount'),
  ].filter(found)
  const level = [
    topProduct(facts),
    bestDay(facts),
    returningShare(facts),
    sold(facts),
    deductions(facts),
  ].filter(found)
  const wanted = facts.before ? LEAST : MOST - beware.length
  const said = [...moved, ...level.slice(0, Math.max(0, wanted - moved.length))]
  return [...said.slice(0, MOST - beware.length), ...beware]
}
