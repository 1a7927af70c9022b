/** A stream of random draws that depends on nothing but its seed and label. */
export type Random = {
  /** Uniform on [0, 1), 32 bits. */
  readonly uniform: () => number
  readonly chance: (probability: number) => boolean
  /** Integer in [low, high], both ends included. */
  readonly integer: (low: number, high: number) => number
  readonly normal: (mean?: number, deviation?: number) => number
  /** Mean 1/rate. */
  readonly exponential: (rate: number) => number
  /** Mean shape/rate. */
  readonly gamma: (shape: number, rate: number) => number
  /** Mean a/(a+b). */
  readonly beta: (a: number, b: number) => number
  readonly poisson: (mean: number) => number
  readonly pick: <Item>(items: readonly Item[]) => Item
  /** Index drawn in proportion to `weights`. */
  readonly weighted: (weights: readonly number[]) => number
  readonly shuffle: <Item>(items: readonly Item[]) => Item[]
}

const rotate = (x: number, k: number) => (x << k) | (x >>> (32 - k))

/** FNV-1a of a label, so that each part of the shop has a stream of its own. */
const hash = (text: string): number => {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  return value >>> 0
}

const splitmix = (seed: number) => {
  let state = seed
  return () => {
    state = (state + 0x9e3779b9) | 0
    let z = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97)
    return z ^ (z >>> 15)
  }
}

/** xoshiro128** of Blackman and Vigna (https://prng.di.unimi.it/xoshiro128starstar.c). */
const xoshiro = (seed: number) => {
  const fill = splitmix(seed)
  let [a, b, c, d] = [fill(), fill(), fill(), fill()]
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0
    const t = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= t
    d = rotate(d, 11)
    return result / 2 ** 32
  }
}

/** Marsaglia and Tsang (2000), boosted below shape 1 as they advise. */
const makeGamma = (uniform: () => number, normal: () => number) => {
  const unit = (shape: number): number => {
    if (shape < 1) return unit(shape + 1) * (1 - uniform()) ** (1 / shape)
    const d = shape - 1 / 3
    const c = 1 / Math.sqrt(9 * d)
    for (;;) {
      const x = normal()
      const v = (1 + c * x) ** 3
      if (v > 0 && Math.log(1 - uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v
    }
  }
  return unit
}

/** Knuth's product for small means; large ones are split, since Poisson counts add up. */
const makePoisson = (uniform: () => number) => {
  const draw = (mean: number): number => {
    if (mean > 30) return draw(30) + draw(mean - 30)
    const floor = Math.exp(-mean)
    let count = 0
    for (let product = uniform(); product > floor; product *= uniform()) count++
    return count
  }
  return draw
}

const pickIndex = (weights: readonly number[], uniform: number): number => {
  let left = uniform * weights.reduce((sum, weight) => sum + weight, 0)
  for (let i = 0; i < weights.length; i++) {
    left -= weights[i] ?? 0
    if (left < 0) return i
  }
  return weights.length - 1
}

/** A stream of draws for one part of the shop; the same seed and label give the same draws for ever. */
export const makeRandom = (seed: number, label: string): Random => {
  const uniform = xoshiro(seed ^ hash(label))
  const standard = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform())
  const unitGamma = makeGamma(uniform, standard)
  const integer = (low: number, high: number) => low + Math.floor(uniform() * (high - low + 1))
  const pick = <Item>(items: readonly Item[]) => items[integer(0, items.length - 1)] as Item
  const beta = (a: number, b: number) => {
    const x = unitGamma(a)
    return x / (x + unitGamma(b))
  }
  const shuffle = <Item>(items: readonly Item[]) =>
    items
      .map((item) => ({ item, key: uniform() }))
      .sort((x, y) => x.key - y.key)
      .map(({ item }) => item)
  return {
    uniform,
    chance: (probability) => uniform() < probability,
    integer,
    normal: (mean = 0, deviation = 1) => mean + deviation * standard(),
    exponential: (rate) => -Math.log(1 - uniform()) / rate,
    gamma: (shape, rate) => unitGamma(shape) / rate,
    beta,
    poisson: makePoisson(uniform),
    pick,
    weighted: (weights) => pickIndex(weights, uniform()),
    shuffle,
  }
}
