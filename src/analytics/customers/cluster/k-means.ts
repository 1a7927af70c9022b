import { seeded } from '../../forecast/statistics.ts'

/** Points row by row: `values[row * width + column]`. */
export interface Points {
  readonly values: Float64Array
  readonly count: number
  readonly width: number
}

export interface Clusters {
  readonly k: number
  readonly centres: Float64Array
  readonly label: Int32Array
  /** Sum of squared distances to the own centre. */
  readonly inertia: number
}

const distance = (a: Float64Array, at: number, b: Float64Array, to: number, width: number): number => {
  let sum = 0
  for (let c = 0; c < width; c++) {
    const gap = a[at + c]! - b[to + c]!
    sum += gap * gap
  }
  return sum
}

/** First centres drawn far apart (k-means++, Arthur and Vassilvitskii 2007). */
function seedCentres({ values, count, width }: Points, k: number, random: () => number): Float64Array {
  const centres = new Float64Array(k * width)
  const nearest = new Float64Array(count).fill(Infinity)
  let chosen = Math.floor(random() * count)
  for (let centre = 0; centre < k; centre++) {
    centres.set(values.subarray(chosen * width, (chosen + 1) * width), centre * width)
    let total = 0
    for (let row = 0; row < count; row++) {
      nearest[row] = Math.min(nearest[row]!, distance(values, row * width, centres, centre * width, width))
      total += nearest[row]!
    }
    let left = random() * total
    chosen = 0
    while (chosen < count - 1 && (left -= nearest[chosen]!) > 0) chosen += 1
  }
  return centres
}

/** Nearest centre of every point; the sum of squared distances. */
function assign(
  { values, count, width }: Points,
  centres: Float64Array,
  k: number,
  label: Int32Array,
): number {
  let inertia = 0
  for (let row = 0; row < count; row++) {
    let [best, least] = [0, Infinity]
    for (let centre = 0; centre < k; centre++) {
      const d = distance(values, row * width, centres, centre * width, width)
      if (d < least) [best, least] = [centre, d]
    }
    label[row] = best
    inertia += least
  }
  return inertia
}

/** Means of the clusters; one that lost all its points moves to the point farthest from its own centre. */
function means(points: Points, label: Int32Array, k: number, old: Float64Array): Float64Array {
  const { values, count, width } = points
  const centres = new Float64Array(k * width)
  const size = new Int32Array(k)
  for (let row = 0; row < count; row++) {
    const to = label[row]! * width
    size[label[row]!]! += 1
    for (let c = 0; c < width; c++) centres[to + c]! += values[row * width + c]!
  }
  for (let centre = 0; centre < k; centre++) {
    if (size[centre] === 0) {
      const far = farthest(points, label, old)
      centres.set(values.subarray(far * width, (far + 1) * width), centre * width)
    } else for (let c = 0; c < width; c++) centres[centre * width + c]! /= size[centre]!
  }
  return centres
}

function farthest({ values, count, width }: Points, label: Int32Array, centres: Float64Array): number {
  let [best, most] = [0, -1]
  for (let row = 0; row < count; row++) {
    const d = distance(values, row * width, centres, label[row]! * width, width)
    if (d > most) [best, most] = [row, d]
  }
  return best
}

/** Lloyd's iterations from given centres until no label changes. */
export function refine(points: Points, from: Float64Array, k: number, most = 300): Clusters {
  let centres = from
  const label = new Int32Array(points.count)
  let inertia = assign(points, centres, k, label)
  for (let round = 0; round < most; round++) {
    centres = means(points, label, k, centres)
    const next = assign(points, centres, k, label)
    if (inertia - next <= 1e-12 * inertia) return { k, centres, label, inertia: next }
    inertia = next
  }
  return { k, centres, label, inertia }
}

/**
 * K-Means (Lloyd) on typed arrays: the best of `starts` runs from k-means++ centres. The same points and seed give the
 * same clusters.
 */
export function kMeans(points: Points, k: number, seed: number, starts = 10): Clusters {
  const random = seeded(seed)
  let best: Clusters | null = null
  for (let start = 0; start < starts; start++) {
    const found = refine(points, seedCentres(points, k, random), k)
    if (!best || found.inertia < best.inertia) best = found
  }
  return best!
}

/** Label of the nearest centre of every point. */
export function nearestCentres(points: Points, centres: Float64Array, k: number): Int32Array {
  const label = new Int32Array(points.count)
  assign(points, centres, k, label)
  return label
}
