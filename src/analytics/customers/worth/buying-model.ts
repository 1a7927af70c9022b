export const WORTH_MODELS = ['bg_nbd', 'pareto_nbd', 'mbg_nbd'] as const
export type WorthModelName = (typeof WORTH_MODELS)[number]

/** A customer's visits as these models see them: `x` repeat visits, the last `tx` after the first, seen for `T`. One unit of time for all. */
export interface History {
  readonly x: number
  readonly tx: number
  readonly T: number
}

/** A model with definite parameters. */
export interface Buying {
  /** ln of the density of the whole history; differences of two histories of one customer are those of what came later. */
  logLikelihood(history: History): number
  /** Probability that the customer still buys. */
  alive(history: History): number
  /** Expected visits within `t` after T, dead or alive. */
  expected(history: History, t: number): number
}

/** A model of who goes on buying and how often: a plain object, one line in `BUYING_MODELS`. */
export interface BuyingModel {
  readonly name: WorthModelName
  readonly parameters: readonly string[]
  /** Parameters of a weak prior, and the start of the search; `rate`: repeat visits per unit of time of the shop. */
  prior(rate: number): Float64Array
  with(parameters: Float64Array): Buying
}

/** Values of a function of whole numbers, each made once. */
export function remembered(make: (x: number) => number): (x: number) => number {
  const known: number[] = []
  return (x) => (known[x] ??= make(x))
}
