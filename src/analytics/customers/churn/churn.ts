import { type Boosted, boostTrees, chanceOf, predictBoosted } from '../../trees/boost.ts'
import { explainAnswer } from '../../trees/shap.ts'
import type { CustomerDays } from '../customer-days.ts'
import { type Pace, step } from '../pace.ts'
import type { Words } from '../reasons.ts'
import { samplePositions } from '../sample.ts'
import { calibrate, type Calibration } from '../worth/calibrate.ts'
import {
  dueColumns,
  type DueColumns,
  leaveChance,
  learnRhythm,
  measureDue,
  type Rhythm,
  shopGapOf,
} from './rhythm.ts'
import { applyRecency, areaUnderCurve, brierScore, learnRecency, logLoss, type RecencyRule } from './score.ts'
import { CHURN_FEATURES, leftWithin, type Snapshot, takeSnapshot } from './snapshot.ts'

export interface ChurnRequest {
  readonly days: CustomerDays
  readonly asOf: number
  readonly horizonDays: number
  readonly seed: number
}

export interface ChurnEvaluation {
  readonly trainAsOf: readonly number[]
  /** The day by whose following days trees or recency were chosen: they end where those of the test begin. */
  readonly choiceAsOf: number
  readonly testAsOf: number
  readonly customers: number
  readonly churned: number
  readonly auc: number
  readonly aucRecency: number
  readonly brier: number
  readonly brierRecency: number
  readonly calibration: readonly Calibration[]
}

export interface Churn {
  readonly model: 'boosted_trees' | 'recency'
  readonly reason: Words
  readonly evaluation: ChurnEvaluation | null
  readonly trees: Boosted | null
  readonly importance: readonly number[]
  readonly chance: Float64Array
  readonly columns: readonly Float64Array[]
  readonly shopGap: number
  readonly due: DueColumns
  readonly coverage: number | null
  readonly measuredOn: number
}

/** Learning rows at most; the rest is drawn away. */
const MOST_ROWS = 20_000
const FEWEST_ROWS = 200
const FEWEST_OF_A_KIND = 30
/** Days to learn from at most. */
const LOOKS = 4

interface Rows {
  readonly columns: readonly Float64Array[]
  readonly label: Uint8Array
  /** Key of the customer of each row. */
  readonly customer: Float64Array
}

/** Rows of several days, one beside the other; at most `MOST_ROWS`. */
function learningRows(snapshots: readonly Snapshot[], within: number, seed: number): Rows {
  const starts = [0]
  for (const { facts } of snapshots) starts.push(starts.at(-1)! + facts.count)
  const rows = samplePositions(starts.at(-1)!, MOST_ROWS, seed)
  const picked = (read: (snapshot: Snapshot) => ArrayLike<number>): Float64Array => {
    const wholes = snapshots.map(read)
    let one = 0
    return Float64Array.from(rows, (row) => {
      while (row >= starts[one + 1]!) one += 1
      return wholes[one]![row - starts[one]!]!
    })
  }
  return {
    columns: CHURN_FEATURES.map((_, feature) => picked(({ columns }) => columns[feature]!)),
    label: Uint8Array.from(picked((snapshot) => leftWithin(snapshot, within))),
    customer: picked(({ facts }) => facts.id),
  }
}

const enough = ({ label }: Rows): boolean => {
  const left = label.reduce((sum, one) => sum + one, 0)
  return label.length >= FEWEST_ROWS && Math.min(left, label.length - left) >= FEWEST_OF_A_KIND
}

/** Every fifth customer, scattered: theirs are the rows that say when to stop, and they teach nothing. */
const stopsBy = (customer: number): boolean => Math.imul(customer + 1, 0x9e3779b1) >>> 0 < 0xffffffff / 5

interface Learned {
  readonly trees: Boosted
  readonly rule: RecencyRule
}

/** Trees that stop by customers they have not learned from, and the naive rule, of the same rows. */
function learn({ columns, label, customer }: Rows, seed: number): Learned {
  const trees = boostTrees(columns, label, {
    loss: 'logistic',
    trees: 200,
    depth: 4,
    learningRate: 0.06,
    leastRows: 20,
    rowShare: 0.8,
    held: Array.from(customer.keys()).filter((row) => stopsBy(customer[row]!)),
    seed,
  })
  return { trees, rule: learnRecency(columns[0]!, label) }
}

const byTrees = ({ trees }: Learned, columns: readonly Float64Array[]): Float64Array =>
  predictBoosted(trees, columns).map(chanceOf)

/** Whether trees say what came after a day better than the naive rule does. */
function treesWinOn(learned: Learned, day: Snapshot, within: number): boolean {
  const label = leftWithin(day, within)
  return (
    logLoss(byTrees(learned, day.columns), label) <
    logLoss(applyRecency(learned.rule, day.columns[0]!), label)
  )
}

interface Chosen {
  readonly treesWin: boolean
  readonly choiceAsOf: number
}

/** How trees and naive rule do on a day that neither learning nor choice has seen. */
function evaluate(
  learned: Learned,
  { treesWin, choiceAsOf }: Chosen,
  trainAsOf: readonly number[],
  test: Snapshot,
  within: number,
): ChurnEvaluation {
  const label = leftWithin(test, within)
  const chance = byTrees(learned, test.columns)
  const naive = applyRecency(learned.rule, test.columns[0]!)
  return {
    trainAsOf,
    choiceAsOf,
    testAsOf: test.facts.asOf,
    customers: label.length,
    churned: label.reduce((sum, one) => sum + one, 0),
    auc: areaUnderCurve(chance, label),
    aucRecency: areaUnderCurve(test.columns[0]!, label),
    brier: brierScore(chance, label),
    brierRecency: brierScore(naive, label),
    calibration: calibrate(treesWin ? chance : naive, label),
  }
}

