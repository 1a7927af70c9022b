import { spreadOfFew } from '../../src/analytics/forecast/conformal.ts'
import type { Frequency } from '../../src/analytics/forecast/history.ts'
import { addDays, dayNumber } from '../../src/model/day.ts'
import { forecast } from './forecast-run.ts'
import { m4, nn5, walmart, type Task } from './shared-series.ts'
import { cellsOf, sharedLines } from './uci-daily.ts'

/**
 * Fits how much wider intervals must be because origins are few (`FEW` in src/analytics/forecast/conformal.ts), on
 * training parts alone: the judged end of every series is cut away first, and the last window of what is left is
 * forecast from before. For each step the addition is counted with which the interval would just hold it; the level's
 * quantile of these, all sets counting alike, is the constant (0 at least). Prints one line per frequency and level.
 * Run: `npm run fit:intervals`, or `npm run fit:intervals -- 3` for every third series of these.
 */
const EVERY = Number(process.argv[2] ?? 1)
const LEVELS = [80, 95] as const

const shorter = (task: Task, steps: number): Task => ({
  ...task,
  train: task.train.slice(0, -steps),
  test: task.train.slice(-steps),
})

const days = (american: string): string => {
  const [month, day, year] = american.split('/')
  return `${year!.length === 2 ? '20' : ''}${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
}

/** Weekly sales of a shop that no benchmark judges, by category, region and segment; 13 weeks after 2 to 3 years. */
function superstore(): Task[] {
  const [header, ...lines] = (sharedLines('superstore/superstore_9994.csv.gz') ?? []).map(cellsOf)
  if (!header) return []
  const at = (name: string): number => header.findIndex((cell) => cell.endsWith(name))
  const first = lines.map((cells) => days(cells[at('Order Date')]!)).reduce((a, b) => (a < b ? a : b))
  const series = new Map<string, number[]>()
  for (const cells of lines) {
    const week = Math.floor((dayNumber(days(cells[at('Order Date')]!)) - dayNumber(first)) / 7)
    for (const name of ['Category', 'Region', 'Segment']) {
      const key = `${name} ${cells[at(name)]}`
      const weeks = series.get(key) ?? new Array<number>(209).fill(0)
      if (week < weeks.length) weeks[week]! += Number(cells[at('Sales')]) || 0
      series.set(key, weeks)
    }
  }
  return [...series].flatMap(([id, weeks]) =>
    [104, 156].map((length): Task => ({
      id: `${id} ${addDays(first, 7 * length)}`,
      train: weeks.slice(0, length),
      test: weeks.slice(length, length + 13),
      frequency: 'W',
      lag: 1,
    })),
  )
}

const SETS: readonly (readonly [Frequency, () => Task[]])[] = [
  ['H', () => m4('Hourly', 12).map((task) => shorter(task, 48))],
  ['W', () => m4('Weekly', 12).map((task) => shorter(task, 13))],
  ['W', () => walmart(2, 26).map((task) => shorter(task, 26))],
  ['W', superstore],
  ['D', () => nn5(6).map((task) => shorter(task, 56))],
]

/** An addition that a step needs, and how much it counts. */
interface Needed {
  readonly addition: number
  readonly weight: number
}

/** The additions that the steps of a task need, by level. */
async function neededBy(task: Task): Promise<number[][]> {
  const { point, intervals, backtest } = await forecast(task, 'auto')
  if (!backtest) return LEVELS.map(() => [])
  const origins = backtest.validation + backtest.test
  return LEVELS.map((level) => {
    const factor = spreadOfFew(origins, level / 100, task.frequency)
    return task.test.flatMap((value, i) => {
      const half = (intervals[String(level)]!.upper[i]! - point[i]!) / factor
      return half > 0 ? [(Math.abs(value - point[i]!) / half - 1) * origins] : []
    })
  })
}

function quantile(needed: readonly Needed[], level: number): number {
  const sorted = needed.toSorted((a, b) => a.addition - b.addition)
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0)
  let before = 0
  return sorted.find(({ weight }) => (before += weight) >= (level / 100) * total)?.addition ?? 0
}

for (const frequency of ['H', 'W', 'D'] as const) {
  const needed = LEVELS.map((): Needed[] => [])
  for (const [, tasks] of SETS.filter(([of]) => of === frequency)) {
    const additions = LEVELS.map((): number[] => [])
    for (const task of tasks().filter((_, i) => i % EVERY === 0))
      (await neededBy(task)).forEach((some, i) => additions[i]!.push(...some))
    additions.forEach((all, i) =>
      needed[i]!.push(...all.map((addition) => ({ addition, weight: 1 / all.length }))),
    )
  }
  LEVELS.forEach((level, i) =>
    console.log(`${frequency} ${level} %: ${Math.max(0, quantile(needed[i]!, level)).toFixed(2)}`),
  )
}
