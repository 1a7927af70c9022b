import { axisMoves, clockMove, currencyMove, extraMoves, type Move } from '../analytics/reconcile/moves.ts'
import {
  formOf,
  type ReconciledMetric,
  type Counting,
  type Sums,
  valueOf,
} from '../analytics/reconcile/counting.ts'
import { explain, type Explanation, type Step } from '../analytics/reconcile/search.ts'
import { currencyExponent, toMajor, toMinor } from '../model/currency.ts'
import { PRESETS, type PresetName } from '../model/definitions.ts'
import type { Period } from '../model/metric.ts'
import { type CountedSide, differingOrders, differingTotal } from '../query/sql/reconcile-orders.ts'
import { undatedReturns } from '../query/sql/undated-returns.ts'
import { edgeClocks, type ReconcileScope, reconcileSums } from '../query/sql/reconcile-sums.ts'
import { ask, type DashboardContext, type Range } from './dashboard/range.ts'
import { type MissingDays, missingDays } from './missing-days.ts'
import type { LiveEngine } from './live-engine.ts'

export interface ReconcileInput {
  readonly metric: ReconciledMetric
  /** What the platform shows, in major units or a count. */
  readonly amount: number
  /** Whose definitions the platform's total is made by, when that is known. */
  readonly platform?: PresetName | undefined
  /** How many of the orders behind each cause to give. */
  readonly rows: number
}

/** What explaining needs of a workspace. */
interface Counted {
  readonly live: Pick<LiveEngine, 'under'>
}

export interface OrderBehind {
  readonly order_id: string
  readonly day: string | null
  readonly status: string | null
  readonly before: number
  readonly after: number
  readonly difference: number
}

export interface Cause {
  readonly code: string
  readonly value: string | number | boolean | null
  readonly amount: number
  /** It follows from the platform's definitions; the others are what fits. */
  readonly sure: boolean
  readonly orders: number
  readonly rows: OrderBehind[]
}

type Named = Pick<Cause, 'code' | 'value'>

export interface Reconciliation extends Period {
  readonly metric: ReconciledMetric
  readonly unit: 'money' | 'count'
  readonly currency: string
  readonly platform_amount: number
  readonly ours: number
  readonly difference: number
  readonly explained: number
  readonly unexplained: number
  /** Something is left, of the size of one rounding per order. */
  readonly rounding: boolean
  readonly causes: Cause[]
  readonly possible: (Named & { readonly amount: number })[]
  readonly alternatives: Named[][]
  readonly missing: MissingDays
  /** Orders whose returns stand on the day of the order, because no file dates them. */
  readonly undated_returns: number
}

/** Rounding once per order is what may be left over; never more than a unit of the currency. */
const slackOf = (unit: 'money' | 'count', orders: number): number =>
  unit === 'count' ? 0 : Math.min(Math.ceil(orders / 2), 99)

/** Recomputes sums under any counting, each at most once. */
function createSums(workspace: Counted, context: DashboardContext, range: Range) {
  const known = new Map<string, Promise<Sums>>()
  const sums = async (counting: Counting, currency: string): Promise<Sums> => {
    const { runner } = await workspace.live.under(counting.axes)
    const scope = { currency, period: range.period, offset: counting.offset }
    context.signal?.throwIfAborted()
    const [row] = await runner.run(reconcileSums(scope, counting.axes), context.signal)
    return row as Sums
  }
  return (counting: Counting, currency: string): Promise<Sums> => {
    const key = JSON.stringify([counting.axes, counting.offset, currency])
    const made = known.get(key) ?? sums(counting, currency)
    known.set(key, made)
    return made
  }
}

/** Clocks that move orders over the edges of the period; those that move the same orders are one. */
async function clockMoves(context: DashboardContext, range: Range): Promise<Move[]> {
  const scope = { currency: range.currency, period: range.period, offset: null }
  const clocks = await ask(context, edgeClocks(scope))
  const first = new Map(clocks.toReversed().map((clock) => [`${clock.moved_in} ${clock.moved_out}`, clock]))
  return [...first.values()].map(({ offset }) => clockMove(offset))
}

const currencyMoves = (range: Range): Move[] =>
  range.currencies
    .map(({ currency }) => currency)
    .filter((currency) => currency !== range.currency)
    .filter((currency) => currencyExponent(currency) === currencyExponent(range.currency))
    .map(currencyMove)