/** Days on which customers can be looked at whose next `within` days are over by `end`, latest first. */
function daysBefore(first: number, end: number, within: number, most: number): number[] {
  const days: number[] = []
  const stride = Math.max(7, Math.round(within / 3))
  for (let day = end - within; day >= first + Math.min(60, within) && days.length < most; day -= stride)
    days.push(day)
  return days
}

/** Mean absolute Shapley value of each feature over a sample. */
function importanceOf(trees: Boosted, columns: readonly Float64Array[], seed: number): number[] {
  const rows = samplePositions(columns[0]!.length, 200, seed)
  const sums = new Float64Array(columns.length)
  for (const row of rows) {
    const { effects } = explainAnswer(
      trees,
      columns.map((column) => column[row]!),
    )
    effects.forEach((effect, feature) => (sums[feature]! += Math.abs(effect) / rows.length))
  }
  return [...sums]
}

interface Told {
  readonly model: Churn['model']
  readonly reason: Words
  readonly evaluation: ChurnEvaluation | null
  readonly trees: Boosted | null
  readonly chance: Float64Array
}

/** Without enough past, the chance is read off how long those who came back had been silent. */
function byRhythm(now: Snapshot, rhythm: Rhythm, within: number, rows: number): Told {
  const chance = now.facts.last.map((_, at) => leaveChance(now.facts, at, rhythm, within))
  return {
    model: 'recency',
    reason: { code: 'TOO_LITTLE_HISTORY', params: { customers: rows, wanted: FEWEST_ROWS } },
    evaluation: null,
    trees: null,
    chance,
  }
}

/** What came of the choice on the days that it had not seen, also where they contradict it. */
function reasonOf({ treesWin }: Chosen, { auc, aucRecency, brier, brierRecency }: ChurnEvaluation): Words {
  const params = { auc, auc_recency: aucRecency, error: brier, naive_error: brierRecency }
  if (treesWin)
    return { code: brier < brierRecency ? 'BETTER_THAN_RECENCY' : 'BETTER_BEFORE_NOT_SINCE', params }
  return { code: brier < brierRecency ? 'RECENCY_BEFORE_NOT_SINCE' : 'RECENCY_AS_GOOD', params }
}

/** Days of snapshots, each looked at once. */
function snapshotsOf(days: CustomerDays): (day: number) => Snapshot {
  const known = new Map<number, Snapshot>()
  return (day) => {
    const made = known.get(day) ?? takeSnapshot(days, day, shopGapOf(days, day))
    known.set(day, made)
    return made
  }
}

/**
 * Three times in a row, each over before the next begins: days to learn from, the days after which trees or recency are
 * chosen, the days after which that is measured. Then all of them teach what is said of today.
 */
async function judge(request: ChurnRequest, now: Snapshot, rhythm: Rhythm, pace: Pace): Promise<Told> {
  const { days, asOf, horizonDays: within, seed } = request
  const first = days.day.reduce((least, day) => Math.min(least, day), asOf)
  const snapshot = snapshotsOf(days)
  const [testDay, choiceDay] = [asOf - within, asOf - 2 * within]
  const rowsBefore = (end: number): Rows =>
    learningRows(daysBefore(first, end, within, LOOKS).map(snapshot), within, seed)
  await step(pace, 'learn', 1, 5)
  const early = rowsBefore(choiceDay)
  if (!enough(early)) return byRhythm(now, rhythm, within, early.label.length)
  const treesWin = treesWinOn(learn(early, seed), snapshot(choiceDay), within)
  const chosen = { treesWin, choiceAsOf: choiceDay }
  await step(pace, 'test', 2, 5)
  const trial = learn(rowsBefore(testDay), seed)
  const trainAsOf = daysBefore(first, testDay, within, LOOKS)
  const evaluation = evaluate(trial, chosen, trainAsOf, snapshot(testDay), within)
  await step(pace, 'explain', 3, 5)
  const final = learn(rowsBefore(asOf), seed)
  return {
    model: treesWin ? 'boosted_trees' : 'recency',
    reason: reasonOf(chosen, evaluation),
    evaluation,
    trees: treesWin ? final.trees : null,
    chance: treesWin ? byTrees(final, now.columns) : applyRecency(final.rule, now.columns[0]!),
  }
}

/**
 * Chance of every customer not to order within the horizon, by boosted trees learned on days whose following days are
 * over, or by recency alone where that did as well on later days; tested on days later still. Besides, when the next order is
 * due. Throws `Stopped`.
 */
export async function predictChurn(request: ChurnRequest, pace: Pace): Promise<Churn> {
  const { days, asOf, horizonDays: within, seed } = request
  await step(pace, 'rhythm', 0, 5)
  const rhythm = learnRhythm(days, asOf)
  const now = takeSnapshot(days, asOf, rhythm.shopGap)
  const told = await judge(request, now, rhythm, pace)
  const earlier = learnRhythm(days, asOf - within)
  const before = takeSnapshot(days, asOf - within, earlier.shopGap)
  const measured = measureDue(before.facts, earlier, within, (at) => before.next[at]!)
  return {
    ...told,
    importance: told.trees ? importanceOf(told.trees, now.columns, seed) : [],
    columns: now.columns,
    shopGap: rhythm.shopGap,
    due: dueColumns(now.facts, rhythm, within),
    coverage: measured.coverage,
    measuredOn: measured.measured,
  }
}
