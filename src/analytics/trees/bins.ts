/** A column of numbers; NaN is a value that is not known. */
export type Column = ArrayLike<number>

/** Values of all columns as small whole numbers. Bin 0 is "not known"; the others rise with the value. */
export interface Binned {
  readonly rows: number
  /** One array per column, one bin per row. */
  readonly bins: readonly Uint8Array[]
  /** By column: `edges[b]` is the largest value of bin b + 1; the last bin has no edge. */
  readonly edges: readonly Float64Array[]
  /** Most bins of a column, with that of what is not known. */
  readonly width: number
}

const MOST_BINS = 255

/** Edges between the bins of a column: midpoints between its values, or between its quantiles when there are many. */
function edgesOf(column: Column, most: number): Float64Array {
  const known = Float64Array.from(column)
    .filter((value) => !Number.isNaN(value))
    .sort()
  const distinct = known.filter((value, i) => i === 0 || value !== known[i - 1])
  const between = (low: number, high: number): number => {
    const middle = low + (high - low) / 2
    return Number.isFinite(middle) && middle < high ? middle : low
  }
  if (distinct.length <= most) return distinct.slice(1).map((value, i) => between(distinct[i]!, value))
  const edges: number[] = []
  for (let bin = 1; bin < most; bin++) {
    const at = Math.floor((bin * known.length) / most)
    if (known[at]! > known[at - 1]!) edges.push(between(known[at - 1]!, known[at]!))
    else if (known[at]! > (edges.at(-1) ?? -Infinity)) edges.push(known[at]!)
  }
  return Float64Array.from(new Set(edges)).sort()
}

/** Number of the bin of a value: 0 when it is not known, else 1 + how many edges it exceeds. */
function binOf(edges: Float64Array, value: number): number {
  if (Number.isNaN(value)) return 0
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (value <= edges[middle]!) high = middle
    else low = middle + 1
  }
  return low + 1
}

/** Cuts columns (all of one length) into at most `most` bins each (2 … 254), by quantiles. */
export function binColumns(columns: readonly Column[], most = 64): Binned {
  const limit = Math.max(2, Math.min(most, MOST_BINS - 1))
  const edges = columns.map((column) => edgesOf(column, limit))
  const bins = columns.map((column, i) => Uint8Array.from(column, (value) => binOf(edges[i]!, value)))
  const width = 2 + edges.reduce((widest, { length }) => Math.max(widest, length), 0)
  return { rows: columns[0]?.length ?? 0, bins, edges, width }
}
