import type { CustomerDays } from '../customer-days.ts'
import { customerFacts, visitGaps } from '../facts.ts'
import { type RuleSegments, ruleSegments } from '../judged.ts'
import { type Pace, step } from '../pace.ts'
import { median } from '../../forecast/statistics.ts'
import type { Words } from '../reasons.ts'
import { samplePositions } from '../sample.ts'
import { segmentLimits, type SegmentName } from '../segment-rule.ts'
import { adjustedRand, silhouette } from './agreement.ts'
import { type Feature, pointsAt, segmentFeatures } from './features.ts'
import { type Clusters, kMeans, nearestCentres, type Points, refine } from './k-means.ts'
import { assignNames, type NamedCluster, nameClusters } from './name-clusters.ts'
import { principal } from './principal.ts'

export interface SegmentRequest {
  readonly days: CustomerDays
  readonly asOf: number
  readonly seed: number
}

export interface ScanRow {
  readonly k: number
  readonly silhouette: number
  readonly inertia: number
  /** Mean adjusted Rand index between runs of different seeds. */
  readonly stability: number
  readonly least: number
}

export interface Segmentation {
  readonly method: 'kmeans' | 'rule'
  readonly notes: readonly Words[]
  readonly k: number
  /** In the space of the components, in which the clusters were sought. */
  readonly silhouette: number | null
  /** The same clusters measured on all features. */
  readonly silhouetteOfFeatures: number | null
  /** How many principal components the clusters rest on, and what they hold of the variance of the features. */
  readonly components: { readonly count: number; readonly share: number } | null
  readonly stability: { readonly mean: number; readonly least: number; readonly seeds: number } | null
  readonly scan: readonly ScanRow[]
  readonly features: readonly Feature[]
  readonly clusters: readonly NamedCluster[]
  readonly segments: readonly SegmentName[]
  readonly byRule: readonly SegmentName[]
  readonly moved: number
  readonly sample: number
}

/** k is looked for on so many customers, and what is told is measured on as many; silhouettes of the search on fewer. */
const SCAN_SAMPLE = 4_000
const SILHOUETTE_SAMPLE = 1_500
const SEEDS = 4
/** Six names need at least six clusters; fewer are measured and shown. */
const SCANNED = [2, 3, 4, 5, 6, 7, 8, 9] as const
const LEAST_CHOSEN = 6
/** Starts of each run: with five, runs of other seeds often stopped in other places. */
const STARTS = 12
/** Silhouettes that differ by less say the same: about two standard errors of a mean over the sample. */
const SAME = 0.01
const STABLE = 0.9
/**
 * Clusters are sought on the principal components that hold so much of the variance: days since the order and silence
 * over the usual gap say much the same, as do orders and sales, and what is left over is mostly noise to them. On the demo
 * shop, CDNOW, the grocer's and Superstore this parts the clusters better than all five features, which tell the same
 * clusters apart nearly as well as their own (silhouettes of all features within .02), and whitening does worse.
 */
const HELD = 0.8
/** Fewer customers than this make no clusters: the rule names them. */
const FEWEST_CLUSTERED = 50

function scanOne(
  sample: Points,
  k: number,
  seed: number,
  inner: Int32Array,
): { row: ScanRow; clusters: Clusters } {
  const runs = Array.from({ length: SEEDS }, (_, i) => kMeans(sample, k, seed + 1000 * i, STARTS))
  const best = runs.reduce((a, b) => (b.inertia < a.inertia ? b : a))
  const agreements: number[] = []
  for (let i = 0; i < runs.length; i++)
    for (let j = 0; j < i; j++) agreements.push(adjustedRand(runs[i]!.label, runs[j]!.label))
  const stability = agreements.reduce((sum, one) => sum + one, 0) / agreements.length
  const labels = Int32Array.from(inner, (at) => best.label[at]!)
  const row = {
    k,
    silhouette: silhouette(pointsAt(sample, inner), labels),
    inertia: best.inertia,
    stability,
    least: Math.min(...agreements),
  }
  return { row, clusters: best }
}

interface Scanned {
  readonly row: ScanRow
  readonly clusters: Clusters
}

/** Clusters of everybody, refined from those of the sample, with their names. */
interface Candidate {
  readonly row: ScanRow
  readonly centres: Float64Array
  readonly label: Int32Array
  readonly clusters: readonly NamedCluster[]
}

