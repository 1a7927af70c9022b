import { judgedAt, type RuleSegments } from '../judged.ts'
import { median } from '../../forecast/statistics.ts'
import { mayBeCalled, type SegmentName, SEGMENTS } from '../segment-rule.ts'
import type { Points } from './k-means.ts'

/** A cluster by its name and its median customer. */
export interface NamedCluster {
  readonly cluster: number
  readonly name: SegmentName
  readonly count: number
  readonly typical: { readonly orders: number; readonly sinceFirst: number; readonly sinceLast: number }
  /** Median net sales in minor units. */
  readonly net: number
}

/** How many members of each cluster the rule gives each name. */
function compose(judged: RuleSegments, label: Int32Array, k: number): number[][] {
  const counts = Array.from({ length: k }, () => SEGMENTS.map(() => 0))
  for (const [at, cluster] of label.entries()) counts[cluster]![SEGMENTS.indexOf(judged.segments[at]!)]! += 1
  return counts
}

interface Dealt {
  readonly kept: number
  readonly clusters: readonly number[]
}

/** Gives each of the names a cluster of its own so that most customers keep the name that they have by rule. */
function deal(counts: readonly number[][], names: readonly number[]): readonly number[] {
  const best = new Map<string, Dealt>()
  const from = (name: number, used: number): Dealt => {
    if (name === names.length) return { kept: 0, clusters: [] }
    const known = best.get(`${name} ${used}`)
    if (known) return known
    let found: Dealt = { kept: -1, clusters: [] }
    for (let cluster = 0; cluster < counts.length; cluster++) {
      if (used & (1 << cluster)) continue
      const rest = from(name + 1, used | (1 << cluster))
      const kept = rest.kept + counts[cluster]![names[name]!]!
      if (rest.kept >= 0 && kept > found.kept) found = { kept, clusters: [cluster, ...rest.clusters] }
    }
    best.set(`${name} ${used}`, found)
    return found
  }
  return from(0, 0).clusters
}

const largest = (values: readonly number[]): number => values.indexOf(Math.max(...values))

/**
 * Names of all clusters: every name that the rule gives to anybody goes to one cluster, dealt so that most customers
 * keep their name by rule; clusters that are left take the name most of their members have by rule.
 */
export function nameClusters(judged: RuleSegments, label: Int32Array, k: number): NamedCluster[] {
  const counts = compose(judged, label, k)
  const present = SEGMENTS.flatMap((_, name) => (counts.some((row) => row[name]! > 0) ? [name] : []))
  const dealt = present.length <= k ? deal(counts, present) : []
  return counts.map((row, cluster) => {
    const place = dealt.indexOf(cluster)
    const name = SEGMENTS[place >= 0 ? present[place]! : largest(row)]!
    const members = Int32Array.from(label.keys()).filter((at) => label[at] === cluster)
    return { cluster, name, count: members.length, ...typicalOf(judged, members) }
  })
}

function typicalOf({ facts }: RuleSegments, members: Int32Array): Pick<NamedCluster, 'typical' | 'net'> {
  const middle = (read: (at: number) => number): number => median(Float64Array.from(members, read))
  const typical = {
    orders: middle((at) => facts.orders[at]!),
    sinceFirst: middle((at) => facts.asOf - facts.first[at]!),
    sinceLast: middle((at) => facts.asOf - facts.last[at]!),
  }
  return { typical, net: middle((at) => facts.net[at]!) }
}

export interface Assigned {
  readonly segments: readonly SegmentName[]
  /** How many are not in their nearest cluster because its name would not be true of them. */
  readonly moved: number
}

/**
 * One name for everybody: that of the nearest cluster whose name is true of the customer (`mayBeCalled`); where there
 * is none, the name by rule.
 */
export function assignNames(
  judged: RuleSegments,
  points: Points,
  centres: Float64Array,
  clusters: readonly NamedCluster[],
): Assigned {
  let moved = 0
  const distanceTo = (row: number, { cluster }: NamedCluster): number => {
    let sum = 0
    for (let c = 0; c < points.width; c++)
      sum += (points.values[row * points.width + c]! - centres[cluster * points.width + c]!) ** 2
    return sum
  }
  const segments = judged.segments.map((byRule, row): SegmentName => {
    const who = judgedAt(judged.facts, judged.rfm, row)
    let [nearest, true_]: [NamedCluster | null, NamedCluster | null] = [null, null]
    let [least, leastTrue] = [Infinity, Infinity]
    for (const cluster of clusters) {
      const distance = distanceTo(row, cluster)
      if (distance < least) [nearest, least] = [cluster, distance]
      if (distance < leastTrue && mayBeCalled(cluster.name, who, judged.limits))
        [true_, leastTrue] = [cluster, distance]
    }
    if (true_ !== nearest) moved += 1
    return true_?.name ?? byRule
  })
  return { segments, moved }
}
