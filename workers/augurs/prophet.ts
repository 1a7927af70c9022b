import startModule, { Prophet } from '@bsull/augurs/prophet'
import { optimizer } from '@bsull/augurs-prophet-wasmstan'
import { YEAR } from '../../src/analytics/forecast/history.ts'
import {
  asModel,
  type Ahead,
  type FitContext,
  type Model,
  type Series,
} from '../../src/analytics/forecast/model.ts'

/** A fitted Prophet cannot be stored, so its data are: it is fitted when it is asked. */
interface State {
  readonly times: readonly number[]
  readonly values: readonly number[]
  readonly regressors: readonly (readonly number[])[]
  readonly step: number
  readonly yearly: boolean
  readonly seed: number
}

const STEP_SECONDS = { H: 3600, D: 86_400, W: 604_800, M: 2_629_800, Q: 7_889_400, Y: 31_557_600 } as const
/**
 * Years from which the waves of a year are learned; Prophet itself waits for two. On training parts of Walmart, Superstore
 * and the demo shop this took a tenth to a third off its error.
 */
const YEARS = 1.25
/** Any Monday will do: models do not know the date. */
const EPOCH = 1_199_664_000

/** Loads the module; `source` are its bytes where it cannot be fetched (Node). */
export const startProphet = async (source?: Uint8Array): Promise<void> => {
  await startModule(source ? { module_or_path: source as Uint8Array<ArrayBuffer> } : undefined)
}

const secondsAt = (step: number, positions: ArrayLike<number>): number[] =>
  Array.from(positions, (position) => EPOCH + position * step)

const namedColumns = (columns: readonly ArrayLike<number>[]): Map<string, number[]> =>
  new Map(columns.map((column, i) => [`regressor_${i + 1}`, Array.from(column)]))

function predict(state: State, ahead: Ahead): Float64Array {
  const prophet = new Prophet({
    optimizer,
    uncertaintySamples: 0,
    yearlySeasonality: { type: 'manual', enabled: state.yearly },
  })
  try {
    for (let i = 0; i < state.regressors.length; i++) prophet.addRegressor(`regressor_${i + 1}`)
    const columns = state.regressors.length > 0 ? { x: namedColumns(state.regressors) } : {}
    // Without a seed the optimizer draws one, and the same data give another forecast each time.
    prophet.fit({ ds: [...state.times], y: [...state.values], ...columns }, { seed: state.seed })
    const later = state.regressors.length > 0 ? { x: namedColumns(ahead.regressors) } : {}
    const said = prophet.predict({ ds: secondsAt(state.step, ahead.positions), ...later })
    return Float64Array.from(said.yhat.point)
  } catch {
    // It traps on series that hardly vary (facts, ml-parts, trap e): what is not a number counts as the last value.
    return new Float64Array(ahead.positions.length).fill(NaN)
  } finally {
    prophet.free()
  }
}

const fit = (series: Series, { seed }: FitContext): State => {
  const { frequency, positions, regressors } = series
  const span = positions[positions.length - 1]! - positions[0]! + 1
  return {
    times: secondsAt(STEP_SECONDS[frequency], positions),
    values: Array.from(regressors.length > 0 ? series.raw : series.values),
    regressors: regressors.map((column) => Array.from(column)),
    step: STEP_SECONDS[frequency],
    seed,
    yearly: span >= YEARS * YEAR[frequency],
  }
}

/** Prophet (Taylor and Letham, 2018) with its default settings, but for an earlier yearly wave; compiled to wasm. */
const model: Model<State> = {
  name: 'prophet',
  cost: { whole: 200, update: 150 },
  minimum: () => 10,
  fit,
  predict,
  explain: ({ yearly, regressors }) => ({ yearly, regressors: regressors.length }),
}

export const prophet = asModel(model)