/** Those from six clusters on whose every two runs agree; if there is none, the steadiest. */
function steady(scan: readonly Scanned[]): Scanned[] {
  const open = scan.filter(({ row }) => row.k >= LEAST_CHOSEN)
  const stable = open.filter(({ row }) => row.least >= STABLE)
  const steadiest = open.reduce((a, b) => (b.row.stability > a.row.stability ? b : a))
  return stable.length > 0 ? stable : [steadiest]
}

/** Of the steady numbers of clusters the least whose silhouette is as good as the highest, refined on everybody. */
function choose(scan: readonly Scanned[], points: Points, judged: RuleSegments): Candidate {
  const open = steady(scan)
  const highest = Math.max(...open.map(({ row }) => row.silhouette))
  const { row, clusters: found } = open.find((one) => one.row.silhouette >= highest - SAME)!
  const { centres } = refine(points, found.centres, row.k)
  const label = nearestCentres(points, centres, row.k)
  return { row, centres, label, clusters: nameClusters(judged, label, row.k) }
}

const byRuleOnly = (judged: RuleSegments, code: string): Segmentation => ({
  method: 'rule',
  notes: [{ code, params: { customers: judged.facts.count, wanted: FEWEST_CLUSTERED } }],
  k: 0,
  silhouette: null,
  silhouetteOfFeatures: null,
  components: null,
  stability: null,
  scan: [],
  features: [],
  clusters: [],
  segments: judged.segments,
  byRule: judged.segments,
  moved: 0,
  sample: 0,
})

function distinctRows({ values, count, width }: Points): number {
  const seen = new Set<string>()
  for (let row = 0; row < count && seen.size < 100; row++)
    seen.add(values.subarray(row * width, (row + 1) * width).join(' '))
  return seen.size
}

/**
 * The six segments: K-Means on standardised log features of all customers as of a day. k is scanned on a sample, the
 * chosen centres are refined on everybody, clusters are named by `nameClusters` and customers by `assignNames`. Too few
 * customers, or hardly different ones, are named by rule, which is said. Throws `Stopped`.
 */
export async function segmentCustomers(request: SegmentRequest, pace: Pace): Promise<Segmentation> {
  const facts = customerFacts(request.days, request.asOf)
  const gaps = visitGaps(request.days, request.asOf)
  const judged = ruleSegments(facts, segmentLimits(gaps))
  if (facts.count < FEWEST_CLUSTERED) return byRuleOnly(judged, 'TOO_FEW_FOR_CLUSTERS')
  const { points: all, features } = segmentFeatures(facts, gaps.length > 0 ? median(gaps) : 60)
  if (distinctRows(all) < 2 * SCANNED.at(-1)!) return byRuleOnly(judged, 'TOO_ALIKE_FOR_CLUSTERS')
  const { points, share } = principal(all, HELD)
  const rows = samplePositions(facts.count, SCAN_SAMPLE, request.seed)
  const sample = pointsAt(points, rows)
  const inner = samplePositions(rows.length, SILHOUETTE_SAMPLE, request.seed + 1)
  const found: Scanned[] = []
  for (const k of SCANNED) {
    await step(pace, 'scan', found.length, SCANNED.length + 1)
    found.push(scanOne(sample, k, request.seed, inner))
  }
  await step(pace, 'name', SCANNED.length, SCANNED.length + 1)
  const { row, centres, label, clusters } = choose(found, points, judged)
  const { k, least, stability } = row
  const named = assignNames(judged, points, centres, clusters)
  const shown = samplePositions(facts.count, SCAN_SAMPLE, request.seed + 2)
  const labels = Int32Array.from(shown, (at) => label[at]!)
  return {
    method: 'kmeans',
    notes: least < STABLE ? [{ code: 'UNSTABLE_CLUSTERS', params: { least } }] : [],
    k,
    silhouette: silhouette(pointsAt(points, shown), labels),
    silhouetteOfFeatures: silhouette(pointsAt(all, shown), labels),
    components: { count: points.width, share },
    stability: { mean: stability, least, seeds: SEEDS },
    scan: found.map((one) => one.row),
    features,
    clusters,
    segments: named.segments,
    byRule: judged.segments,
    moved: named.moved,
    sample: rows.length,
  }
}
