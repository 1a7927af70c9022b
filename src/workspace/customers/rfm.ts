import { judgedAt, type RuleSegments } from '../../analytics/customers/judged.ts'
import { migrate } from '../../analytics/customers/migration.ts'
import { segmentReasons, type Words } from '../../analytics/customers/reasons.ts'
import { fmOf, RFM_GROUPS, rfmGroup } from '../../analytics/customers/rfm-groups.ts'
import type { SegmentName } from '../../analytics/customers/segment-rule.ts'
import { toMajor } from '../../model/currency.ts'
import { dayNumber } from '../../model/day.ts'
import { invalidFields, type Outcome, success } from '../../model/outcome.ts'
import {
  type AsOfInput,
  customerBase,
  type CustomerBase,
  type CustomerContext,
  customerHead,
  type CustomerHead,
} from './base.ts'
import {
  type Page,
  pageOfCustomers,
  type PageInput,
  positionsOf,
  sortedPositions,
  type Who,
  whoAt,
} from './page.ts'
import { judgeAsOf } from './judge.ts'
import { ratio, segmentTotals, type SegmentTotals } from './segment-totals.ts'

export const RFM_SORTS = [
  'net_sales',
  '-net_sales',
  'orders',
  '-orders',
  'last_order',
  '-last_order',
] as const

export interface RfmInput extends AsOfInput, PageInput {
  readonly compare_to?: string | undefined
  readonly segment?: SegmentName | undefined
  readonly group?: string | undefined
  readonly sort?: (typeof RFM_SORTS)[number] | undefined
}

interface RfmRow extends Who {
  readonly days_since_order: number
  readonly rfm: { readonly r: number; readonly f: number; readonly m: number }
  readonly segment: SegmentName
  readonly group: string
  readonly reasons: Words[]
}

interface GroupTotals {
  readonly name: string
  readonly count: number
  readonly share: number | null
  readonly net_sales: number
  readonly segment: SegmentName
}

export interface RfmAnswer extends CustomerHead {
  readonly cut_points: {
    readonly recency_days: number[]
    readonly orders: number[]
    readonly net_sales: number[]
  }
  readonly limits: { readonly new_days: number; readonly quiet_days: number }
  readonly segments: SegmentTotals[]
  readonly groups: GroupTotals[]
  readonly grid: { r: number; fm: number; count: number; net_sales: number }[]
  readonly migration: {
    readonly from: string
    readonly to: string
    readonly cells: { from: SegmentName | 'none'; to: SegmentName; count: number; net_sales: number }[]
    readonly up: number
    readonly down: number
    readonly same: number
    readonly entered: number
  } | null
  readonly customers: Page<RfmRow>
}

const RULE =
  'R, F and M are quintiles (1 to 5) of days since the last order, number of orders and net sales of this shop’s own customers with an order up to the day; a value equal to a cut point falls into the lower fifth, so ties share a score. Segments by rule, the first that holds: new (first order within new_days, at most 2 orders); of those with R ≤ 2 and silent beyond quiet_days at_risk (2 orders or more and (F+M)/2 ≥ 3) or inactive; vip ((F+M)/2 ≥ 4.5, 2 orders or more); frequent (F ≥ 4, 3 orders or more); occasional. new_days is the shop’s median gap between order days within 30–90, quiet_days twice that gap within 30–365'

const fmAt = ({ rfm }: RuleSegments, at: number): number => fmOf(rfm.f[at]!, rfm.m[at]!)

function gridOf(judged: RuleSegments, currency: string): RfmAnswer['grid'] {
  const cells = Array.from({ length: 25 }, (_, cell) => ({
    r: Math.floor(cell / 5) + 1,
    fm: (cell % 5) + 1,
    count: 0,
    net: 0,
  }))
  for (let at = 0; at < judged.facts.count; at++) {
    const cell = cells[(judged.rfm.r[at]! - 1) * 5 + fmAt(judged, at) - 1]!
    cell.count += 1
    cell.net += judged.facts.net[at]!
  }
  return cells.map(({ r, fm, count, net }) => ({ r, fm, count, net_sales: toMajor(net, currency) }))
}

