import { expect, it } from 'vitest'
import type { CustomerDays } from '../customer-days.ts'
import { type ChurnRequest, predictChurn } from './churn.ts'

const PACE = { pause: async () => false }
const AS_OF = 1400
const REQUEST: Omit<ChurnRequest, 'days'> = { asOf: AS_OF, horizonDays: 60, seed: 42 }

/** A stream of numbers from 0 to 1 that is the same every time. */
function numbers(): () => number {
  let state = 7
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647
}

/** Half of the customers keep to a rhythm, the others come three times in a week and never again. */
const keeps = (customer: number): boolean => customer % 2 === 0

/**
 * 700 customers over 400 days. Those who keep to a rhythm have gaps of 15 to 55 days; the others begin on any day: how
 * long one has been silent says little, silence over the own gap says nearly all. `again`: those who left order once
 * more on that day.
 */
function table(keep = (_day: number, _customer: number) => true, again?: number): CustomerDays {
  const random = numbers()
  const rows: [number, number][] = []
  for (let customer = 0; customer < 700; customer++) {
    const [span, gap, visits] = keeps(customer) ? [150, 15 + Math.floor(random() * 40), 60] : [390, 3, 3]
    const days = new Set<number>()
    for (let visit = 0, day = 1000 + Math.floor(random() * span); visit < visits && day <= AS_OF; visit++) {
      if (keep(day, customer)) days.add(day)
      day += Math.max(1, Math.round(gap * (0.8 + 0.4 * random())))
    }
    if (again !== undefined && !keeps(customer) && days.size > 0) days.add(again)
    for (const day of [...days].toSorted((x, y) => x - y)) rows.push([customer, day])
  }
  const column = (read: (row: [number, number]) => number) => Float64Array.from(rows, read)
  return {
    customer: column(([customer]) => customer),
    day: column(([, day]) => day),
    orders: column(() => 1),
    gross: column(() => 2000),
    discount: column(() => 0),
    returned: column(() => 0),
    net: column(() => 2000),
  }
}

it('learns, chooses and is tested at three times, each over before the next begins', async () => {
  const churn = await predictChurn({ ...REQUEST, days: table() }, PACE)
  const { trainAsOf, choiceAsOf, testAsOf } = churn.evaluation!
  expect(testAsOf).toBe(AS_OF - 60)
  expect(choiceAsOf).toBe(AS_OF - 120)
  expect(Math.max(...trainAsOf) + 60).toBeLessThanOrEqual(testAsOf)
  expect(churn.model).toBe('boosted_trees')
  expect(churn.reason.code).toBe('BETTER_THAN_RECENCY')
  expect(churn.evaluation!.auc).toBeGreaterThan(churn.evaluation!.aucRecency)
})

it('what comes after the day of the test changes neither the choice nor what was learned', async () => {
  const whole = await predictChurn({ ...REQUEST, days: table() }, PACE)
  // Everybody is gone in the days of the test.
  const gone = await predictChurn({ ...REQUEST, days: table((day) => day <= AS_OF - 60) }, PACE)
  expect(gone.model).toBe(whole.model)
  expect(gone.evaluation!.churned).toBe(gone.evaluation!.customers)
  expect(gone.evaluation!.calibration.map(({ predicted, count }) => [count, predicted])).toEqual(
    whole.evaluation!.calibration.map(({ predicted, count }) => [count, predicted]),
  )
})

it('says so when the days of the test contradict those of the choice', async () => {
  // In the days of the test those in a rhythm stay away, and those who had left are back.
  const turned = table((day, customer) => day <= AS_OF - 60 || !keeps(customer), AS_OF - 30)
  const churn = await predictChurn({ ...REQUEST, days: turned }, PACE)
  expect(churn.model).toBe('boosted_trees')
  expect(churn.evaluation!.brier).toBeGreaterThan(churn.evaluation!.brierRecency)
  expect(churn.reason.code).toBe('BETTER_BEFORE_NOT_SINCE')
})

it('with too little history it reads the chance off the rhythm, between 0 and 1', async () => {
  const churn = await predictChurn({ ...REQUEST, days: table((day) => day > AS_OF - 100) }, PACE)
  expect(churn.reason.code).toBe('TOO_LITTLE_HISTORY')
  expect(churn.evaluation).toBeNull()
  for (const chance of churn.chance) {
    expect(chance).toBeGreaterThanOrEqual(0)
    expect(chance).toBeLessThanOrEqual(1)
  }
})
