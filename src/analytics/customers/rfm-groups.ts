import type { SegmentName } from './segment-rule.ts'

/** Eleven groups on R and FM, as Shopify names them (prospects, who never ordered, are none of ours), with the segment they come nearest to. */
export const RFM_GROUPS = [
  ['champions', 'vip'],
  ['loyal', 'frequent'],
  ['active', 'frequent'],
  ['new', 'new'],
  ['promising', 'occasional'],
  ['needs_attention', 'occasional'],
  ['at_risk', 'at_risk'],
  ['previously_loyal', 'at_risk'],
  ['almost_lost', 'inactive'],
  ['dormant', 'inactive'],
] as const satisfies readonly (readonly [string, SegmentName])[]
export type RfmGroup = (typeof RFM_GROUPS)[number][0]

/** Rows R 1 … 5, columns FM 1 … 5. The shop systems do not publish their cells: these are ours, and shown. */
const CELLS: readonly (readonly RfmGroup[])[] = [
  ['dormant', 'dormant', 'at_risk', 'previously_loyal', 'previously_loyal'],
  ['almost_lost', 'almost_lost', 'at_risk', 'at_risk', 'previously_loyal'],
  ['needs_attention', 'needs_attention', 'active', 'loyal', 'loyal'],
  ['promising', 'promising', 'active', 'loyal', 'champions'],
  ['new', 'promising', 'active', 'champions', 'champions'],
]

/** FM: the mean of F and M, halves up. */
export const fmOf = (f: number, m: number): number => Math.round((f + m) / 2)

export const rfmGroup = (r: number, fm: number): RfmGroup => CELLS[r - 1]![fm - 1]!
