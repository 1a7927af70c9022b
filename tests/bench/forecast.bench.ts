import { forecastDemand } from '../forecast-demand.ts'
import type { Scores } from '../../src/analytics/forecast/metrics.ts'
import { MODELS } from '../../src/analytics/forecast/models.ts'
import type { Model, ModelName } from '../../src/analytics/forecast/model.ts'
import { seeded } from '../../src/analytics/forecast/statistics.ts'
import type { Bench, Figure } from './bench.ts'
import { demoDailySales } from './demo-daily.ts'
import { ALL, cover, coverage, errorOf, forecast, startModels, work } from './forecast-run.ts'
import { carparts, m4, nn5, peyton, walmart, type Task } from './shared-series.ts'
import { shopTasks } from './shop-tasks.ts'
import { uciDailySales } from './uci-daily.ts'

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
  const rows: (Scores & { base: Scores })[] = []
  const begin = performance.now()
  for (const task of tasks) {
    const made = await forecast(task, 'auto')
    const [own, base] = [errorOf(task, made.point), errorOf(task, await naive2(task))]
    cover(name, task, made)
    rows.push({ ...own, base })
  }
  const seconds = (performance.now() - begin) / 1000 / tasks.length
  const mean = (of: (row: (typeof rows)[number]) => number): number => average(rows.map(of))
  const smape = mean((row) => row.smape)
  const mase = mean((row) => row.mase ?? 0)
  const owa = (smape / mean(({ base }) => base.smape) + mase / mean(({ base }) => base.mase ?? 0)) / 2
  const note = `${tasks.length} series, MASE ${mase.toFixed(3)}, ${seconds.toFixed(1)} s each`
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
      if (model === 'auto') cover(name, task, made)
      if (model === 'auto') r2 += (explained ?? 0) / tasks.length
    }
  const of = (model: string): number => average(errors.get(model) ?? [])
  const best = Math.min(...rivals.map(of))
  const note = `${tasks.length} series; ${rivals.map((rival) => `${rival} ${of(rival).toFixed(3)}`).join(', ')}`
  return [
    { what: `${name}: MASE of auto`, value: of('auto'), unit: '', budget: best, note },
    { what: `${name}: R² of auto`, value: r2, unit: '' },
  ]
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
      if (model === 'auto') cover('Car parts, 6 months', task, made)
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
      seen: seen.slice(end, end + 365),
    }
    const made = await forecast(task, 'auto')
    cover('Peyton Manning', task, made)
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

async function shops(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [name, sales, country] of [
    ['UCI', uciDailySales(), 'GB'],
    ['demo', demoDailySales(), 'ES'],
  ] as const) {
    if (!sales) continue
    const { daily, weekly } = shopTasks(sales.start, sales.values, country)
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
  const request = { products, horizon: 30, levels: [80, 95], seed: 42, method: 'auto' } as const
  const made = await forecastDemand(request, MODELS, { ...work, next: async () => false })
  if (!made.ok) throw new Error(made.failure.detail)
  const { gain, method } = made.value.reconciliation
  const levels = gain
    .map(({ level, before, after }) => `${level}: MAE ${before.toFixed(3)} → ${after.toFixed(3)}`)
    .join(', ')
  const note = `${method}; ${levels}`
  const seconds = (performance.now() - begin) / 1000
  return [{ what: 'demand of 500 products, 730 days', value: seconds, unit: 's', budget: 60, note }]
}

export const bench: Bench = {
  name: 'Forecast (Node, TF.js wasm)',
  async run() {
    await startModels()
    const parts: Record<string, () => Promise<Figure[]>> = {
      speed,
      demand: manyProducts,
      shops,
      weekly: () => many('M4 weekly, 13 weeks', m4('Weekly', 3), { owa: 0.85 }),
      hourly: () => many('M4 hourly, 48 hours', m4('Hourly', 6), { owa: 0.6 }),
      nn5: () => many('NN5, 56 days', nn5(3), { smape: 20.9 }),
      peyton: peytonManning,
      walmart: async () => [
        ...(await beside('Walmart, 13 weeks', walmart(3, 13), ALL)),
        ...(await beside('Walmart, 26 weeks', walmart(3, 26), ALL)),
      ],
      carparts: intermittent,
    }
    const only = process.env['VENTAS_BENCH_PARTS']?.split(',') ?? Object.keys(parts)
    const figures: Figure[] = []
    for (const part of only) figures.push(...(await (parts[part]?.() ?? [])))
    return [...figures, ...coverage()]
  },
}
