import { expect, it } from 'vitest'
import type { RuleSegments } from './judged.ts'
import { migrate } from './migration.ts'
import type { SegmentName } from './segment-rule.ts'

/** What a day says of customers: id, segment, net. */
const day = (rows: readonly (readonly [number, SegmentName, number])[]): RuleSegments =>
  ({
    facts: { id: rows.map(([id]) => id), net: rows.map(([, , net]) => net) },
    segments: rows.map(([, segment]) => segment),
  }) as unknown as RuleSegments

const step = (from: SegmentName, to: SegmentName) => {
  const { up, down, same, entered } = migrate(day([[1, from, 0]]), day([[1, to, 0]]))
  return { up, down, same, entered }
}

it.each([
  ['inactive', 'at_risk', 'up'],
  ['at_risk', 'new', 'up'],
  ['occasional', 'frequent', 'up'],
  ['new', 'frequent', 'up'],
  ['frequent', 'vip', 'up'],
  ['vip', 'frequent', 'down'],
  ['occasional', 'at_risk', 'down'],
  ['new', 'occasional', 'same'],
  ['occasional', 'new', 'same'],
  ['vip', 'vip', 'same'],
] as const)('from %s to %s is %s', (from, to, way) => {
  expect(step(from, to)).toEqual({ up: 0, down: 0, same: 0, entered: 0, [way]: 1 })
})

it('counts each pair of places with the sales of the later day, in the order of the segments', () => {
  const before = day([[1, 'new', 9], [2, 'new', 9], [3, 'vip', 9]]) // prettier-ignore
  const after = day([[1, 'inactive', 100], [2, 'inactive', 250], [3, 'vip', 900], [4, 'new', 40]]) // prettier-ignore
  expect(migrate(before, after)).toEqual({
    cells: [
      { from: 'vip', to: 'vip', count: 1, net: 900 },
      { from: 'new', to: 'inactive', count: 2, net: 350 },
      { from: 'none', to: 'new', count: 1, net: 40 },
    ],
    up: 0,
    down: 2,
    same: 1,
    entered: 1,
  })
})
