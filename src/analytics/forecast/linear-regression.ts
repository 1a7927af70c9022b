import { asModel } from './model.ts'
import { normalEquations, ridge } from './solve.ts'
import { mean } from './statistics.ts'
import { tableModel } from './table-model.ts'

interface Line {
  readonly centres: Float64Array
  readonly spreads: Float64Array
  /** One weight per column, the last is the constant. */
  readonly weights: Float64Array
}

const PENALTY = 0.01

/** Rows of standardised columns; what is not known counts as average. */
function designOf(
  columns: readonly Float64Array[],
  centres: Float64Array,
  spreads: Float64Array,
): Float64Array {
  const width = columns.length + 1
  const rows = columns[0]?.length ?? 0
  const design = new Float64Array(rows * width)
  for (let row = 0; row < rows; row++) {
    columns.forEach((column, i) => {
      const value = (column[row]! - centres[i]!) / spreads[i]!
      design[row * width + i] = Number.isFinite(value) ? Math.max(-8, Math.min(8, value)) : 0
    })
    design[row * width + columns.length] = 1
  }
  return design
}

/** Linear (ridge) regression on the features that the trees see. */
export const linearRegression = asModel(
  tableModel<Line>({
    name: 'linear_regression',
    cost: { whole: 30, update: 1 },
    learn(columns, target) {
      const known = columns.map((column) => column.filter((value) => !Number.isNaN(value)))
      const centres = Float64Array.from(known, mean)
      const spreads = Float64Array.from(
        known,
        (column, i) => Math.sqrt(mean(column.map((value) => (value - centres[i]!) ** 2))) || 1,
      )
      const width = columns.length + 1
      const normal = normalEquations(designOf(columns, centres, spreads), width, target, () => 1)
      const penalty = Float64Array.from({ length: width }, (_, i) =>
        i + 1 < width ? PENALTY * target.length : 1e-9,
      )
      return { centres, spreads, weights: ridge(normal, penalty) }
    },
    say({ centres, spreads, weights }, columns) {
      const design = designOf(columns, centres, spreads)
      return Float64Array.from({ length: columns[0]?.length ?? 0 }, (_, row) =>
        weights.reduce((sum, weight, i) => sum + weight * design[row * weights.length + i]!, 0),
      )
    },
    explain: ({ weights }, names) =>
      Object.fromEntries(names.map((name, i) => [`weight_${name}`, weights[i]!])),
  }),
)
