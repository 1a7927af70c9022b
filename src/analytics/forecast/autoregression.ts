import {
  candidateGroups,
  longestLag,
  widthOf,
  writeColumns,
  type Around,
  type Group,
} from './autoregression-columns.ts'
import { asModel, type Ahead, type Model, type Series } from './model.ts'
import { solvePositive } from './solve.ts'
import { mean } from './statistics.ts'

interface Form {
  readonly log: boolean
  /** Changes from step to step are regressed instead of values. */
  readonly differenced: boolean
  readonly groups: readonly Group[]
}

interface State extends Form {
  /** The constant, then the weights of the groups' columns. */
  readonly weights: Float64Array
  /** Latest target values (values or changes), and the latest value on the scale of the fit. */
  readonly past: Float64Array
  readonly last: number
  /** Mean on the scale of the fit, which was taken away. */
  readonly centre: number
  readonly lastRegressors: readonly number[]
  readonly count: number
  readonly season: number
  readonly aicc: number
}

const KEPT = 1500
const RIDGE = 1e-3

interface Problem {
  readonly series: Series
  readonly log: boolean
  readonly differenced: boolean
  readonly scaled: Float64Array
  readonly centre: number
  /** What is regressed; the first is that of step `shift`. */
  readonly target: Float64Array
  readonly shift: number
  readonly offset: number
}

const regressorsAt = (series: Series, at: number, differenced: boolean): number[] =>
  series.regressors.map((column) => column[at]! - (differenced ? column[Math.max(0, at - 1)]! : 0))

function problemOf(series: Series, log: boolean, differenced: boolean): Problem {
  const whole = series.regressors.length > 0 ? series.raw : series.values
  const season = series.longSeason || series.season
  const offset = Math.ceil(Math.max(0, whole.length - KEPT) / season) * season
  const plain = whole.slice(offset).map((value) => (log ? Math.log(value) : value))
  const centre = mean(plain)
  const scaled = plain.map((value) => value - centre)
  const target = differenced ? scaled.slice(1).map((value, i) => value - scaled[i]!) : scaled
  return { series, log, differenced, scaled, centre, target, shift: differenced ? 1 : 0, offset }
}

interface Gram {
  readonly matrix: Float64Array
  readonly right: Float64Array
  readonly size: number
  readonly rows: number
  readonly squares: number
  /** First column of each group; column 0 is the constant. */
  readonly starts: readonly number[]
}

const aroundOf = (problem: Problem, row: number): Around => {
  const { series, offset, shift, target, differenced } = problem
  const at = offset + shift + row
  return {
    past: target.subarray(0, row),
    at,
    position: series.positions[at]!,
    regressors: regressorsAt(series, at, differenced),
  }
}

/** Products of all columns with each other and with the target, over the rows that have all lags. */
function gramOf(problem: Problem, groups: readonly Group[]): Gram {
  const starts: number[] = []
  const size = groups.reduce((at, group) => (starts.push(at), at + widthOf(group)), 1)
  const matrix = new Float64Array(size * size)
  const right = new Float64Array(size)
  const row = new Float64Array(size)
  const first = longestLag(groups)
  const { target } = problem
  let squares = 0
  for (let at = first; at < target.length; at++) {
    const around = aroundOf(problem, at)
    row[0] = 1
    groups.forEach((group, i) => writeColumns(group, around, row, starts[i]!))
    const y = target[at]!
    squares += y * y
    for (let i = 0; i < size; i++) {
      const value = row[i]!
      if (value === 0) continue
      right[i]! += value * y
      for (let j = 0; j <= i; j++) matrix[i * size + j]! += value * row[j]!
    }
  }
  for (let i = 0; i < size; i++)
    for (let j = i + 1; j < size; j++) matrix[i * size + j] = matrix[j * size + i]!
  return { matrix, right, size, rows: target.length - first, squares, starts }
}

interface Solved {
  readonly weights: Float64Array
  readonly aicc: number
}

/** Least squares of some groups' columns, with its AICc on the scale of the fit. */
function solveGroups(gram: Gram, groups: readonly Group[], chosen: readonly number[]): Solved {
  const columns = [
    0,
    ...chosen.flatMap((g) => Array.from({ length: widthOf(groups[g]!) }, (_, i) => gram.starts[g]! + i)),
  ]
  const size = columns.length
  const matrix = new Float64Array(size * size)
  columns.forEach((from, i) =>
    columns.forEach((to, j) => (matrix[i * size + j] = gram.matrix[from * gram.size + to]!)),
  )
  for (let i = 1; i < size; i++) matrix[i * size + i]! *= 1 + RIDGE
  const right = Float64Array.from(columns, (column) => gram.right[column]!)
  const weights = solvePositive(matrix, right)
  let left = gram.squares
  columns.forEach((from, i) => {
    left -= 2 * weights[i]! * gram.right[from]!
    columns.forEach((to, j) => (left += weights[i]! * weights[j]! * gram.matrix[from * gram.size + to]!))
  })
  const room = gram.rows - size - 2
  const variance = Math.max(left / gram.rows, 1e-12 * (gram.squares / gram.rows) + 1e-300)
  const penalty = room > 0 ? 2 * (size + 1) * (gram.rows / room) : Infinity
  return { weights, aicc: gram.rows * Math.log(variance) + penalty }
}

