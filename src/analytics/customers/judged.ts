import type { CustomerFacts } from './facts.ts'
import { type Rfm, scoreRfm } from './rfm.ts'
import { type Judged, type Limits, segmentByRule, type SegmentName } from './segment-rule.ts'

/** Everybody's scores and segments by rule, in the order of the facts. */
export interface RuleSegments {
  readonly facts: CustomerFacts
  readonly rfm: Rfm
  readonly limits: Limits
  readonly segments: readonly SegmentName[]
}

/** One customer as the rule of segments sees it. */
export const judgedAt = (facts: CustomerFacts, rfm: Rfm, at: number): Judged => ({
  r: rfm.r[at]!,
  f: rfm.f[at]!,
  m: rfm.m[at]!,
  orders: facts.orders[at]!,
  sinceFirst: facts.asOf - facts.first[at]!,
  sinceLast: facts.asOf - facts.last[at]!,
})

/** Scores everybody and names the segment by rule. */
export function ruleSegments(facts: CustomerFacts, limits: Limits): RuleSegments {
  const rfm = scoreRfm(facts)
  const segments = Array.from({ length: facts.count }, (_, at) =>
    segmentByRule(judgedAt(facts, rfm, at), limits),
  )
  return { facts, rfm, limits, segments }
}
