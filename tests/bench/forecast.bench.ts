import '@tensorflow/tfjs-backend-wasm'
import { readFileSync } from 'node:fs'
import * as tf from '@tensorflow/tfjs'
import { forecastDemand } from '../../src/analytics/forecast/demand.ts'
import { forecastSeries, type SeriesForecast } from '../../src/analytics/forecast/forecast-series.ts'
import { naiveScale, score, type Scores } from '../../src/analytics/forecast/metrics.ts'
import { MODELS } from '../../src/analytics/forecast/models.ts'
import type { Model, ModelName } from '../../src/analytics/forecast/model.ts'
import { seeded } from '../../src/analytics/forecast/statistics.ts'
import { mstl, startMstl } from '../../workers/augurs/mstl.ts'
import { prophet, startProphet } from '../../workers/augurs/prophet.ts'
import { neural } from '../../workers/neural/neural.ts'
import type { Bench, Figure } from './bench.ts'
import { demoDailySales } from './demo-daily.ts'
import { carparts, m4, nn5, peyton, walmart, type Task } from './shared-series.ts'
import { uciDailySales } from './uci-daily.ts'

/** All models of the app; the network is left out where hundreds of series are run. */
const QUICK: readonly Model[] = MODELS
const ALL: readonly Model[] = [...MODELS, mstl, prophet, neural]
const work = { pause: async () => false, now: () => performance.now() }

async function forecast(task: Task, model: ModelName | 'auto', models = QUICK): Promise<SeriesForecast> {
  const made = await forecastSeries(
    {
      values: task.train,
      start: task.start,
      frequency: task.frequency,
      horizon: task.test.length,
      levels: [80, 95],
      model,
      seed: 42,
    },
    models,
    work,
  )
  if (!made.ok) throw new Error(made.failure.detail)
  return made.value
}

const errorOf = (task: Task, point: ArrayLike<number>) =>
  score([{ guess: point, truth: task.test, scale: naiveScale(task.train, task.train.length, task.lag) }])

/** Steps seen and steps inside the interval, pooled over everything that the bench forecasts by `auto`. */
const pooled = { steps: 0, in80: 0, in95: 0 }

function cover(task: Task, { intervals }: SeriesForecast): { in80: number; in95: number } {
  const inside = (level: string): number =>
    task.test.filter(
      (value, i) => value >= intervals[level]!.lower[i]! && value <= intervals[level]!.upper[i]!,
    ).length
  const [in80, in95] = [inside('80'), inside('95')]
  pooled.steps += task.test.length
  pooled.in80 += in80
  pooled.in95 += in95
  return { in80: in80 / task.test.length, in95: in95 / task.test.length }
}

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** The M4 rules' Naive2: the last value, seasonally adjusted (by R's classical factors) where hours of the day show. */
async function naive2(task: Task): Promise<ArrayLike<number>> {
  const last = task.train.at(-1)!
  if (task.frequency !== 'H') return task.test.map(() => last)
  const { seasonalEffects } = await import('../../src/analytics/forecast/decompose.ts')
  const effects = seasonalEffects(task.train, task.lag, 'M')
  const at = (step: number): number => effects[step % task.lag]!
  return task.test.map((_, i) => (last / at(task.train.length - 1)) * at(task.train.length + i))
}

/** `auto` over many series: MASE, sMAPE, coverage, and OWA against Naive2. */
async function many(
  name: string,
  tasks: readonly Task[],
  goal: { owa?: number; smape?: number },
): Promise<Figure[]> {
  if (tasks.length === 0) return []
  const rows: (Scores & { base: Scores; in80: number; in95: number })[] = []
  const begin = performance.now()
  for (const task of tasks) {
    const made = await forecast(task, 'auto')
    const [own, base] = [errorOf(task, made.point), errorOf(task, await naive2(task))]
    rows.push({ ...own, ...cover(task, made), base })
  }
  const seconds = (performance.now() - begin) / 1000 / tasks.length
  const mean = (of: (row: (typeof rows)[number]) => number): number => average(rows.map(of))
  const smape = mean((row) => row.smape)
  const mase = mean((row) => row.mase ?? 0)
  const owa = (smape / mean(({ base }) => base.smape) + mase / mean(({ base }) => base.mase ?? 0)) / 2
  const note = `${tasks.length} series, MASE ${mase.toFixed(3)}, ${seconds.toFixed(1)} s each; inside 80 %: ${(100 * mean((row) => row.in80)).toFixed(1)}, 95 %: ${(100 * mean((row) => row.in95)).toFixed(1)}`
  return [
    { what: `${name}: OWA of auto`, value: owa, unit: '', budget: goal.owa, note },
    { what: `${name}: sMAPE of auto`, value: smape, unit: '%', budget: goal.smape },
  ]
}