const groupsOf = (grid: RfmAnswer['grid'], customers: number): GroupTotals[] =>
  RFM_GROUPS.map(([name, segment]) => {
    const cells = grid.filter(({ r, fm }) => rfmGroup(r, fm) === name)
    const count = cells.reduce((sum, cell) => sum + cell.count, 0)
    const net = cells.reduce((sum, cell) => sum + cell.net_sales, 0)
    return { name, count, share: ratio(count, customers), net_sales: Number(net.toFixed(3)), segment }
  })

/** One customer's row: scores, both names, and why. */
function rfmRow(judged: RuleSegments, at: number, currency: string): RfmRow {
  const { facts, rfm, limits, segments } = judged
  const who = whoAt(facts, at, currency)
  const segment = segments[at]!
  const seen = judgedAt(facts, rfm, at)
  return {
    ...who,
    days_since_order: seen.sinceLast,
    rfm: { r: seen.r, f: seen.f, m: seen.m },
    segment,
    group: rfmGroup(seen.r, fmAt(judged, at)),
    reasons: segmentReasons(segment, seen, limits, who.net_sales),
  }
}

function migrationOf(base: CustomerBase, judged: RuleSegments, from: string): RfmAnswer['migration'] {
  const { cells, ...counts } = migrate(judgeAsOf(base, dayNumber(from)), judged)
  return {
    from,
    to: base.asOf,
    cells: cells.map(({ net, ...cell }) => ({ ...cell, net_sales: toMajor(net, base.currency) })),
    ...counts,
  }
}

function sortKey(judged: RuleSegments, sort: RfmInput['sort'] = '-net_sales') {
  const { facts } = judged
  const column = { net_sales: facts.net, orders: facts.orders, last_order: facts.last }[
    sort.replace('-', '') as 'net_sales' | 'orders' | 'last_order'
  ]
  return { key: (at: number) => column[at]!, ascending: !sort.startsWith('-') }
}

function customersOf(context: CustomerContext, judged: RuleSegments, input: RfmInput, currency: string) {
  const passes = (at: number) =>
    (!input.segment || judged.segments[at] === input.segment) &&
    (!input.group || rfmGroup(judged.rfm.r[at]!, fmAt(judged, at)) === input.group)
  const { key, ascending } = sortKey(judged, input.sort)
  const positions = sortedPositions(positionsOf(judged.facts, input, passes), key, ascending)
  return pageOfCustomers(context, positions, input, (at) => rfmRow(judged, at, currency))
}

const EMPTY = {
  cut_points: { recency_days: [], orders: [], net_sales: [] },
  limits: { new_days: 60, quiet_days: 120 },
  segments: [],
  groups: [],
  grid: [],
  migration: null,
  customers: { items: [], total: 0, next: null },
}

/** RFM as of a day: cut points, segments and groups by rule, who moved since `compare_to`, and the customers. */
export async function rfmAnswer(context: CustomerContext, input: RfmInput): Promise<Outcome<RfmAnswer>> {
  const found = await customerBase(context, input)
  if (!found.ok) return found
  const base = found.value
  if (!base) return success({ ...customerHead(context, null, 0, RULE), ...EMPTY })
  if (input.compare_to && input.compare_to >= base.asOf)
    return invalidFields({ compare_to: `must be before ${base.asOf}` })
  const judged = judgeAsOf(base, base.asOfNumber)
  const { cuts } = judged.rfm
  const grid = gridOf(judged, base.currency)
  return success({
    ...customerHead(context, base, judged.facts.count, RULE),
    cut_points: {
      recency_days: [...cuts.recency],
      orders: [...cuts.orders],
      net_sales: cuts.net.map((net) => toMajor(net, base.currency)),
    },
    limits: { new_days: judged.limits.newDays, quiet_days: judged.limits.quietDays },
    segments: segmentTotals(judged.facts, judged.segments, base.currency),
    groups: groupsOf(grid, judged.facts.count),
    grid,
    migration: input.compare_to ? migrationOf(base, judged, input.compare_to) : null,
    customers: await customersOf(context, judged, input, base.currency),
  })
}
