import { adjust, isSeasonal, seasonalEffects } from './decompose.ts'
import { fitEts } from './ets-fit.ts'
import { line } from './statistics.ts'

/** What Theta keeps of a series. */
export interface ThetaState {
  readonly level: number
  readonly alpha: number
  readonly slope: number
  readonly count: number
  readonly kind: 'A' | 'M'
  /** Effect of each phase, the first being that of the next step; [] without a season. */
  readonly effects: Float64Array
}

/** Theta forecast of seasonally adjusted values: simple exponential smoothing with half the slope of the line through them. */
export function fitTheta(values: Float64Array, season: number): ThetaState {
  const positive = values.every((value) => value > 0)
  const kind = positive ? 'M' : 'A'
  const seasonal = isSeasonal(values, season)
  const effects = seasonal ? seasonalEffects(values, season, kind) : new Float64Array(0)
  const usable = seasonal && (kind === 'A' || effects.every((effect) => Math.abs(effect) >= 1e-4))
  const smooth = usable ? adjust(values, effects, kind) : values
  const form = { error: 'A', trend: 'N', damped: false, season: 'N', length: 1 } as const
  const fit = fitEts(smooth, form)
  const shift = values.length % (effects.length || 1)
  const turned = effects.map((_, i) => effects[(shift + i) % effects.length]!)
  return {
    level: fit.end.level,
    alpha: Math.max(1e-10, fit.parameters.alpha),
    slope: line(smooth).slope / 2,
    count: values.length,
    kind,
    effects: usable ? turned : new Float64Array(0),
  }
}

/** Point forecasts of the next `horizon` steps. */
export function predictTheta(state: ThetaState, horizon: number): Float64Array {
  const { level, alpha, slope, count, effects } = state
  const drift = (1 - (1 - alpha) ** count) / alpha
  return Float64Array.from({ length: horizon }, (_, step) => {
    const base = level + slope * (step + drift)
    const effect = effects[step % (effects.length || 1)]
    if (effect === undefined) return base
    return state.kind === 'M' ? base * effect : base + effect
  })
}
