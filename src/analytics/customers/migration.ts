import type { RuleSegments } from './judged.ts'
import { SEGMENTS, type SegmentName } from './segment-rule.ts'

export interface MigrationCell {
  readonly from: SegmentName | 'none'
  readonly to: SegmentName
  readonly count: number
  /** Net sales in minor units of these customers up to the later day. */
  readonly net: number
}

export interface Migration {
  readonly cells: readonly MigrationCell[]
  readonly up: number
  readonly down: number
  readonly same: number
  readonly entered: number
}

/** How good a place is: moves are up or down between these; new and occasional are level. */
const RANK: Readonly<Record<SegmentName, number>> = {
  vip: 4,
  frequent: 3,
  occasional: 2,
  new: 2,
  at_risk: 1,
  inactive: 0,
}

const segmentById = ({ facts, segments }: RuleSegments): Map<number, SegmentName> =>
  new Map(segments.map((segment, at) => [facts.id[at]!, segment]))

/** Who moved where between two days, each judged by its own day's scores and limits. */
export function migrate(before: RuleSegments, after: RuleSegments): Migration {
  const was = segmentById(before)
  const cells = new Map<string, MigrationCell>()
  const counts = { up: 0, down: 0, same: 0, entered: 0 }
  for (const [at, to] of after.segments.entries()) {
    const from = was.get(after.facts.id[at]!) ?? 'none'
    const key = `${from} ${to}`
    const cell = cells.get(key) ?? { from, to, count: 0, net: 0 }
    cells.set(key, { ...cell, count: cell.count + 1, net: cell.net + after.facts.net[at]! })
    const step = from === 'none' ? Number.NaN : RANK[to] - RANK[from]
    if (from === 'none') counts.entered += 1
    else if (step > 0) counts.up += 1
    else if (step < 0) counts.down += 1
    else counts.same += 1
  }
  const order = (cell: MigrationCell): number =>
    ([...SEGMENTS, 'none'] as const).indexOf(cell.from) * 10 + SEGMENTS.indexOf(cell.to)
  return { cells: [...cells.values()].toSorted((a, b) => order(a) - order(b)), ...counts }
}
