import type { Churn, ChurnEvaluation } from '../../analytics/customers/churn/churn.ts'
import { CHURN_FEATURES } from '../../analytics/customers/churn/snapshot.ts'
import type { CustomerFacts } from '../../analytics/customers/facts.ts'
import type { Words } from '../../analytics/customers/reasons.ts'
import { explainAnswer } from '../../analytics/trees/shap.ts'
import { toMajor } from '../../model/currency.ts'
import { dayOf } from '../../model/day.ts'
import { type Outcome, success } from '../../model/outcome.ts'
import {
  type AsOfInput,
  type CustomerBase,
  type CustomerContext,
  type CustomerHead,
  customerHead,
  knownFacts,
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
import { plain } from '../stored-records.ts'
import { featureValue } from './feature-value.ts'
import { type Trained, trained } from './training.ts'

export const CHURN_BANDS = ['low', 'medium', 'high'] as const
export type ChurnBand = (typeof CHURN_BANDS)[number]
export const CHURN_SORTS = [
  'churn_probability',
  '-churn_probability',
  'overdue_ratio',
  '-overdue_ratio',
  'net_sales',
  '-net_sales',
] as const

export interface ChurnInput extends AsOfInput, PageInput {
  readonly horizon_days: number
  readonly seed: number
  readonly band?: ChurnBand | undefined
  readonly sort?: (typeof CHURN_SORTS)[number] | undefined
}

interface ChurnRow extends Who {
  readonly churn_probability: number
  readonly band: ChurnBand
  readonly days_since_order: number
  readonly usual_gap_days: number | null
  readonly overdue_ratio: number | null
  readonly next_order: { date: string; from: string; to: string } | null
  readonly reasons: { feature: string; value: number; contribution: number }[]
  readonly base: number | null
}

export interface ChurnAnswer extends CustomerHead {
  readonly model_id: string
  readonly horizon_days: number
  readonly model: Churn['model']
  readonly reason: Words
  readonly evaluation: {
    train_as_of: string[]
    choice_as_of: string
    test_as_of: string
    customers: number
    churned: number
    auc: number
    auc_recency: number
    brier: number
    brier_recency: number
    calibration: { count: number; predicted: number; actual: number }[]
  } | null
  readonly importance: { feature: string; value: number }[]
  readonly bands: { band: ChurnBand; count: number; net_sales: number }[]
  readonly rhythm: {
    median_gap_days: number | null
    overdue: { up_to: number | null; count: number; net_sales: number }[]
    coverage_80: number | null
    measured_on: number
  }
  readonly customers: Page<ChurnRow>
}

const RULE =
  'Leaving: no order within the next horizon_days. Boosted trees learn it from earlier days whose following days are over, and stop by customers they have not learned from; they are used where they say what followed choice_as_of better (log loss) than days since the last order alone, and tested on what followed test_as_of, later than all of that. Bands: low below 1/3, high above 2/3. Usual gap: the mean of the own gaps and one gap of the shop; overdue: silence over usual gap. Next order: 10, 50 and 90 % of the shop’s own gaps, each over what was usual for its customer, that are longer than this silence and end within the horizon'

const bandOf = (chance: number): ChurnBand => (chance < 1 / 3 ? 'low' : chance > 2 / 3 ? 'high' : 'medium')

/** Churn of all customers as of a day, trained or remembered. */
export function trainedChurn(
  context: CustomerContext,
  base: CustomerBase,
  { horizon_days: horizonDays, seed }: Pick<ChurnInput, 'horizon_days' | 'seed'>,
): Promise<Outcome<Trained<Churn>>> {
  const request = { days: base.days, asOf: base.asOfNumber, horizonDays, seed }
  return trained(context, base, {
    task: 'customer_churn',
    question: { horizon_days: horizonDays, seed },
    run: (worker) => worker.call('churn', request, context.control),
    count: ({ chance }) => chance.length,
    describe: ({ model, reason, evaluation, importance, coverage }) => ({
      model,
      reason,
      evaluation,
      importance,
      coverage,
    }),
    async keep(result, modelId) {
      const mean = result.chance.reduce((sum, one) => sum + one, 0) / (result.chance.length || 1)
      const answer = { customers: result.chance.length, mean_probability: mean }
      const data = {
        task: 'customer_churn',
        model_id: modelId,
        as_of: base.asOf,
        horizon_days: horizonDays,
        answer,
      }
      await context.records('predictions').put(plain(data))
    },
  })
}

const evaluationOf = (evaluation: ChurnEvaluation): ChurnAnswer['evaluation'] => ({
  train_as_of: evaluation.trainAsOf.map(dayOf),
  choice_as_of: dayOf(evaluation.choiceAsOf),
  test_as_of: dayOf(evaluation.testAsOf),
  customers: evaluation.customers,
  churned: evaluation.churned,
  auc: evaluation.auc,
  auc_recency: evaluation.aucRecency,
  brier: evaluation.brier,
  brier_recency: evaluation.brierRecency,
  calibration: evaluation.calibration.map((band) => ({ ...band })),
})

const column = (churn: Churn, name: (typeof CHURN_FEATURES)[number]): Float64Array =>
  churn.columns[CHURN_FEATURES.indexOf(name)]!

const known = (value: number): number | null => (Number.isFinite(value) ? Number(value.toPrecision(6)) : null)

/** How many reasons a row tells. */
const REASONS = 5

function reasonsOf(churn: Churn, at: number, currency: string): Pick<ChurnRow, 'reasons' | 'base'> {
  if (!churn.trees) {
    const value = column(churn, 'days_since_order')[at]!
    return { reasons: [{ feature: 'days_since_order', value, contribution: 0 }], base: null }
  }
  const row = churn.columns.map((values) => values[at]!)
  const { base, effects } = explainAnswer(churn.trees, row)
  const reasons = CHURN_FEATURES.map((feature, i) => ({
    feature,
    value: featureValue(feature, row[i]!, currency),
    contribution: effects[i]!,
  }))
    .filter(({ value }) => Number.isFinite(value))
    .toSorted((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution))
    .slice(0, REASONS)
  return { reasons, base }
}

function rowAt(facts: CustomerFacts, churn: Churn, at: number, currency: string): ChurnRow {
  const { due } = churn
  const date = (values: Float64Array): string => dayOf(values[at]!)
  const chance = churn.chance[at]!
  return {
    ...whoAt(facts, at, currency),
    churn_probability: Number(chance.toPrecision(6)),
    band: bandOf(chance),
    days_since_order: facts.asOf - facts.last[at]!,
    usual_gap_days: known(column(churn, 'usual_gap_days')[at]!),
    overdue_ratio: known(column(churn, 'overdue')[at]!),
    next_order: Number.isNaN(due.day[at])
      ? null
      : { date: date(due.day), from: date(due.from), to: date(due.to) },
    ...reasonsOf(churn, at, currency),
  }
}

interface Sum {
  count: number
  net: number
}

const summed = (facts: CustomerFacts, passes: (at: number) => boolean): Sum => {
  const sum = { count: 0, net: 0 }
  for (let at = 0; at < facts.count; at++)
    if (passes(at)) {
      sum.count += 1
      sum.net += facts.net[at]!
    }
  return sum
}

const bandsOf = (facts: CustomerFacts, churn: Churn, currency: string): ChurnAnswer['bands'] =>
  CHURN_BANDS.map((band) => {
    const { count, net } = summed(facts, (at) => bandOf(churn.chance[at]!) === band)
    return { band, count, net_sales: toMajor(net, currency) }
  })

/** Ends of the bands of overdue (facts, metrics: churn by rhythm). */
const OVERDUE = [0.5, 1, 1.5, 2.5, null] as const

function rhythmOf(facts: CustomerFacts, churn: Churn, currency: string): ChurnAnswer['rhythm'] {
  const overdue = column(churn, 'overdue')
  let from = -1
  const bands = OVERDUE.map((upTo) => {
    const [low, high] = [from, upTo ?? Infinity]
    const { count, net } = summed(facts, (at) => overdue[at]! > low && overdue[at]! <= high)
    from = high
    return { up_to: upTo, count, net_sales: toMajor(net, currency) }
  })
  return {
    median_gap_days: known(churn.shopGap),
    overdue: bands,
    coverage_80: churn.coverage,
    measured_on: churn.measuredOn,
  }
}

function positions(facts: CustomerFacts, churn: Churn, input: ChurnInput): Int32Array {
  const keys = {
    churn_probability: churn.chance,
    overdue_ratio: column(churn, 'overdue'),
    net_sales: facts.net,
  }
  const sort = input.sort ?? '-churn_probability'
  const key = keys[sort.replace('-', '') as keyof typeof keys]
  const passes = (at: number) => !input.band || bandOf(churn.chance[at]!) === input.band
  return sortedPositions(positionsOf(facts, input, passes), (at) => key[at]!, !sort.startsWith('-'))
}

/** Who is leaving, who is overdue, and when the next order is due. TOO_LITTLE_DATA: nobody has ordered. */
export async function churnAnswer(
  context: CustomerContext,
  input: ChurnInput,
): Promise<Outcome<ChurnAnswer>> {
  const found = await knownFacts(context, input)
  if (!found.ok) return found
  const { base, facts } = found.value
  const made = await trainedChurn(context, base, input)
  if (!made.ok) return made
  const churn = made.value.result
  const notes = Number.isNaN(churn.shopGap)
    ? [{ code: 'ALL_ONE_ORDER', params: { customers: facts.count } }]
    : []
  return success({
    ...customerHead(context, base, facts.count, RULE, notes),
    model_id: made.value.model_id,
    horizon_days: input.horizon_days,
    model: churn.model,
    reason: churn.reason,
    evaluation: churn.evaluation && evaluationOf(churn.evaluation),
    importance: churn.importance
      .map((value, i) => ({ feature: CHURN_FEATURES[i]!, value }))
      .toSorted((a, b) => b.value - a.value),
    bands: bandsOf(facts, churn, base.currency),
    rhythm: rhythmOf(facts, churn, base.currency),
    customers: await pageOfCustomers(context, positions(facts, churn, input), input, (at) =>
      rowAt(facts, churn, at, base.currency),
    ),
  })
}
