import { wilson } from './wilson.ts'

/** Sums of the customers of one start at one age, as the query gives them. */
export interface CohortCell {
  readonly key: string
  readonly start: number
  readonly age: number
  readonly customers: number
  readonly orders: number
  readonly net: number
  readonly margin: number | null
}

export const COHORT_VALUES = [
  'customers',
  'retention',
  'orders',
  'net_sales',
  'margin',
  'cumulative_net_sales',
  'cumulative_margin',
] as const
export type CohortValue = (typeof COHORT_VALUES)[number]

export interface CohortRequest {
  readonly value: CohortValue
  /** Money and orders as the cohort's sum or as the mean per customer. */
  readonly per: 'cohort' | 'customer'
  /** Number of the last step that is over; later ones are not told. */
  readonly lastComplete: number
  /** Number of the step of the last day; the one in progress when it is not over. */
  readonly current: number
  /** Cells at most. */
  readonly steps: number
}

export interface Cohort {
  readonly size: number
  readonly cells: readonly (number | null)[]
  readonly bases: readonly number[]
  readonly intervals: readonly ([number, number] | null)[] | null
  readonly running: { readonly step: number; readonly value: number | null } | null
}

const READS: Readonly<Record<CohortValue, (cell: CohortCell) => number>> = {
  customers: (cell) => cell.customers,
  retention: (cell) => cell.customers,
  orders: (cell) => cell.orders,
  net_sales: (cell) => cell.net,
  margin: (cell) => cell.margin ?? 0,
  cumulative_net_sales: (cell) => cell.net,
  cumulative_margin: (cell) => cell.margin ?? 0,
}

/** One start: its size, and the value at each age (0 where nothing was done). */
interface Start {
  readonly start: number
  readonly size: number
  readonly values: readonly number[]
}

function startsOf(cells: readonly CohortCell[], { value, steps }: CohortRequest): Start[] {
  const cumulative = value.startsWith('cumulative')
  const found = new Map<number, { size: number; values: number[] }>()
  for (const cell of cells) {
    const one = found.get(cell.start) ?? { size: 0, values: Array.from({ length: steps }, () => 0) }
    found.set(cell.start, one)
    if (cell.age === 0) one.size += cell.customers
    if (cell.age < steps) one.values[cell.age]! += READS[value](cell)
  }
  return [...found].map(([start, { size, values }]) => {
    let sum = 0
    return { start, size, values: cumulative ? values.map((one) => (sum += one)) : values }
  })
}

/**
 * A cohort of one or several starts. Cell k sums the starts whose step k is over; none such: null. Its base is the
 * number of customers of those starts, the divisor of retention and of means per customer.
 */
export function cohortOf(cells: readonly CohortCell[], request: CohortRequest): Cohort {
  const { value, per, lastComplete, current, steps } = request
  const starts = startsOf(cells, request)
  const shares = value === 'retention'
  const divided = shares || (per === 'customer' && value !== 'customers')
  const at = (age: number, over: (start: number) => boolean) => {
    const open = starts.filter(({ start }) => over(start + age))
    const sum = open.reduce((total, { values }) => total + values[age]!, 0)
    return { sum, base: open.reduce((total, { size }) => total + size, 0), any: open.length > 0 }
  }
  const finished = Array.from({ length: steps }, (_, age) => at(age, (step) => step <= lastComplete))
  const last = finished.findLastIndex(({ any }) => any)
  const told = finished.slice(0, last + 1)
  const said = ({ sum, base }: { sum: number; base: number }): number | null =>
    divided ? (base > 0 ? sum / base : null) : sum
  const running = last + 1 < steps ? at(last + 1, (step) => step === current) : null
  return {
    size: starts.reduce((total, { size }) => total + size, 0),
    cells: told.map(said),
    bases: told.map(({ base }) => base),
    intervals: shares ? told.map(({ sum, base }) => wilson(sum, base)) : null,
    running: running?.any ? { step: last + 1, value: said(running) } : null,
  }
}
