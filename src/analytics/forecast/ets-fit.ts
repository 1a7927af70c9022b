import { adjust, seasonalEffects } from './decompose.ts'
import {
  formName,
  parameterCount,
  runEts,
  type EtsEnd,
  type EtsForm,
  type EtsParameters,
} from './ets-form.ts'
import { minimise } from './minimise.ts'
import { line, mean } from './statistics.ts'

export interface EtsFit {
  readonly form: EtsForm
  readonly parameters: EtsParameters
  readonly end: EtsEnd
  readonly aicc: number
}

const SMALLEST = 1e-4
const LARGEST = 0.9999
const DAMPING = [0.8, 0.98] as const

/** Seasonal states of a series too short for three seasons: phase means around the mean. */
const roughEffects = (values: Float64Array, length: number, kind: 'A' | 'M'): Float64Array => {
  const centre = mean(values)
  return Float64Array.from({ length }, (_, phase) => {
    const level = mean(values.filter((_, i) => i % length === phase))
    return kind === 'A' ? level - centre : centre ? level / centre : 1
  })
}

const startingSeason = (values: Float64Array, form: EtsForm): Float64Array => {
  if (form.season === 'N') return new Float64Array(0)
  const make = values.length >= 3 * form.length ? seasonalEffects : roughEffects
  const effects = make(values, form.length, form.season)
  if (form.season === 'A') return effects
  const floored = effects.map((effect) => Math.max(effect, 1e-2))
  const centre = mean(floored)
  return floored.map((effect) => effect / centre)
}

/** Starting values as R's `initstate` and `initparam` take them. */
function startingPoint(values: Float64Array, form: EtsForm): EtsParameters {
  const season = startingSeason(values, form)
  const smooth = form.season === 'N' ? values : adjust(values, season, form.season)
  const first = smooth.slice(0, Math.min(Math.max(10, 2 * form.length), smooth.length))
  const fitted = line(first)
  const flat = form.trend === 'N'
  const alpha = SMALLEST + (0.2 * (LARGEST - SMALLEST)) / form.length
  return {
    alpha,
    beta: flat ? 0 : SMALLEST + 0.1 * (alpha - SMALLEST),
    gamma: form.season === 'N' ? 0 : SMALLEST + 0.05 * (1 - alpha - SMALLEST),
    phi: form.damped ? 0.978 : 1,
    level: flat ? mean(first) : fitted.intercept - fitted.slope,
    slope: flat ? 0 : fitted.slope,
    season,
  }
}

/** Free parameters in one row, and back. States are free unless `fixedStates`. The last seasonal state follows from the others. */
const codec = (form: EtsForm, start: EtsParameters, fixedStates: boolean) => {
  const trend = form.trend === 'A'
  const seasonal = form.season !== 'N'
  const pack = (p: EtsParameters): Float64Array =>
    Float64Array.from([
      p.alpha,
      ...(trend ? [p.beta] : []),
      ...(seasonal ? [p.gamma] : []),
      ...(form.damped ? [p.phi] : []),
      ...(fixedStates ? [] : [p.level, ...(trend ? [p.slope] : []), ...p.season.subarray(0, -1)]),
    ])
  const unpack = (at: Float64Array): EtsParameters => {
    let i = 0
    const alpha = at[i++]!
    const beta = trend ? at[i++]! : 0
    const gamma = seasonal ? at[i++]! : 0
    const phi = form.damped ? at[i++]! : 1
    if (fixedStates) return { ...start, alpha, beta, gamma, phi }
    const level = at[i++]!
    const slope = trend ? at[i++]! : 0
    const season = new Float64Array(start.season.length)
    if (seasonal) {
      let sum = 0
      for (let s = 0; s < season.length - 1; s++) sum += season[s] = at[i++]!
      season[season.length - 1] = (form.season === 'M' ? season.length : 0) - sum
    }
    return { alpha, beta, gamma, phi, level, slope, season }
  }
  return { pack, unpack }
}

const allowed = (form: EtsForm, p: EtsParameters): boolean =>
  p.alpha >= SMALLEST &&
  p.alpha <= LARGEST &&
  (form.trend === 'N' || (p.beta >= SMALLEST && p.beta <= p.alpha)) &&
  (form.season === 'N' || (p.gamma >= SMALLEST && p.gamma <= 1 - p.alpha)) &&
  (!form.damped || (p.phi >= DAMPING[0] && p.phi <= DAMPING[1])) &&
  (form.season !== 'M' || p.season.every((state) => state > 0))

