import '@tensorflow/tfjs-backend-wasm'
import { readFileSync } from 'node:fs'
import * as tf from '@tensorflow/tfjs'
import type { Holiday } from '../../src/analytics/forecast/calendar.ts'
import { forecastSeries, type SeriesForecast } from '../../src/analytics/forecast/forecast-series.ts'
import { naiveScale, score } from '../../src/analytics/forecast/metrics.ts'
import { MODELS } from '../../src/analytics/forecast/models.ts'
import type { Model, ModelName } from '../../src/analytics/forecast/model.ts'
import { mstl, startMstl } from '../../workers/augurs/mstl.ts'
import { prophet, startProphet } from '../../workers/augurs/prophet.ts'
import { publicHolidays } from '../../workers/calendar/public-holidays.ts'
import { neural } from '../../workers/neural/neural.ts'
import type { Figure } from './bench.ts'
import type { Task } from './shared-series.ts'

/** All models of the app; the network is left out where hundreds of series are run. */
const QUICK: readonly Model[] = MODELS
export const ALL: readonly Model[] = [...MODELS, mstl, prophet, neural]
export const work = { pause: async () => false, now: () => performance.now() }

/** Public holidays over history and horizon, as the app takes them for the shop's country. */
async function holidaysOf({ country, start, train, test, frequency }: Task): Promise<Holiday[] | undefined> {
  if (!country || !start) return undefined
  const year = Number(start.slice(0, 4))
  const years = Math.ceil((train.length + test.length) / (frequency === 'D' ? 365 : 52)) + 1
  return publicHolidays(country, year, year + years)
}

/** Forecast of a task; throws when there is none. */
export async function forecast(
  task: Task,
  model: ModelName | 'auto',
  models = QUICK,
): Promise<SeriesForecast> {
  const made = await forecastSeries(
    {
      values: task.train,
      start: task.start,
      frequency: task.frequency,
      horizon: task.test.length,
      levels: [80, 95],
      model,
      seed: 42,
      holidays: await holidaysOf(task),
    },
    models,
    work,
  )
  if (!made.ok) throw new Error(made.failure.detail)
  return made.value
}

/** Of the values that came true. */
const seenIn = (task: Task, values: ArrayLike<number>): number[] =>
  Array.from(values).filter((_, i) => task.seen?.[i] ?? true)

/** Errors on the values that came true. */
export const errorOf = (task: Task, point: ArrayLike<number>) =>
  score([
    {
      guess: seenIn(task, point),
      truth: seenIn(task, task.test),
      scale: naiveScale(task.train, task.train.length, task.lag),
    },
  ])

interface Covered {
  steps: number
  in80: number
  in95: number
  /** Steps of counts inside 80 % by the randomised rule. */
  smooth80: number
  counts: number
}

/** Small whole numbers: an interval holds one of them or not, and cannot hold just its level. */
const isCounts = ({ train }: Task): boolean =>
  train.every((value) => Number.isInteger(value)) && new Set(train).size <= 20

/**
 * How far a count is inside by the randomised rule of discrete data (smoothed conformal prediction: Vovk, Gammerman and
 * Shafer, 2005): the outermost number of an interval counts as far as the past of the series needs it to fill the level.
 */
function smoothly(value: number, [lower, upper]: readonly [number, number], past: readonly number[]): number {
  const outermost = Math.floor(upper)
  const inside = (one: number): boolean => one >= lower && one < outermost
  const share = (holds: (one: number) => boolean): number => past.filter(holds).length / past.length
  const at = share((one) => one === outermost)
  if (inside(value)) return 1
  if (value !== outermost || value < lower) return 0
  return at > 0 ? Math.min(1, Math.max(0, (0.8 - share(inside)) / at)) : 1
}

/** Steps seen and steps inside the intervals, by set, over everything that the bench forecasts by `auto`. */
const covered = new Map<string, Covered>()

/** Counts the steps of a forecast that came true inside its intervals. */
export function cover(set: string, task: Task, { intervals }: SeriesForecast): void {
  const inside = (level: string): number => {
    const { lower, upper } = intervals[level]!
    return seenIn(
      task,
      task.test.map((value, i) => Number(value >= lower[i]! && value <= upper[i]!)),
    ).reduce((sum, one) => sum + one, 0)
  }
  const before = covered.get(set) ?? { steps: 0, in80: 0, in95: 0, smooth80: 0, counts: 0 }
  const { lower, upper } = intervals['80']!
  const smooth = isCounts(task)
    ? task.test.map((value, i) => smoothly(value, [lower[i]!, upper[i]!], task.train))
    : []
  covered.set(set, {
    smooth80: smooth.reduce((sum, one) => sum + one, before.smooth80),
    counts: before.counts + smooth.length,
    steps: before.steps + seenIn(task, task.test).length,
    in80: before.in80 + inside('80'),
    in95: before.in95 + inside('95'),
  })
}

/** Share of the steps inside by set; and how far it may be from its name over all of them, in percent of the steps. */
export function coverage(): Figure[] {
  const percent = (inside: number, steps: number): string => `${((100 * inside) / steps).toFixed(1)} %`
  const sets = [...covered].map(([set, { steps, in80, in95, smooth80, counts }]) => ({
    what: `inside the 80 % intervals: ${set}`,
    value: (100 * in80) / steps,
    unit: '%',
    note:
      `95 %: ${percent(in95, steps)} of ${steps} steps` +
      (counts > 0 ? `; ${counts} of counts, by the randomised rule: ${percent(smooth80, counts)}` : ''),
  }))
  if (sets.length === 0) return []
  const pooled = [...covered.values()].reduce((a, b) => ({
    ...a,
    steps: a.steps + b.steps,
    in80: a.in80 + b.in80,
    in95: a.in95 + b.in95,
  }))
  const levels = [['80 %', pooled.in80, 80, 3] as const, ['95 %', pooled.in95, 95, 2] as const]
  return [
    ...sets,
    ...levels.map(([name, inside, level, most]) => ({
      what: `intervals, all sets: ${name} is off by`,
      value: Math.abs((100 * inside) / pooled.steps - level),
      unit: 'points',
      budget: most,
      note: `${percent(inside, pooled.steps)} of ${pooled.steps} steps inside`,
    })),
  ]
}

const bytes = (name: string): Uint8Array => readFileSync(`node_modules/@bsull/augurs/${name}_bg.wasm`)

/** Loads what the models of wasm and the network need. */
export async function startModels(): Promise<void> {
  await tf.setBackend('wasm')
  await tf.ready()
  await Promise.all([startProphet(bytes('prophet')), startMstl(bytes('mstl'))])
}
