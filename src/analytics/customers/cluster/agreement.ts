import type { Points } from './k-means.ts'

const pairs = (n: number): number => (n * (n - 1)) / 2

/** Adjusted Rand index of two labellings of the same things (Hubert and Arabie 1985): 1 the same, 0 as by chance. */
export function adjustedRand(a: ArrayLike<number | string>, b: ArrayLike<number | string>): number {
  const [rows, columns, cells] = [new Map(), new Map(), new Map()] as Map<unknown, number>[]
  const count = (map: Map<unknown, number>, key: unknown) => void map.set(key, (map.get(key) ?? 0) + 1)
  for (let i = 0; i < a.length; i++) {
    count(rows!, a[i])
    count(columns!, b[i])
    count(cells!, `${a[i]} ${b[i]}`)
  }
  const sum = (map: Map<unknown, number>): number =>
    [...map.values()].reduce((total, n) => total + pairs(n), 0)
  const [inRows, inColumns, inCells] = [sum(rows!), sum(columns!), sum(cells!)]
  const expected = pairs(a.length) > 0 ? (inRows * inColumns) / pairs(a.length) : 0
  const most = (inRows + inColumns) / 2
  return most === expected ? 1 : (inCells - expected) / (most - expected)
}

/** Mean distance of each point to the points of each cluster, itself left out of its own. */
function meanDistances(
  { values, count, width }: Points,
  label: ArrayLike<number>,
  size: Int32Array,
  row: number,
) {
  const sums = new Float64Array(size.length)
  for (let other = 0; other < count; other++) {
    let squared = 0
    for (let c = 0; c < width; c++) squared += (values[row * width + c]! - values[other * width + c]!) ** 2
    sums[label[other]!]! += Math.sqrt(squared)
  }
  return sums.map((sum, cluster) => sum / (size[cluster]! - (cluster === label[row] ? 1 : 0)))
}

/**
 * Mean silhouette (Rousseeuw 1987) of labelled points, 0 for those alone in their cluster; NaN with fewer than two
 * clusters. Every pair is measured: pass a sample of some thousand points at most.
 */
export function silhouette(points: Points, label: ArrayLike<number>): number {
  const k = Array.from(label).reduce((most, one) => Math.max(most, one + 1), 0)
  const size = new Int32Array(k)
  for (let row = 0; row < points.count; row++) size[label[row]!]! += 1
  if (size.filter((n) => n > 0).length < 2) return Number.NaN
  let total = 0
  for (let row = 0; row < points.count; row++) {
    const own = label[row]!
    if (size[own]! < 2) continue
    const distances = meanDistances(points, label, size, row)
    let nearest = Infinity
    for (let cluster = 0; cluster < k; cluster++)
      if (cluster !== own && size[cluster]! > 0) nearest = Math.min(nearest, distances[cluster]!)
    total += (nearest - distances[own]!) / Math.max(nearest, distances[own]!)
  }
  return total / points.count
}