const firstSteps = (form: EtsForm, values: Float64Array, size: number): Float64Array => {
  const centre = mean(values)
  const spread = Math.sqrt(mean(values.map((value) => (value - centre) ** 2))) || 1
  const weights = 1 + (form.trend === 'A' ? 1 : 0) + (form.season === 'N' ? 0 : 1)
  const steps = new Float64Array(size).fill(form.season === 'M' ? 0.1 : 0.2 * spread)
  steps.fill(0.15, 0, weights)
  if (form.damped) steps[weights] = -0.05
  const states = weights + (form.damped ? 1 : 0)
  if (states < size) steps[states] = 0.3 * spread
  if (form.trend === 'A' && states + 1 < size) steps[states + 1] = 0.02 * spread
  return steps
}

export interface EtsFitOptions {
  /** Parameters of an earlier fit of the same form to begin from. */
  readonly from?: EtsParameters
  readonly evaluations?: number
  /** Leave the starting states as they are estimated from the first values: for long seasons and quick updates. */
  readonly fixedStates?: boolean
}

/**
 * Maximum-likelihood fit of one form to values of any length ≥ 3 (two seasons, where seasonal), by Nelder–Mead
 * within R's bounds on the weights; starting states are optimised too, as in R's `ets`.
 */
export function fitEts(values: Float64Array, form: EtsForm, options: EtsFitOptions = {}): EtsFit {
  const start = options.from ?? startingPoint(values, form)
  const { pack, unpack } = codec(form, start, options.fixedStates ?? false)
  const target = (at: Float64Array): number => {
    const parameters = unpack(at)
    return allowed(form, parameters) ? runEts(values, form, parameters).likelihood : Infinity
  }
  let at = pack(start)
  const evaluations = options.evaluations ?? Math.min(3000, 250 * at.length)
  const first = minimise(target, at, { steps: firstSteps(form, values, at.length), evaluations })
  at = first.at
  const steps = firstSteps(form, values, at.length).map((step) => step / 4)
  at = minimise(target, at, { steps, evaluations: evaluations / 2 }).at
  const parameters = unpack(at)
  const end = runEts(values, form, parameters)
  const count = parameterCount(form)
  const room = values.length - count - 1
  const penalty = room > 0 ? (2 * count * (count + 1)) / room : Infinity
  return { form, parameters, end, aicc: end.likelihood + 2 * count + penalty }
}

/** The forms that R's `ets` tries: no additive error with factors, multiplicative ones only for positive values. */
export function candidateForms(positive: boolean, season: number): EtsForm[] {
  const forms: EtsForm[] = []
  for (const error of positive ? (['A', 'M'] as const) : (['A'] as const))
    for (const [trend, damped] of [
      ['N', false],
      ['A', false],
      ['A', true],
    ] as const)
      for (const kind of season > 1 ? (['N', 'A', 'M'] as const) : (['N'] as const))
        if (kind !== 'M' || error === 'M')
          forms.push({ error, trend, damped, season: kind, length: kind === 'N' ? 1 : season })
  return forms
}

/** The form with the least AICc, fitted. Forms with more parameters than the values carry are left out. */
export function chooseEts(
  values: Float64Array,
  forms: readonly EtsForm[],
  options: EtsFitOptions = {},
): EtsFit {
  const fits = forms
    .filter((form) => form.season === 'N' || values.length >= 2 * form.length + 1)
    .map((form) => fitEts(values, form, options))
    .filter((fit) => Number.isFinite(fit.aicc))
  const best = fits.sort((a, b) => a.aicc - b.aicc)[0]
  return best ?? fitEts(values, { error: 'A', trend: 'N', damped: false, season: 'N', length: 1 }, options)
}

export const describeEts = (fit: EtsFit): Record<string, number | string> => ({
  form: formName(fit.form),
  alpha: fit.parameters.alpha,
  beta: fit.parameters.beta,
  gamma: fit.parameters.gamma,
  phi: fit.parameters.phi,
  aicc: fit.aicc,
})
