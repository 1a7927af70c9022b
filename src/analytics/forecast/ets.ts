import { adjust, isSeasonal, seasonalEffects } from './decompose.ts'
import { candidateForms, chooseEts, describeEts, fitEts, type EtsFit } from './ets-fit.ts'
import { predictEts } from './ets-form.ts'
import { asModel, type FitContext, type Model, type Series } from './model.ts'

/** Longest season that goes into the states; longer ones are taken out first, as R's `stlf` does. */
const LONGEST = 24
const KEPT = 1500

interface State {
  readonly fit: EtsFit
  readonly kind: 'A' | 'M'
  /** Effects taken out before the fit, the first being that of the next step; [] when none were. */
  readonly effects: Float64Array
}

interface Smooth {
  readonly values: Float64Array
  readonly season: number
  readonly kind: 'A' | 'M'
  readonly effects: Float64Array
}

/** Takes a season out that is too long for the states. */
function withoutLongSeason(series: Series): Smooth {
  const values = series.values.slice(-KEPT)
  const kind = values.every((value) => value > 0) ? 'M' : 'A'
  const long = series.longSeason || series.season
  if (long <= LONGEST) return { values, season: series.season, kind, effects: new Float64Array(0) }
  const season = series.season <= LONGEST && !series.longSeason ? series.season : 1
  if (!isSeasonal(values, long)) return { values, season, kind, effects: new Float64Array(0) }
  const effects = seasonalEffects(values, long, kind)
  if (kind === 'M' && !effects.every((effect) => effect > 1e-3))
    return { values, season, kind, effects: new Float64Array(0) }
  const shift = values.length % long
  return {
    values: adjust(values, effects, kind),
    season,
    kind,
    effects: effects.map((_, i) => effects[(shift + i) % long]!),
  }
}

const fitModel = (series: Series, context: FitContext, previous?: State): State => {
  const { values, season, kind, effects } = withoutLongSeason(series)
  const positive = values.every((value) => value > 0)
  const known = previous?.fit.form
  const keep = context.effort === 'update' && known && (known.season === 'N' || known.length === season)
  if (keep && (positive || known.error === 'A'))
    return { fit: fitEts(values, known, { evaluations: 300, fixedStates: true }), kind, effects }
  const fit = chooseEts(values, candidateForms(positive, season), { evaluations: season > 7 ? 1200 : 800 })
  return { fit, kind, effects }
}

/**
 * Exponential smoothing with the form of least AICc among those that R's `ets` tries (own code, checked against R's
 * outputs). Seasons above 24 steps are first taken out by classical decomposition.
 */
const model: Model<State> = {
  name: 'ets',
  cost: { whole: 300, update: 20 },
  minimum: () => 4,
  fit: fitModel,
  predict({ fit, kind, effects }, ahead) {
    const smooth = predictEts(fit.form, fit.parameters.phi, fit.end, ahead.positions.length)
    if (effects.length === 0) return smooth
    return smooth.map((value, step) => {
      const effect = effects[step % effects.length]!
      return kind === 'M' ? value * effect : value + effect
    })
  },
  explain: ({ fit, effects }) => ({ ...describeEts(fit), season_removed: effects.length }),
}

export const ets = asModel(model)