/** Adds the group that lowers AICc most until none does. */
function selectGroups(gram: Gram, groups: readonly Group[]): { chosen: number[]; solved: Solved } {
  let chosen: number[] = []
  let solved = solveGroups(gram, groups, chosen)
  for (;;) {
    const tried = groups
      .map((_, g) => g)
      .filter((g) => !chosen.includes(g))
      .map((g) => ({ chosen: [...chosen, g], solved: solveGroups(gram, groups, [...chosen, g]) }))
    const best = tried.sort((a, b) => a.solved.aicc - b.solved.aicc)[0]
    if (!best || !(best.solved.aicc < solved.aicc - 1e-9)) return { chosen, solved }
    chosen = best.chosen
    solved = best.solved
  }
}

const stateOf = (problem: Problem, groups: readonly Group[], weights: Float64Array, aicc: number): State => ({
  log: problem.log,
  differenced: problem.differenced,
  groups,
  weights,
  past: problem.target.slice(-Math.max(1, longestLag(groups))),
  last: problem.scaled.at(-1)!,
  centre: problem.centre,
  lastRegressors: problem.series.regressors.map((column) => column[problem.series.values.length - 1]!),
  count: problem.series.values.length,
  season: problem.series.season,
  aicc,
})

/** AICc of forms on different scales can be held against each other after this is added. */
const jacobian = (problem: Problem, rows: number): number =>
  problem.log ? 2 * problem.scaled.slice(-rows).reduce((sum, value) => sum + value + problem.centre, 0) : 0

function chooseForm(series: Series): State {
  const candidates = candidateGroups(series)
  const usable = (series.regressors.length > 0 ? series.raw : series.values).every((value) => value > 0)
  const fits = (usable ? [false, true] : [false]).flatMap((log) =>
    [false, true].map((differenced) => {
      const problem = problemOf(series, log, differenced)
      const gram = gramOf(problem, candidates)
      const { chosen, solved } = selectGroups(gram, candidates)
      const groups = chosen.map((g) => candidates[g]!)
      const perRow = (solved.aicc + jacobian(problem, gram.rows)) / gram.rows
      return stateOf(problem, groups, solved.weights, perRow)
    }),
  )
  return fits.reduce((best, fit) => (fit.aicc < best.aicc ? fit : best))
}

function refit(series: Series, form: State): State {
  const problem = problemOf(series, form.log, form.differenced)
  const gram = gramOf(problem, form.groups)
  const { weights } = solveGroups(
    gram,
    form.groups,
    form.groups.map((_, g) => g),
  )
  return stateOf(problem, form.groups, weights, form.aicc)
}

function predict(state: State, ahead: Ahead): Float64Array {
  const { log, differenced, groups, weights, past, centre } = state
  const seen = Array.from(past)
  const row = new Float64Array(weights.length)
  let { last, lastRegressors } = state
  return Float64Array.from(ahead.positions, (position, step) => {
    const now = ahead.regressors.map((column) => column[step]!)
    const regressors = differenced ? now.map((value, i) => value - lastRegressors[i]!) : now
    lastRegressors = now
    row[0] = 1
    let offset = 1
    for (const group of groups) {
      writeColumns(group, { past: seen, at: state.count + step, position, regressors }, row, offset)
      offset += widthOf(group)
    }
    const said = weights.reduce((sum, weight, i) => sum + weight * row[i]!, 0)
    seen.push(said)
    last = differenced ? last + said : said
    return log ? Math.exp(Math.min(last + centre, 80)) : last + centre
  })
}

/**
 * Autoregression with seasonal lags, waves of the year, phases and known regressors: ARIMAX(p, d, 0) fitted by least
 * squares; logarithm, differencing and terms are chosen by AICc (steps forward).
 */
const model: Model<State> = {
  name: 'autoregression',
  cost: { whole: 100, update: 2 },
  minimum: () => 12,
  fit(series, { effort }, previous) {
    const keep = effort === 'update' && previous
    const positive = (series.regressors.length > 0 ? series.raw : series.values).every((value) => value > 0)
    if (keep && previous.season === series.season && (positive || !previous.log))
      return refit(series, previous)
    return chooseForm(series)
  },
  predict,
  explain: ({ log, differenced, groups, aicc }) => ({
    log,
    differenced,
    aicc,
    lags: groups.flatMap((group) => (group.kind === 'lags' ? group.lags : [])),
    waves: groups.reduce((sum, group) => sum + (group.kind === 'waves' ? group.waves.length : 0), 0),
    phases: groups.some(({ kind }) => kind === 'phases'),
  }),
}

export const autoregression = asModel(model)
