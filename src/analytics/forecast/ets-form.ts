/** A form of exponential smoothing: error, trend (with or without damping) and season, additive or multiplicative. */
export interface EtsForm {
  readonly error: 'A' | 'M'
  readonly trend: 'N' | 'A'
  readonly damped: boolean
  readonly season: 'N' | 'A' | 'M'
  /** Season length; 1 when season is 'N'. */
  readonly length: number
}

/** Smoothing weights and the states before the first value; `season[i]` belongs to the i-th value. */
export interface EtsParameters {
  readonly alpha: number
  readonly beta: number
  readonly gamma: number
  readonly phi: number
  readonly level: number
  readonly slope: number
  readonly season: Float64Array
}

/** What is left after the last value: from here forecasts go on. `season[0]` belongs to the next step. */
export interface EtsEnd {
  readonly level: number
  readonly slope: number
  readonly season: Float64Array
  /** −2 log likelihood without constants, as R's `ets` counts it; Infinity when a state is not allowed. */
  readonly likelihood: number
}

/** The usual name of a form: ETS(M,Ad,M). */
export const formName = (form: EtsForm): string =>
  `ETS(${form.error},${form.trend}${form.damped ? 'd' : ''},${form.season})`

/** Number of free parameters with the variance, for AICc. */
export const parameterCount = (form: EtsForm): number =>
  3 + (form.trend === 'A' ? 2 : 0) + (form.damped ? 1 : 0) + (form.season === 'N' ? 0 : form.length)

const NO_SEASON = new Float64Array(1)

const ending = (level: number, slope: number, season: Float64Array, likelihood: number): EtsEnd => ({
  level,
  slope,
  season,
  likelihood,
})

/** Simple exponential smoothing, the form that is fitted most: the recursions of `runEts` without what they do not need. */
function runSimple(values: Float64Array, { alpha, level: first }: EtsParameters): EtsEnd {
  let level = first
  let squares = 0
  for (let t = 0; t < values.length; t++) {
    const wrong = values[t]! - level
    squares += wrong * wrong
    level += alpha * wrong
  }
  const likelihood = values.length * Math.log(Math.max(squares, 1e-300))
  return ending(level, 0, NO_SEASON, Number.isFinite(likelihood) ? likelihood : Infinity)
}

/**
 * Runs the recursions of Hyndman, Koehler, Ord and Snyder, "Forecasting with Exponential Smoothing" (2008), table
 * 2.2–2.3, over the values. States before are those of `parameters`; states after are returned with the likelihood.
 */
export function runEts(values: Float64Array, form: EtsForm, parameters: EtsParameters): EtsEnd {
  if (form.error === 'A' && form.trend === 'N' && form.season === 'N') return runSimple(values, parameters)
  const { alpha, beta, gamma, phi } = parameters
  const n = values.length
  const length = form.length
  const season = Float64Array.from(parameters.season)
  const factor = form.season === 'M'
  const additive = form.season === 'A'
  const trend = form.trend === 'A'
  const relative = form.error === 'M'
  const share = alpha > 0 ? beta / alpha : 0
  let { level, slope } = parameters
  let squares = 0
  let logs = 0
  let phase = 0
  for (let t = 0; t < n; t++) {
    const base = trend ? level + phi * slope : level
    const s = season[phase] ?? 0
    const expected = factor ? base * s : additive ? base + s : base
    const y = values[t]!
    const wrong = y - expected
    if (relative) {
      const size = Math.abs(expected)
      if (size < 1e-10) return ending(level, slope, season, Infinity)
      squares += (wrong / expected) ** 2
      logs += Math.log(size)
    } else squares += wrong * wrong
    const seen = factor ? y / (Math.abs(s) < 1e-10 ? 1e-10 : s) : additive ? y - s : y
    const before = level
    level = base + alpha * (seen - base)
    if (trend) slope = phi * slope + share * (level - before - phi * slope)
    if (factor) season[phase] = s + gamma * (y / (Math.abs(base) < 1e-10 ? 1e-10 : base) - s)
    else if (additive) season[phase] = s + gamma * (y - base - s)
    phase = phase + 1 === length ? 0 : phase + 1
  }
  const likelihood = n * Math.log(Math.max(squares, 1e-300)) + 2 * logs
  const turned = Float64Array.from(season, (_, i) => season[(phase + i) % length]!)
  return ending(level, slope, turned, Number.isFinite(likelihood) ? likelihood : Infinity)
}

/** Point forecasts of the next `horizon` steps. */
export function predictEts(form: EtsForm, phi: number, end: EtsEnd, horizon: number): Float64Array {
  const result = new Float64Array(horizon)
  let reach = 0
  for (let step = 0; step < horizon; step++) {
    reach += phi ** (step + 1)
    const base = form.trend === 'A' ? end.level + reach * end.slope : end.level
    const s = end.season[step % form.length] ?? 0
    result[step] = form.season === 'M' ? base * s : form.season === 'A' ? base + s : base
  }
  return result
}
