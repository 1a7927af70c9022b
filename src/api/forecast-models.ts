import * as v from 'valibot'
import { SERIES_MODELS, type ModelName } from '../analytics/forecast/model.ts'
import { invalidFields, type Outcome, success } from '../model/outcome.ts'

/** Other names by which a model may be asked for. */
const ALIASES: Readonly<Record<string, ModelName>> = {
  ridge: 'harmonic',
  naive: 'seasonal_naive',
  holt_winters: 'ets',
  arima: 'autoregression',
  xgboost: 'gradient_boosting',
}
export const modelField = v.optional(v.string(), 'auto')

/** The model of that name; VALIDATION with all names for another. */
export const modelOf = (name: string, field: string): Outcome<ModelName | 'auto'> => {
  const known = ['auto', ...SERIES_MODELS] as readonly string[]
  const model = ALIASES[name] ?? name
  if (known.includes(model)) return success(model as ModelName | 'auto')
  const choices = [...known, ...Object.keys(ALIASES)]
  return invalidFields({ [field]: `no model ${name}; there are ${choices.join(', ')}` })
}
