import { type Boosted, boostTrees, chanceOf, predictBoosted } from '../../trees/boost.ts'
import { explainAnswer } from '../../trees/shap.ts'
import type { CustomerDays } from '../customer-days.ts'
import { type Pace, step } from '../pace.ts'
import type { Words } from '../reasons.ts'
import { samplePositions } from '../sample.ts'
import { calibrate, type Calibration } from '../worth/calibrate.ts'
import { dueColumns, type DueColumns, leaveChance, learnRhythm, measureDue, type Rhythm } from './rhythm.ts'
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

interface Rows {
  readonly columns: readonly Float64Array[]
  readonly label: Uint8Array
}

/** Rows of several days, one beside the other; at most `MOST_ROWS`. */
function learningRows(snapshots: readonly Snapshot[], within: number, seed: number): Rows {
  const labels = snapshots.map((snapshot) => leftWithin(snapshot, within))
  const label = Uint8Array.from(labels.flatMap((one) => [...one]))
  const rows = samplePositions(label.length, MOST_ROWS, seed)
  const columns = CHURN_FEATURES.map((_, feature) => {
    const whole = Float64Array.from(snapshots.flatMap(({ columns: each }) => [...each[feature]!]))
    return Float64Array.from(rows, (row) => whole[row]!)
  })
  return { columns, label: Uint8Array.from(rows, (row) => label[row]!) }
}

const enough = ({ label }: Rows): boolean => {
  const left = label.reduce((sum, one) => sum + one, 0)
  return label.length >= FEWEST_ROWS && Math.min(left, label.length - left) >= FEWEST_OF_A_KIND
}

/** Trees with early stopping on every fifth row; what those rows say decides between the trees and recency alone. */
function learn(
  { columns, label }: Rows,
  seed: number,
): { trees: Boosted; rule: RecencyRule; treesWin: boolean } {
  const held = Array.from({ length: label.length }, (_, row) => row).filter((row) => row % 5 === 4)
  const trees = boostTrees(columns, label, {
    loss: 'logistic',
    trees: 200,
    depth: 4,
    learningRate: 0.06,
    leastRows: 20,
    rowShare: 0.8,
    held,
    seed,
  })
  const pick = (column: Float64Array) => Float64Array.from(held, (row) => column[row]!)
  const learned = columns[0]!.map((_, row) => row).filter((row) => row % 5 !== 4)
  const without = (values: ArrayLike<number>) => Float64Array.from(learned, (row) => values[row]!)
  const rule = learnRecency(without(columns[0]!), without(label))
  const real = Float64Array.from(held, (row) => label[row]!)
  const said = predictBoosted(trees, columns.map(pick)).map(chanceOf)
  const treesWin = logLoss(said, real) < logLoss(applyRecency(rule, pick(columns[0]!)), real)
  return { trees, rule: learnRecency(columns[0]!, label), treesWin }
}

const chanceBy = (learned: ReturnType<typeof learn>, columns: readonly Float64Array[]): Float64Array =>
  learned.treesWin
    ? predictBoosted(learned.trees, columns).map(chanceOf)
    : applyRecency(learned.rule, columns[0]!)

function evaluate(
  learned: ReturnType<typeof learn>,
  trainAsOf: readonly number[],
  test: Snapshot,
  within: number,
): ChurnEvaluation {
  const label = leftWithin(test, within)
  const chance = predictBoosted(learned.trees, test.columns).map(chanceOf)
  const naive = applyRecency(learned.rule, test.columns[0]!)
  return {
    trainAsOf,
    testAsOf: test.facts.asOf,
    customers: label.length,
    churned: label.reduce((sum, one) => sum + one, 0),
    auc: areaUnderCurve(chance, label),
    aucRecency: areaUnderCurve(test.columns[0]!, label),
    brier: brierScore(chance, label),
    brierRecency: brierScore(naive, label),
    calibration: calibrate(learned.treesWin ? chance : naive, label),
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

async function judge(request: ChurnRequest, now: Snapshot, rhythm: Rhythm, pace: Pace): Promise<Told> {
  const { days, asOf, horizonDays: within, seed } = request
  const first = days.day.reduce((least, day) => Math.min(least, day), asOf)
  const snapshot = (day: number) => takeSnapshot(days, day, learnRhythm(days, day).shopGap)
  const testDay = asOf - within
  const trainDays = daysBefore(first, testDay, within, 4)
  await step(pace, 'learn', 1, 4)
  const past = trainDays.map(snapshot)
  const rows = learningRows(past, within, seed)
  const latest = [snapshot(testDay), ...past].slice(0, Math.max(1, past.length))
  if (trainDays.length === 0 || !enough(rows)) return byRhythm(now, rhythm, within, rows.label.length)
  const trial = learn(rows, seed)
  await step(pace, 'test', 2, 4)
  const evaluation = evaluate(trial, trainDays, latest[0]!, within)
  const final = { ...learn(learningRows(latest, within, seed), seed), treesWin: trial.treesWin }
  await step(pace, 'explain', 3, 4)
  const numbers = { auc: evaluation.auc, auc_recency: evaluation.aucRecency }
  return {
    model: trial.treesWin ? 'boosted_trees' : 'recency',
    reason: { code: trial.treesWin ? 'BETTER_THAN_RECENCY' : 'RECENCY_AS_GOOD', params: numbers },
    evaluation,
    trees: trial.treesWin ? final.trees : null,
    chance: chanceBy(final, now.columns),
  }
}

/**
 * Chance of every customer not to order within the horizon, by boosted trees learned on days whose following days are
 * over and tested on the last of them, unseen; by recency alone where that did as well. Besides, when the next order is
 * due. Throws `Stopped`.
 */
export async function predictChurn(request: ChurnRequest, pace: Pace): Promise<Churn> {
  const { days, asOf, horizonDays: within, seed } = request
  await step(pace, 'rhythm', 0, 4)
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
