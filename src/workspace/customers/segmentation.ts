import type { NamedCluster } from '../../analytics/customers/cluster/name-clusters.ts'
import { adjustedRand } from '../../analytics/customers/cluster/agreement.ts'
import type { Segmentation } from '../../analytics/customers/cluster/segment.ts'
import type { CustomerFacts } from '../../analytics/customers/facts.ts'
import { segmentActions, segmentReasons, type Words } from '../../analytics/customers/reasons.ts'
import { judgedAt } from '../../analytics/customers/judged.ts'
import { fmOf, rfmGroup } from '../../analytics/customers/rfm-groups.ts'
import { SEGMENTS, type SegmentName } from '../../analytics/customers/segment-rule.ts'
import { toMajor } from '../../model/currency.ts'
import { failure, type Outcome, success } from '../../model/outcome.ts'
import {
  type AsOfInput,
  customerBase,
  type CustomerBase,
  type CustomerContext,
  type CustomerHead,
  customerHead,
  nobodyKnown,
} from './base.ts'
import { judgeAsOf } from './judge.ts'
import { whoAt } from './page.ts'
import { ratio, segmentTotals, type SegmentTotals } from './segment-totals.ts'
import { plain } from '../stored-records.ts'
import { type Trained, trained } from './training.ts'

export interface SegmentationInput extends AsOfInput {
  readonly seed: number
}

interface ClusterAnswer {
  readonly cluster: number
  readonly name: SegmentName
  readonly count: number
  readonly typical: {
    readonly days_since_order: number
    readonly orders: number
    readonly net_sales: number
    readonly tenure_days: number
  }
}

export interface SegmentationAnswer extends CustomerHead {
  readonly model_id: string
  readonly log_id: string
  readonly method: 'kmeans' | 'rule'
  readonly k: number
  readonly silhouette: number | null
  readonly silhouette_of_features: number | null
  readonly components: { count: number; share: number } | null
  readonly stability: { mean: number; least: number; seeds: number } | null
  readonly scan: { k: number; silhouette: number; inertia: number; stability: number }[]
  readonly features: { name: string; mean: number; sd: number; log: boolean }[]
  readonly clusters: ClusterAnswer[]
  readonly segments: SegmentTotals[]
  readonly moved: number
  readonly agreement: {
    readonly share: number | null
    readonly adjusted_rand: number | null
    readonly cells: { segment: SegmentName; by_rule: SegmentName; count: number }[]
  }
  readonly trained_on: { readonly customers: number; readonly sample: number; readonly fingerprint: string }
  readonly seed: number
  readonly seconds: number
}

const RULE =
  'K-Means (best of several starts) on standardised log(1 + x) of days since the last order, orders, net sales, days since the first order, and silence over the customer’s usual gap, by the principal components that hold four fifths of their variance. Of 6 to 9 clusters, among the numbers on which other seeds agree (adjusted Rand ≥ .9), the least whose silhouette is within .01 of the highest. Every name of the rule of analytics/rfm goes to one cluster, dealt so that most customers keep their name by rule; clusters left over take the name of most of their members. A customer takes the name of the nearest cluster whose name is true of it (new: first order within new_days; at_risk and inactive: silent beyond quiet_days; vip, frequent, occasional: not), else the name by rule'

/** A digit a customer, in the order of `customers`: the position of the segment's name in `names`. */
const coded = (segments: readonly SegmentName[]): string =>
  segments.map((name) => SEGMENTS.indexOf(name)).join('')

/** The segmentation of all customers as of a day, trained or remembered. */
function trainedSegments(
  context: CustomerContext,
  base: CustomerBase,
  facts: CustomerFacts,
  seed: number,
): Promise<Outcome<Trained<Segmentation>>> {
  const request = { days: base.days, asOf: base.asOfNumber, seed }
  return trained(context, base, {
    task: 'customer_segmentation',
    question: { seed },
    run: (worker) => worker.call('segment', request, context.control),
    count: ({ segments }) => segments.length,
    describe: ({ segments: _, byRule: __, ...rest }) => rest,
    async keep({ segments }, modelId) {
      const data = {
        model_id: modelId,
        as_of: base.asOf,
        names: SEGMENTS,
        customers: [...facts.id],
        codes: coded(segments),
      }
      await context.records('customer_segments').put(plain(data), modelId)
    },
  })
}

