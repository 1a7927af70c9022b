import type { Move } from './moves.ts'
import type { Counting } from './counting.ts'

/** The figure of a counting in minor units; asked at most once for each. */
export type Evaluate = (counting: Counting) => Promise<number>

/** A step on the way from our figure to the platform's: amounts in minor units. */
export interface Step {
  readonly move: Move
  readonly before: Counting
  readonly after: Counting
  readonly amount: number
}

export interface Explanation {
  readonly steps: readonly Step[]
  /** What the steps leave over: 0 where they explain the difference to the last minor unit. */
  readonly unexplained: number
  /** Moves that change the figure and were not needed, by what each alone would change. */
  readonly possible: readonly { readonly move: Move; readonly amount: number }[]
  /** Other sets of moves that fit as well and are as likely: then none of them is sure. */
  readonly alternatives: readonly (readonly Move[])[]
}

interface Single {
  readonly move: Move
  readonly amount: number
}

/** Most moves of an explanation, and most recomputations of the figure for it. */
const MOST_MOVES = 4
const MOST_EVALUATIONS = 240

const costOf = (moves: readonly Move[]): number => moves.reduce((sum, { cost }) => sum + cost, 0)

const applied = (start: Counting, moves: readonly Move[]): Counting =>
  moves.reduce((counting, move) => move.apply(counting), start)

/** All sets of `size` of different groups. */
function combinations(singles: readonly Single[], size: number): Single[][] {
  if (size === 0) return [[]]
  return singles.flatMap((single, index) =>
    combinations(
      singles.slice(index + 1).filter(({ move }) => move.group !== single.move.group),
      size - 1,
    ).map((rest) => [single, ...rest]),
  )
}

/** Those that change the figure; of moves that change it alike in one group the likeliest. */
async function singlesOf(
  start: Counting,
  base: number,
  moves: readonly Move[],
  evaluate: Evaluate,
): Promise<Single[]> {
  const found: Single[] = []
  for (const move of moves.toSorted((a, b) => a.cost - b.cost)) {
    const amount = (await evaluate(move.apply(start))) - base
    const known = found.some((other) => other.move.group === move.group && other.amount === amount)
    if (amount !== 0 && !known) found.push({ move, amount })
  }
  return found
}

interface Fit {
  readonly moves: readonly Move[]
  readonly left: number
}

/** Recomputes sets of moves, the nearest by their sum first, and keeps those that hit the target or come within `slack`. */
async function fits(
  start: Counting,
  sets: readonly Single[][],
  target: { readonly base: number; readonly amount: number; readonly slack: number },
  evaluate: Evaluate,
  budget: { left: number },
): Promise<Fit[]> {
  const missing = (set: readonly Single[]) =>
    Math.abs(target.base + set.reduce((sum, { amount }) => sum + amount, 0) - target.amount)
  const found: Fit[] = []
  for (const set of sets.toSorted((a, b) => missing(a) - missing(b))) {
    if (budget.left-- <= 0) break
    const moves = set.map(({ move }) => move)
    const left = target.amount - (await evaluate(applied(start, moves)))
    if (Math.abs(left) <= target.slack) found.push({ moves, left })
  }
  return found
}

async function cheapest(
  start: Counting,
  singles: readonly Single[],
  target: { readonly base: number; readonly amount: number; readonly slack: number },
  evaluate: Evaluate,
): Promise<Fit[]> {
  const budget = { left: MOST_EVALUATIONS }
  const found: Fit[] = []
  for (let size = 1; size <= MOST_MOVES; size += 1) {
    found.push(...(await fits(start, combinations(singles, size), target, evaluate, budget)))
    // A longer set costs more than the cheapest of this length: one of them can only be worse.
    if (found.some(({ left }) => left === 0)) break
  }
  return found.toSorted(
    (a, b) =>
      Number(a.left !== 0) - Number(b.left !== 0) ||
      costOf(a.moves) - costOf(b.moves) ||
      Math.abs(a.left) - Math.abs(b.left),
  )
}

/** Steps one after the other; their amounts add up to the whole exactly, whatever the moves do to each other. */
async function walk(
  start: Counting,
  base: number,
  moves: readonly Move[],
  evaluate: Evaluate,
): Promise<Step[]> {
  const steps: Step[] = []
  let [before, value] = [start, base]
  for (const move of moves) {
    const after = move.apply(before)
    const next = await evaluate(after)
    steps.push({ move, before, after, amount: next - value })
    ;[before, value] = [after, next]
  }
  return steps.filter(({ amount }) => amount !== 0)
}

/** What a setting of the platform's own would have to be otherwise for is unlikely, yet settings are changed. */
const AGAINST = 1

const against = (move: Move, known: readonly Move[]): Move =>
  known.some(({ group }) => group === move.group) ? { ...move, cost: move.cost + AGAINST } : move

/**
 * Explains why a figure is `amount` elsewhere (minor units): the likeliest set of moves that leads there exactly, found
 * by recomputing the figure under each move and under sets of them. `known` are moves that are sure (the platform's own
 * definitions): they are taken whatever they lead to. `slack`: what may be left as the size of roundings. Nothing is
 * forced: without a set that fits, what the sure moves leave is unexplained, and `possible` says what each other move
 * would change.
 */
export async function explain(
  start: Counting,
  amount: number,
  known: readonly Move[],
  moves: readonly Move[],
  slack: number,
  evaluate: Evaluate,
): Promise<Explanation> {
  const sure = await walk(start, await evaluate(start), known, evaluate)
  const from = applied(start, known)
  const base = await evaluate(from)
  const open = moves.map((move) => against(move, known))
  const singles = base === amount ? [] : await singlesOf(from, base, open, evaluate)
  const fitting = base === amount ? [] : await cheapest(from, singles, { base, amount, slack }, evaluate)
  const [best, ...others] = fitting
  const steps = [...sure, ...(best ? await walk(from, base, best.moves, evaluate) : [])]
  const taken = new Set(best?.moves)
  return {
    steps,
    unexplained: best ? best.left : amount - base,
    possible: singles.filter(({ move }) => !taken.has(move)),
    alternatives: others
      .filter(({ moves: set, left }) => best && left === best.left && costOf(set) - costOf(best.moves) < 0.15)
      .map(({ moves: set }) => set),
  }
}