/** `auto` beside the rules that it has to beat, mean MASE over the tasks. */
async function beside(name: string, tasks: readonly Task[], models: readonly Model[]): Promise<Figure[]> {
  if (tasks.length === 0) return []
  const rivals: ModelName[] = ['seasonal_naive', 'weekday_median', 'prophet']
  const errors = new Map<string, number[]>()
  let r2 = 0
  for (const task of tasks)
    for (const model of ['auto', ...rivals] as const) {
      const made = await forecast(task, model, models)
      const { mase, r2: explained } = errorOf(task, made.point)
      errors.set(model, [...(errors.get(model) ?? []), mase ?? NaN])
      if (model === 'auto') cover(task, made)
      if (model === 'auto') r2 += (explained ?? 0) / tasks.length
    }
  const of = (model: string): number => average(errors.get(model) ?? [])
  const best = Math.min(...rivals.map(of))
  const note = `${tasks.length} series, R² ${r2.toFixed(2)}; ${rivals.map((rival) => `${rival} ${of(rival).toFixed(3)}`).join(', ')}`
  return [{ what: `${name}: MASE of auto`, value: of('auto'), unit: '', budget: best, note }]
}

const rmsse = (task: Task, point: ArrayLike<number>): number => {
  const { train, test } = task
  const scale = average(train.slice(1).map((value, i) => (value - train[i]!) ** 2))
  return Math.sqrt(average(test.map((value, i) => (value - point[i]!) ** 2)) / scale)
}

async function intermittent(): Promise<Figure[]> {
  const tasks = carparts(10)
  const errors: Record<string, number[]> = { auto: [], croston: [], sba: [], tsb: [], adida: [] }
  for (const task of tasks)
    for (const model of Object.keys(errors) as (ModelName | 'auto')[]) {
      const made = await forecast(task, model)
      errors[model]!.push(rmsse(task, made.point))
      if (model === 'auto') cover(task, made)
    }
  if (tasks.length === 0) return []
  const of = (name: string): number => average(errors[name]!)
  const note = Object.keys(errors)
    .map((name) => `${name} ${of(name).toFixed(4)}`)
    .join(', ')
  const best = Math.min(of('croston'), of('sba'))
  return [
    {
      what: 'Car parts, 6 months: RMSSE of auto',
      value: of('auto'),
      unit: '',
      budget: best,
      note: `${tasks.length} parts; ${note}`,
    },
  ]
}

/** Prophet's own cross-validation: 11 cutoffs, 365 days ahead. */
async function peytonManning(): Promise<Figure[]> {
  const { values, seen } = peyton()
  if (values.length === 0) return []
  const cutoffs = Array.from({ length: 11 }, (_, i) => values.length - 365 - 180 * i).filter(
    (end) => end > 730,
  )
  let [error, count] = [0, 0]
  for (const end of cutoffs) {
    const task: Task = {
      id: '',
      train: values.slice(0, end),
      test: values.slice(end, end + 365),
      frequency: 'D',
      lag: 7,
      start: '2007-12-10',
    }
    const made = await forecast(task, 'auto')
    task.test.forEach((value, i) => {
      if (!seen[end + i]) return
      error += Math.abs(value - made.point[i]!)
      count += 1
    })
  }
  return [
    {
      what: 'Peyton Manning, cross-validation: MAE of auto',
      value: error / count,
      unit: '',
      budget: 0.5375,
      note: `${cutoffs.length} cutoffs; Prophet 0.628 (fixtures)`,
    },
  ]
}

const byWeek = (values: readonly number[]): number[] =>
  Array.from({ length: Math.floor(values.length / 7) }, (_, week) => {
    const first = values.length - 7 * (Math.floor(values.length / 7) - week)
    return values.slice(first, first + 7).reduce((sum, value) => sum + value, 0)
  })

/** A shop's last 60 days, and its last 8 weeks. */
const shopTasks = (start: string, values: readonly number[]): { daily: Task; weekly: Task } => {
  const weeks = byWeek(values)
  return {
    daily: {
      id: 'daily',
      train: values.slice(0, -60),
      test: values.slice(-60),
      frequency: 'D',
      lag: 7,
      start,
    },
    weekly: { id: 'weekly', train: weeks.slice(0, -8), test: weeks.slice(-8), frequency: 'W', lag: 1 },
  }
}