const clusterAnswer = (
  { cluster, name, count, typical, net }: NamedCluster,
  currency: string,
): ClusterAnswer => ({
  cluster,
  name,
  count,
  typical: {
    days_since_order: typical.sinceLast,
    orders: typical.orders,
    net_sales: toMajor(Math.round(net), currency),
    tenure_days: typical.sinceFirst,
  },
})

function agreementOf({ segments, byRule }: Segmentation): SegmentationAnswer['agreement'] {
  const cells = SEGMENTS.flatMap((segment) =>
    SEGMENTS.map((rule) => ({
      segment,
      by_rule: rule,
      count: segments.filter((name, at) => name === segment && byRule[at] === rule).length,
    })),
  ).filter(({ count }) => count > 0)
  const same = cells.reduce((sum, cell) => sum + (cell.segment === cell.by_rule ? cell.count : 0), 0)
  return {
    share: ratio(same, segments.length),
    adjusted_rand: segments.length > 1 ? adjustedRand(segments, byRule) : null,
    cells,
  }
}

/** Trains the six segments and keeps model, log and everybody's segment. TOO_LITTLE_DATA: nobody has ordered. */
export async function trainSegmentation(
  context: CustomerContext,
  input: SegmentationInput,
): Promise<Outcome<SegmentationAnswer>> {
  const found = await customerBase(context, input)
  if (!found.ok) return found
  const base = found.value
  const judged = base && judgeAsOf(base, base.asOfNumber)
  if (!base || !judged || judged.facts.count === 0) return nobodyKnown()
  const made = await trainedSegments(context, base, judged.facts, input.seed)
  if (!made.ok) return made
  const { result, ...kept } = made.value
  return success({
    ...customerHead(context, base, judged.facts.count, RULE, result.notes),
    model_id: kept.model_id,
    log_id: kept.log_id,
    method: result.method,
    k: result.k,
    silhouette: result.silhouette,
    silhouette_of_features: result.silhouetteOfFeatures,
    components: result.components,
    stability: result.stability,
    scan: result.scan.map(({ k, silhouette, inertia, stability }) => ({ k, silhouette, inertia, stability })),
    features: [...result.features],
    clusters: result.clusters.map((cluster) => clusterAnswer(cluster, base.currency)),
    segments: segmentTotals(judged.facts, result.segments, base.currency),
    moved: result.moved,
    agreement: agreementOf(result),
    trained_on: { customers: judged.facts.count, sample: result.sample, fingerprint: kept.fingerprint },
    seed: input.seed,
    seconds: kept.seconds,
  })
}

export interface CustomerSegmentAnswer {
  readonly customer_id: number
  readonly as_of: string
  readonly model_id: string
  readonly currency: string
  readonly segment: SegmentName
  readonly segment_by_rule: SegmentName
  readonly agrees: boolean
  readonly rfm: { readonly r: number; readonly f: number; readonly m: number }
  readonly group: string
  readonly reasons: Words[]
  readonly actions: Words[]
  readonly first_order: string
  readonly last_order: string
  readonly orders: number
  readonly net_sales: number
}

/** One customer's segment and why. NOT_FOUND: nobody of that id has ordered up to the day. */
export async function customerSegment(
  context: CustomerContext,
  input: SegmentationInput & { readonly customer_id: number },
): Promise<Outcome<CustomerSegmentAnswer>> {
  const found = await customerBase(context, input)
  if (!found.ok) return found
  const base = found.value
  const judged = base && judgeAsOf(base, base.asOfNumber)
  const at = judged?.facts.id.indexOf(input.customer_id) ?? -1
  if (!base || !judged || at < 0)
    return failure('NOT_FOUND', `no customer ${input.customer_id} with an order`)
  const made = await trainedSegments(context, base, judged.facts, input.seed)
  if (!made.ok) return made
  const segment = made.value.result.segments[at]!
  const who = whoAt(judged.facts, at, base.currency)
  const seen = judgedAt(judged.facts, judged.rfm, at)
  const byRule = judged.segments[at]!
  return success({
    customer_id: input.customer_id,
    as_of: base.asOf,
    model_id: made.value.model_id,
    currency: base.currency,
    segment,
    segment_by_rule: byRule,
    agrees: segment === byRule,
    rfm: { r: seen.r, f: seen.f, m: seen.m },
    group: rfmGroup(seen.r, fmOf(seen.f, seen.m)),
    reasons: segmentReasons(segment, seen, judged.limits, who.net_sales),
    actions: segmentActions(segment),
    first_order: who.first_order,
    last_order: who.last_order,
    orders: who.orders,
    net_sales: who.net_sales,
  })
}
