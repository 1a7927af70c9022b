import '@tensorflow/tfjs-backend-wasm'
import * as tf from '@tensorflow/tfjs'
import { forecastSeries, type SeriesForecast } from '../../src/analytics/forecast/forecast-series.ts'
import type { Frequency } from '../../src/analytics/forecast/history.ts'
import { naiveScale, score } from '../../src/analytics/forecast/metrics.ts'
import { MODELS } from '../../src/analytics/forecast/models.ts'
import { MODEL_NAMES, type ModelName } from '../../src/analytics/forecast/model.ts'
import { seeded } from '../../src/analytics/forecast/statistics.ts'
import { neural } from '../../workers/neural/neural.ts'
import type { Bench, Figure } from './bench.ts'
import { cellsOf, sharedLines, uciDailySales } from './uci-daily.ts'

/**
 * Samples that were not looked at while the models and the interval factor were set (those were NN5 0, 1, 2 of 4,
 * M4 weekly 0 of 3, M4 hourly 0 of 6 and 3 of 16). The shared folders hold half of the published series.
 */
const SAMPLES = { nn5: [4, 3], Weekly: [6, 1], Hourly: [12, 5] } as const
const sampled = (name: keyof typeof SAMPLES) => {
  const [every, first] = SAMPLES[name]
  return (_: unknown, i: number): boolean => i % every === first
}
const ALL = [...MODELS, neural]
const work = { pause: async () => false, now: () => performance.now() }

interface Task {
  readonly train: readonly number[]
  readonly test: readonly number[]
  readonly frequency: Frequency
  /** Season of the published MASE. */
  readonly lag: number
}

const forecast = async (task: Task, model: ModelName | 'auto'): Promise<SeriesForecast> => {
  const made = await forecastSeries(
    {
      values: task.train,
      frequency: task.frequency,
      horizon: task.test.length,
      levels: [80, 95],
      model,
      seed: 42,
    },
    ALL,
    work,
  )
  if (!made.ok) throw new Error(made.failure.detail)
  return made.value
}

const errorOf = (task: Task, point: ArrayLike<number>) =>
  score([{ guess: point, truth: task.test, scale: naiveScale(task.train, task.train.length, task.lag) }])

const inside = (task: Task, { intervals }: SeriesForecast, level: string): number =>
  task.test.filter((value, i) => value >= intervals[level]!.lower[i]! && value <= intervals[level]!.upper[i]!)
    .length / task.test.length

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

interface Row {
  readonly mase: number
  readonly smape: number
  readonly naive: number
  readonly in80: number
  readonly in95: number
}

async function rowOf(task: Task): Promise<Row> {
  const made = await forecast(task, 'auto')
  const { mase, smape } = errorOf(task, made.point)
  const last = task.test.map((_, i) => task.train[task.train.length - task.lag + (i % task.lag)] ?? 0)
  return {
    mase: mase ?? NaN,
    smape,
    naive: errorOf(task, last).mase ?? NaN,
    in80: inside(task, made, '80'),
    in95: inside(task, made, '95'),
  }
}

/** `auto` over many series, against the last season repeated. */
async function many(name: string, tasks: readonly Task[]): Promise<Figure[]> {
  if (tasks.length === 0) return []
  const rows: Row[] = []
  for (const task of tasks) rows.push(await rowOf(task))
  const mean = (key: keyof Row): number => average(rows.map((row) => row[key]))
  return [
    {
      what: `${name}: MASE of auto`,
      value: mean('mase'),
      unit: '',
      note: `${tasks.length} series; seasonal naive ${mean('naive').toFixed(3)}`,
    },
    { what: `${name}: sMAPE of auto`, value: mean('smape'), unit: '%' },
    { what: `${name}: inside the 80 % interval`, value: 100 * mean('in80'), unit: '%' },
    { what: `${name}: inside the 95 % interval`, value: 100 * mean('in95'), unit: '%' },
  ]
}

/** The UCI shop, each model and the choice, on its last 60 days, which nothing was chosen on. */
async function uci(): Promise<Figure[]> {
  const daily = uciDailySales()
  if (!daily) return []
  const task: Task = {
    train: daily.values.slice(0, -60),
    test: daily.values.slice(-60),
    frequency: 'D',
    lag: 7,
  }
  const figures: Figure[] = []
  for (const model of ['auto', ...MODEL_NAMES] as const) {
    const made = await forecast(task, model)
    const { mase, smape, r2 } = errorOf(task, made.point)
    const covered = ['80', '95']
      .map((level) => `${level} %: ${inside(task, made, level).toFixed(2)}`)
      .join(', ')
    const taken = model === 'auto' ? `took ${made.model}, ${made.reason.code}; ` : ''
    const note = `${taken}sMAPE ${smape.toFixed(1)}, R² ${r2?.toFixed(2)}, inside ${covered}`
    figures.push({ what: `UCI, last 60 days: MASE of ${model}`, value: mase ?? NaN, unit: '', note })
  }
  return figures
}

function m4(kind: 'Weekly' | 'Hourly', lag: number): Task[] {
  const read = (part: string): [string, number[]][] =>
    (sharedLines(`m4/${kind}-${part}.csv.gz`) ?? []).slice(1).map((line) => {
      const [id, ...cells] = cellsOf(line)
      return [id!, cells.filter((cell) => cell !== '' && cell !== 'NA').map(Number)]
    })
  const tests = new Map(read('test'))
  return read('train')
    .filter(sampled(kind))
    .map(([id, train]) => ({ train, test: tests.get(id)!, frequency: kind === 'Weekly' ? 'W' : 'H', lag }))
}

/** NN5 with gaps filled by the median of the same weekday in the two weeks before and after. */
function nn5(): Task[] {
  const lines = sharedLines('nn5/nn5.jsonl.gz') ?? []
  return lines.filter(sampled('nn5')).map((line) => {
    const { x } = JSON.parse(line) as { x: (number | null)[] }
    const values = x.map((value, i) => {
      const near = [-14, -7, 7, 14].map((shift) => x[i + shift]).filter((each) => typeof each === 'number')
      return value ?? near.sort((a, b) => a - b)[near.length >> 1] ?? 0
    })
    return { train: values.slice(0, -56), test: values.slice(-56), frequency: 'D', lag: 7 }
  })
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
    const task: Task = { train: values, test: values.slice(0, horizon), frequency: 'D', lag: 7 }
    const { leaderboard } = await forecast(task, 'auto')
    const note = leaderboard.map((row) => `${row.model} ${row.seconds.toFixed(1)}`).join(', ')
    const seconds = (performance.now() - begin) / 1000
    figures.push({ what: `730 days, ${horizon} ahead`, value: seconds, unit: 's', budget: 20, note })
  }
  return figures
}

export const bench: Bench = {
  name: 'Forecast (Node, TF.js wasm)',
  async run() {
    await tf.setBackend('wasm')
    await tf.ready()
    return [
      ...(await speed()),
      ...(await uci()),
      ...(await many('NN5, 56 days', nn5())),
      ...(await many('M4 weekly, 13 weeks', m4('Weekly', 1))),
      ...(await many('M4 hourly, 48 hours', m4('Hourly', 24))),
    ]
  },
}
