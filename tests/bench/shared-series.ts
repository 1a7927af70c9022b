import { cellsOf, sharedLines } from './uci-daily.ts'
import type { Frequency } from '../../src/analytics/forecast/history.ts'

/** A series with its published end, which nothing may be chosen on. */
export interface Task {
  readonly id: string
  readonly train: readonly number[]
  readonly test: readonly number[]
  readonly frequency: Frequency
  /** Season of the published MASE. */
  readonly lag: number
  readonly start?: string
  /** Which of the test values came true; those that are filled are not scored. All, without it. */
  readonly seen?: readonly boolean[]
  /** Whose public holidays take part. */
  readonly country?: string
}

/** Every `every`-th of the shared series, or all with VENTAS_BENCH_ALL=1. */
const sampled = (every: number) => {
  const step = process.env['VENTAS_BENCH_ALL'] ? 1 : every
  return (_: unknown, i: number): boolean => i % step === 0
}

/** The M4 competition's weekly (13 ahead) or hourly (48 ahead) series. */
export function m4(kind: 'Weekly' | 'Hourly', every: number): Task[] {
  const read = (part: string): [string, number[]][] =>
    (sharedLines(`m4/${kind}-${part}.csv.gz`) ?? []).slice(1).map((line) => {
      const [id, ...cells] = cellsOf(line)
      return [id!, cells.filter((cell) => cell !== '' && cell !== 'NA').map(Number)]
    })
  const tests = new Map(read('test'))
  const [frequency, lag] = kind === 'Weekly' ? (['W', 1] as const) : (['H', 24] as const)
  return read('train')
    .filter(sampled(every))
    .map(([id, train]) => ({ id, train, test: tests.get(id)!, frequency, lag }))
}

/**
 * Days without a value take the median of the same weekday in the four weeks before them (the latest value, where these
 * are gaps too): nothing that comes later is looked at. Gaps at the very start take the first value there is.
 */
function filledFromBefore(values: readonly (number | null)[]): number[] {
  const filled: number[] = []
  let last = values.find((value) => value !== null) ?? 0
  values.forEach((value, i) => {
    const before = [7, 14, 21, 28].map((days) => values[i - days]).filter((one) => typeof one === 'number')
    const usual = before.sort((a, b) => a - b)[before.length >> 1]
    last = value ?? usual ?? last
    filled.push(last)
  })
  return filled
}

/** NN5 cash machines, 56 days ahead; gaps are filled from before and not scored. */
export function nn5(every: number): Task[] {
  const lines = sharedLines('nn5/nn5.jsonl.gz') ?? []
  return lines.filter(sampled(every)).map((line) => {
    const { id, x } = JSON.parse(line) as { id: string; x: (number | null)[] }
    const values = filledFromBefore(x)
    const seen = x.slice(-56).map((value) => value !== null)
    return { id, train: values.slice(0, -56), test: values.slice(-56), seen, frequency: 'D', lag: 7 }
  })
}

/** Weekly sales of Walmart stores; the last `ahead` weeks are the test. */
export function walmart(every: number, ahead: number): Task[] {
  const stores = new Map<string, number[]>()
  for (const line of (sharedLines('walmart-weekly/Walmart.csv.gz') ?? []).slice(1)) {
    const [store, , sales] = cellsOf(line)
    stores.set(store!, [...(stores.get(store!) ?? []), Number(sales)])
  }
  return [...stores].filter(sampled(every)).map(([id, values]) => ({
    id,
    train: values.slice(0, -ahead),
    test: values.slice(-ahead),
    frequency: 'W',
    lag: 1,
    start: '2010-02-05',
  }))
}

/** Monthly sales of car parts, most months without any; the last 6 months are the test. Series with gaps are left out. */
export function carparts(every: number): Task[] {
  const [, ...rows] = (sharedLines('expsmooth-intermittent/carparts.csv.gz') ?? []).map(cellsOf)
  const columns = (rows[0] ?? []).slice(1).map((_, i) => rows.map((row) => row[i + 1] ?? ''))
  return columns
    .filter((column) => column.every((cell) => cell !== '' && cell !== 'NA'))
    .filter(sampled(every))
    .map((column, i) => ({ id: String(i), values: column.map(Number) }))
    .filter(({ values }) => values.slice(0, -6).filter((value) => value > 0).length >= 2)
    .map(({ id, values }) => ({
      id,
      train: values.slice(0, -6),
      test: values.slice(-6),
      frequency: 'M',
      lag: 1,
    }))
}

/** Wikipedia's page of Peyton Manning, log views by day; days that are missing are filled from before and not scored. */
export function peyton(): { values: number[]; seen: boolean[] } {
  const rows = (sharedLines('prophet-examples/example_wp_log_peyton_manning.csv.gz') ?? [])
    .slice(1)
    .map(cellsOf)
  const day = (text: string): number => Date.parse(`${text}T00:00Z`) / 86_400_000
  const first = rows.length ? day(rows[0]![0]!) : 0
  const given: (number | null)[] = []
  for (const [date, y] of rows) {
    while (given.length < day(date!) - first) given.push(null)
    given.push(Number(y))
  }
  return { values: filledFromBefore(given), seen: given.map((value) => value !== null) }
}