/** What the platform counts otherwise than the workspace: sure, so it costs nothing. */
function platformMoves(moves: readonly Move[], platform: PresetName | undefined): Move[] {
  if (!platform) return []
  const axes = new Map<string, unknown>(Object.entries(PRESETS[platform]))
  return moves
    .filter(({ code, value }) => axes.has(code) && axes.get(code) === value)
    .map((move) => ({ ...move, cost: 0 }))
}

async function sideOf(
  workspace: Counted,
  range: Range,
  metric: ReconciledMetric,
  counting: Counting,
): Promise<CountedSide> {
  const { schema } = await workspace.live.under(counting.axes)
  const scope = (currency: string): ReconcileScope => ({
    currency,
    period: range.period,
    offset: counting.offset,
  })
  return {
    schema,
    axes: counting.axes,
    scopes: [range.currency, ...counting.currencies].map(scope),
    form: formOf(metric, counting) as Readonly<Record<string, number>>,
  }
}

interface Job {
  readonly workspace: Counted
  readonly context: DashboardContext
  readonly range: Range
  readonly input: ReconcileInput
  readonly unit: 'money' | 'count'
}

const shown = ({ unit, range }: Job, minor: number): number =>
  unit === 'money' ? toMajor(minor, range.currency) : minor

async function causeOf(job: Job, { move, before, after, amount }: Step): Promise<Cause> {
  const { workspace, context, range, input } = job
  const from = await sideOf(workspace, range, input.metric, before)
  const to = await sideOf(workspace, range, input.metric, after)
  const [total] = await ask(context, differingTotal(from, to))
  const rows = input.rows > 0 ? await ask(context, differingOrders(from, to, input.rows)) : []
  return {
    code: move.code,
    value: move.value,
    amount: shown(job, amount),
    sure: move.cost === 0,
    orders: total?.orders ?? 0,
    rows: rows.map((row) => ({
      ...row,
      before: shown(job, row.before),
      after: shown(job, row.after),
      difference: shown(job, row.after - row.before),
    })),
  }
}

const named = ({ code, value }: Move): Named => ({ code, value })

async function search(job: Job, start: Counting, target: number): Promise<Explanation & { ours: number }> {
  const { workspace, context, range, input, unit } = job
  const sums = createSums(workspace, context, range)
  const evaluate = async (counting: Counting): Promise<number> => {
    const form = formOf(input.metric, counting)
    const each = [range.currency, ...counting.currencies].map(async (currency) =>
      valueOf(form, await sums(counting, currency)),
    )
    return (await Promise.all(each)).reduce((total, value) => total + value, 0)
  }
  const moves = [
    ...axisMoves(start.axes, input.metric),
    ...extraMoves(input.metric),
    ...(await clockMoves(context, range)),
    ...currencyMoves(range),
  ]
  const { orders } = await sums(start, range.currency)
  const known = platformMoves(moves, input.platform)
  const found = await explain(start, target, known, moves, slackOf(unit, orders), evaluate)
  return { ...found, ours: await evaluate(start) }
}

/**
 * Explains why a platform shows another total than Ventas for a period: causes with their amounts, which add up
 * exactly, and the orders behind each; what is left is said to be unexplained.
 */
export async function reconcile(
  workspace: Counted,
  context: DashboardContext,
  range: Range,
  input: ReconcileInput,
): Promise<Reconciliation> {
  const unit = input.metric === 'orders' || input.metric === 'units' ? 'count' : 'money'
  const job: Job = { workspace, context, range, input, unit }
  const start: Counting = { axes: context.axes ?? PRESETS.files, offset: null, extra: {}, currencies: [] }
  const target = unit === 'money' ? toMinor(input.amount, range.currency) : input.amount
  const found = await search(job, start, target)
  const causes: Cause[] = []
  for (const step of found.steps) causes.push(await causeOf(job, step))
  return {
    metric: input.metric,
    unit,
    currency: range.currency,
    ...range.period,
    platform_amount: shown(job, target),
    ours: shown(job, found.ours),
    difference: shown(job, target - found.ours),
    explained: shown(job, target - found.ours - found.unexplained),
    unexplained: shown(job, found.unexplained),
    rounding: found.unexplained !== 0 && found.steps.some(({ move }) => move.cost > 0),
    causes,
    possible: found.possible.map(({ move, amount }) => ({ ...named(move), amount: shown(job, amount) })),
    alternatives: found.alternatives.map((set) => set.map(named)),
    missing: await missingDays(context, range),
    undated_returns: (await ask(context, undatedReturns(range.currency, range.period)))[0]?.orders ?? 0,
  }
}