async function shops(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [name, sales] of [
    ['UCI', uciDailySales()],
    ['demo', demoDailySales()],
  ] as const) {
    if (!sales) continue
    const { daily, weekly } = shopTasks(sales.start, sales.values)
    figures.push(...(await beside(`${name}, last 60 days`, [daily], ALL)))
    figures.push(...(await beside(`${name}, last 8 weeks`, [weekly], ALL)))
  }
  return figures
}

/** All models, backtest and ensemble on two years of days. */
async function speed(): Promise<Figure[]> {
  const random = seeded(1)
  const week = [3, 5, 6, 6, 8, 9, 4]
  const season = (day: number): number => (week[day % 7] ?? 0) * (50 + 10 * Math.sin(day / 58) + day / 30)
  const values = Array.from({ length: 730 }, (_, day) => season(day) * (0.8 + 0.4 * random()))
  const figures: Figure[] = []
  for (const horizon of [30, 90, 365]) {
    const begin = performance.now()
    const task: Task = { id: '', train: values, test: values.slice(0, horizon), frequency: 'D', lag: 7 }
    const { leaderboard } = await forecast(task, 'auto', ALL)
    const note = leaderboard.map((row) => `${row.model} ${row.seconds.toFixed(1)}`).join(', ')
    const seconds = (performance.now() - begin) / 1000
    figures.push({ what: `730 days, ${horizon} ahead`, value: seconds, unit: 's', budget: 20, note })
  }
  return figures
}

/** How far the pooled coverage may be from its name, in percent of the steps. */
const coverage = (): Figure[] =>
  [['80 %', pooled.in80, 80, 3] as const, ['95 %', pooled.in95, 95, 2] as const].map(
    ([name, inside, level, most]) => ({
      what: `intervals, pooled: ${name} is off by`,
      value: Math.abs((100 * inside) / pooled.steps - level),
      unit: 'points',
      budget: most,
      note: `${((100 * inside) / pooled.steps).toFixed(1)} % of ${pooled.steps} steps inside`,
    }),
  )

/** Demand of 500 products over two years, from rare to frequent. */
async function manyProducts(): Promise<Figure[]> {
  const random = seeded(3)
  const products = Array.from({ length: 500 }, (_, i) => ({
    product_id: String(i),
    category: String(i % 12),
    values: Array.from({ length: 730 }, (_, day) =>
      random() < 0.02 + 0.9 * (i / 500) ** 2 ? 1 + Math.floor((2 + (day % 7)) * random()) : 0,
    ),
  }))
  const begin = performance.now()
  const request = { products, horizon: 30, levels: [80, 95], seed: 42, method: 'mint' } as const
  const made = await forecastDemand(request, MODELS, { ...work, next: async () => false })
  if (!made.ok) throw new Error(made.failure.detail)
  const { gain } = made.value.reconciliation
  const note = gain
    .map(({ level, before, after }) => `${level}: MAE ${before.toFixed(3)} → ${after.toFixed(3)}`)
    .join(', ')
  const seconds = (performance.now() - begin) / 1000
  return [{ what: 'demand of 500 products, 730 days', value: seconds, unit: 's', budget: 60, note }]
}

const bytes = (name: string): Uint8Array => readFileSync(`node_modules/@bsull/augurs/${name}_bg.wasm`)

export const bench: Bench = {
  name: 'Forecast (Node, TF.js wasm)',
  async run() {
    await tf.setBackend('wasm')
    await tf.ready()
    await Promise.all([startProphet(bytes('prophet')), startMstl(bytes('mstl'))])
    return [
      ...(await speed()),
      ...(await manyProducts()),
      ...(await shops()),
      ...(await many('M4 weekly, 13 weeks', m4('Weekly', 3), { owa: 0.85 })),
      ...(await many('M4 hourly, 48 hours', m4('Hourly', 6), { owa: 0.6 })),
      ...(await many('NN5, 56 days', nn5(3), { smape: 20.9 })),
      ...(await peytonManning()),
      ...(await beside('Walmart, 13 weeks', walmart(3, 13), ALL)),
      ...(await beside('Walmart, 26 weeks', walmart(3, 26), ALL)),
      ...(await intermittent()),
      ...coverage(),
    ]
  },
}
