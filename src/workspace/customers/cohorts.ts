import {
  type Cohort,
  type CohortCell,
  cohortOf,
  type CohortValue,
} from '../../analytics/customers/cohorts.ts'
import { type CohortStep, lastComplete, stepOf, stepStart } from '../../model/steps.ts'
import { currencyExponent } from '../../model/currency.ts'
import { type Outcome, success } from '../../model/outcome.ts'
import { type CohortCellRow, cohortCells, type CohortGroup } from '../../query/sql/cohort-cells.ts'
import { productTitles } from '../../query/sql/product-titles.ts'
import { ask } from '../dashboard/range.ts'
import {
  type AsOfInput,
  customerBase,
  type CustomerBase,
  type CustomerContext,
  type CustomerHead,
  customerHead,
} from './base.ts'
import { knownCustomers } from './known-customers.ts'
import { ratio } from './segment-totals.ts'

export interface CohortInput extends AsOfInput {
  readonly by: CohortStep
  readonly group: CohortGroup
  readonly value: CohortValue
  readonly entry: 'first' | 'every'
  readonly per: 'cohort' | 'customer'
  readonly steps?: number | undefined
  readonly limit: number
}

interface CohortAnswer {
  readonly cohort: string
  readonly label: string | null
  readonly size: number
  readonly cells: (number | null)[]
  readonly bases: number[]
  readonly intervals: ([number, number] | null)[] | null
  readonly running: { step: number; value: number | null } | null
}

export interface CohortsAnswer extends CustomerHead {
  readonly by: CohortStep
  readonly group: CohortGroup
  readonly value: CohortValue
  readonly entry: 'first' | 'every'
  readonly per: 'cohort' | 'customer'
  readonly steps: number
  readonly cohorts: CohortAnswer[]
  readonly overall: (number | null)[]
  readonly margin_coverage: number | null
}

const RULE =
  'A customer belongs to the cohort of the first order in the whole history (or, with entry=every, to each step with an order). Cell k: what the cohort did in the k-th calendar step after its own first, returns on their own day; null until that step is over for them. Groups take the first order’s country, channel, coupon, or its product of most net sales; a group’s cell sums those customers who had their time, whose number stands in bases. Intervals: Wilson, 90 %'

const STEPS: Readonly<Record<CohortStep, number>> = { day: 15, week: 27, month: 25, quarter: 13 }

const MONEY: readonly CohortValue[] = ['net_sales', 'margin', 'cumulative_net_sales', 'cumulative_margin']

/** Where the steps stand at the end of the day. */
const clock = ({ asOf }: CustomerBase, by: CohortStep) => ({
  lastComplete: lastComplete(asOf, by),
  current: stepOf(asOf, by),
})

interface Told {
  readonly key: string
  readonly cohort: Cohort
}

/** Cells by start, also of steps in which nobody began; or by key, the largest first. */
function told(rows: readonly CohortCellRow[], input: CohortInput, steps: number, base: CustomerBase): Told[] {
  const request = { value: input.value, per: input.per, steps, ...clock(base, input.by) }
  if (input.group !== 'first_order') {
    const keys = [...new Set(rows.map(({ key }) => key))]
    return keys
      .map((key) => ({
        key,
        cohort: cohortOf(
          rows.filter((row) => row.key === key),
          request,
        ),
      }))
      .toSorted((a, b) => b.cohort.size - a.cohort.size)
  }
  const first = rows.reduce((least, { start }) => Math.min(least, start), Infinity)
  const last = stepOf(base.asOf, input.by)
  const from = Math.max(first, last - input.limit + 1)
  return Array.from({ length: rows.length > 0 ? last - from + 1 : 0 }, (_, at) => {
    const start = from + at
    const own: CohortCell[] = rows.filter((row) => row.start === start)
    const nobody = { key: '', start, age: 0, customers: 0, orders: 0, net: 0, margin: 0 }
    return { key: stepStart(start, input.by), cohort: cohortOf(own.length > 0 ? own : [nobody], request) }
  })
}

async function labels(context: CustomerContext, { group }: CohortInput, keys: readonly string[]) {
  if (group !== 'first_product' || keys.length === 0) return new Map<string, string | null>()
  const rows = await ask(context, productTitles(keys))
  return new Map(rows.map(({ product_id, title }) => [product_id, title]))
}

const coverageOf = (rows: readonly CohortCellRow[]): number | null => {
  const sum = (read: (row: CohortCellRow) => number | null) =>
    rows.reduce((total, row) => total + (read(row) ?? 0), 0)
  return ratio(
    sum((row) => row.cost_net),
    sum((row) => row.net),
  )
}

function presented(
  { key, cohort }: Told,
  label: string | null,
  input: CohortInput,
  currency: string,
): CohortAnswer {
  const exponent = currencyExponent(currency)
  const major = (value: number | null): number | null =>
    value === null || !MONEY.includes(input.value)
      ? value
      : Number((value / 10 ** exponent).toFixed(exponent))
  return {
    cohort: key,
    label,
    size: cohort.size,
    cells: cohort.cells.map(major),
    bases: [...cohort.bases],
    intervals: cohort.intervals && [...cohort.intervals],
    running: cohort.running && { ...cohort.running, value: major(cohort.running.value) },
  }
}

/** Cohorts as of a day by step of the first order, or by what the first order was. */
export async function cohortsAnswer(
  context: CustomerContext,
  input: CohortInput,
): Promise<Outcome<CohortsAnswer>> {
  const found = await customerBase(context, input)
  if (!found.ok) return found
  const base = found.value
  const steps = input.steps ?? STEPS[input.by]
  const { by, group, value, entry, per } = input
  const head = { by, group, value, entry, per, steps }
  if (!base)
    return success({
      ...customerHead(context, null, 0, RULE),
      ...head,
      cohorts: [],
      overall: [],
      margin_coverage: null,
    })
  const margin = value.endsWith('margin')
  const request = {
    currency: base.currency,
    to: base.asOf,
    step: by,
    group,
    entry,
    keys: input.limit,
    margin,
  }
  const rows = await ask(context, cohortCells(request))
  const made = told(rows, input, steps, base)
  const titles = await labels(
    context,
    input,
    made.map(({ key }) => key),
  )
  const coverage = margin ? coverageOf(rows) : null
  const notes = margin && !coverage ? [{ code: 'NO_COSTS', params: {} }] : []
  const all = cohortOf(rows, {
    value,
    per: MONEY.includes(value) || value === 'orders' ? 'customer' : per,
    ...clock(base, by),
    steps,
  })
  return success({
    ...customerHead(context, base, knownCustomers(base.days, base.asOfNumber), RULE, notes),
    ...head,
    cohorts: made.map((one) => presented(one, titles.get(one.key) ?? null, input, base.currency)),
    overall: presented({ key: '', cohort: all }, null, input, base.currency).cells,
    margin_coverage: coverage,
  })
}
