import type { CustomerFacts } from '../facts.ts'
import type { Words } from '../reasons.ts'
import type { Fitted } from './fit.ts'
import type { Factors, Holdout } from './holdout.ts'

/** What the last days say of the choice, also where they speak against it. */
function heldNotes(holdout: Holdout, naive: boolean): Words[] {
  const [model, simple] = [holdout.model, holdout.naive]
  const errors = { error: model.rmse, naive_error: simple.rmse }
  if (!naive && simple.rmse < model.rmse) return [{ code: 'SIMPLE_RULE_NEARER_SINCE', params: errors }]
  const absolute = { error: model.mae, naive_error: simple.mae }
  if (!naive && simple.mae < model.mae) return [{ code: 'SIMPLE_RULE_NEARER_FOR_MOST', params: absolute }]
  return []
}

/** What limits an answer about worth. */
export function worthNotes(
  fitted: Fitted,
  facts: CustomerFacts,
  { holdout, factors, naive }: { holdout: Holdout | null; factors: Factors; naive: boolean },
): Words[] {
  const notes: Words[] = []
  const repeaters = facts.visits.reduce((sum, visits) => sum + (visits > 1 ? 1 : 0), 0)
  if (repeaters === 0) notes.push({ code: 'ALL_ONE_ORDER', params: { customers: facts.count } })
  if (fitted.shrunk) notes.push({ code: 'SHRUNK_TO_PRIOR', params: { repeaters, wanted: 100 } })
  if (!fitted.covariance) notes.push({ code: 'NO_STANDARD_ERRORS', params: {} })
  if (holdout) notes.push(...heldNotes(holdout, naive))
  const { looks, spread } = factors.value
  notes.push({
    code: looks > 0 ? 'COMMON_FACTOR' : 'COMMON_FACTOR_UNKNOWN',
    params: { looks, share: spread },
  })
  return notes
}
