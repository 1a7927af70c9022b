import { failure, invalidFields, type Outcome } from '../../model/outcome.ts'
import type { Holiday } from './calendar.ts'
import type { History } from './history.ts'
import type { ModelName } from './model.ts'

export interface ForecastRequest extends History {
  /** Steps ahead, 1 … 1000. */
  readonly horizon: number
  /** Levels of the intervals in percent: [80, 95]. */
  readonly levels: readonly number[]
  /** A model by name, or 'auto': chosen on the validation origins. */
  readonly model: ModelName | 'auto'
  readonly seed: number
  /** Holidays over history and horizon; used where they do no harm on the validation origins. Needs `start`. */
  readonly holidays?: readonly Holiday[] | undefined
}

/** Beyond it squares and sums of squares overflow; no shop comes near. */
const MOST = 1e18
const isUsable = (value: number): boolean => Math.abs(value) <= MOST

/** What is wrong with a request, or null. */
export const invalid = (request: ForecastRequest): Outcome<never> | null => {
  const { values, horizon, levels, regressors = {} } = request
  const n = values.length
  if (!Array.from(values).every(isUsable))
    return invalidFields({ values: 'values must all be finite numbers, at most 1e18' })
  if (!Number.isInteger(horizon) || horizon < 1 || horizon > 1000)
    return invalidFields({ horizon: 'horizon must be a whole number from 1 to 1000' })
  if (!levels.every((level) => level > 0 && level < 100))
    return invalidFields({ level: 'levels are percentages between 0 and 100' })
  for (const [name, column] of Object.entries(regressors))
    if (column.length !== n + horizon || !Array.from(column).every(isUsable))
      return invalidFields({
        [`regressors.${name}`]: `regressor ${name} needs ${n + horizon} finite numbers: history and horizon together`,
      })
  if (n < 2)
    return failure('TOO_LITTLE_DATA', `a forecast needs at least 2 values, there are ${n}`, {
      steps: n,
      needed: 2,
    })
  return null
}
