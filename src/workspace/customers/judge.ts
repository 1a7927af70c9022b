import { customerFacts, visitGaps } from '../../analytics/customers/facts.ts'
import { ruleSegments, type RuleSegments } from '../../analytics/customers/judged.ts'
import { segmentLimits } from '../../analytics/customers/segment-rule.ts'
import type { CustomerBase } from './base.ts'

/** Everybody judged by rule as of a day (a day number). */
export function judgeAsOf(base: CustomerBase, day: number): RuleSegments {
  return ruleSegments(customerFacts(base.days, day), segmentLimits(visitGaps(base.days, day)))
}
