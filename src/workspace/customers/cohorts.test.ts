import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { nativeCustomers } from '../../../tests/direct-trainer.ts'
import { type NativeEngine, openNativeEngine } from '../../../tests/native-engine.ts'
import { fillSmallShop } from '../../../tests/small-shop.ts'
import { createStoreTables } from '../../../tests/store-tables.ts'
import type { CustomerContext } from './base.ts'
import { type CohortInput, cohortsAnswer } from './cohorts.ts'
import { retentionAnswer } from './retention.ts'

const FILE = '../shared/fixtures/retention_posthog.json'
const INPUT: CohortInput = {
  by: 'month',
  group: 'first_order',
  value: 'customers',
  entry: 'first',
  per: 'cohort',
  limit: 36,
}

let engine: NativeEngine
let context: CustomerContext

beforeEach(async () => {
  engine = await openNativeEngine()
  context = nativeCustomers(engine, { currency: 'EUR', timeZone: 'Europe/Madrid', today: '2026-01-01' })
})
afterEach(() => engine.close())

type Row = readonly [customer: number, day: string, net?: number, more?: string]

/** One order a row; `more` is country:channel:coupon:product. */
async function orders(rows: readonly Row[]): Promise<void> {
  await createStoreTables(engine)
  const text = (value: string | undefined) => (value ? `'${value}'` : 'NULL')
  for (const [at, [customer, day, net = 1000, more = '']] of rows.entries()) {
    const [country, channel, coupon, product] = more.split(':')
    await engine.exec(`INSERT INTO store.orders (order_id, kind, ordered_at, local_at, day, customer_id, country, channel, coupon, currency, net)
      VALUES ('O${at}', 'sale', '${day} 10:00:00', '${day} 10:00:00', '${day}', ${customer}, ${text(country)}, ${text(channel)}, ${text(coupon)}, 'EUR', ${net})`)
    await engine.exec(`INSERT INTO store.lines (order_id, line, day, customer_id, product_id, kind, quantity, net, cost, currency)
      VALUES ('O${at}', 1, '${day}', ${customer}, '${product ?? 'MUG'}', 'product', 1, ${net}, 400, 'EUR')`)
  }
}

const cohorts = async (input: Partial<CohortInput> = {}) => {
  const outcome = await cohortsAnswer(context, { ...INPUT, ...input })
  if (!outcome.ok) throw new Error(outcome.failure.detail)
  return outcome.value
}

/** Cells with the step in progress at the end, as PostHog shows them. */
const triangle = (answer: Awaited<ReturnType<typeof cohorts>>) =>
  answer.cohorts.map(({ cells, running }) => (running ? [...cells, running.value] : cells))

it.skipIf(!existsSync(FILE))('gives PostHog’s published triangles: recurring, by day', async () => {
  const fixture = JSON.parse(readFileSync(FILE, 'utf8')) as Record<
    'daily' | 'monthly',
    { expected_counts: number[][] }
  >
  const days = [
    [1, [0, 1, 2, 5, 6]],
    [2, [1, 2, 3, 6]],
  ] as const
  const rows = days.flatMap(([who, offsets]) => offsets.map((offset): Row => [who, `2020-06-${10 + offset}`]))
  await orders([...rows])
  const daily = await cohorts({ by: 'day', entry: 'every', as_of: '2020-06-20', steps: 11 })
  expect(triangle(daily)).toEqual(fixture.daily.expected_counts)
})

it.skipIf(!existsSync(FILE))('the monthly one, with months of 2020', async () => {
  const fixture = JSON.parse(readFileSync(FILE, 'utf8')) as {
    monthly: { events: Record<string, string[]>; expected_counts: number[][] }
  }
  const rows = Object.values(fixture.monthly.events).flatMap((months, who) =>
    months.map((month): Row => [who + 1, `${month}-10`]),
  )
  await orders(rows)
  const monthly = await cohorts({ entry: 'every', as_of: '2020-11-11', steps: 11 })
  expect(triangle(monthly)).toEqual(fixture.monthly.expected_counts)
})

const SHOP: readonly Row[] = [
  [1, '2024-01-05', 1000, 'ES:web:HOLA:MUG'],
  [1, '2024-02-10', 2000, 'FR:shop::CAP'],
  [1, '2024-03-20', 3000],
  [2, '2024-01-31', 500, 'ES:web::CAP'],
  [3, '2024-02-01', 700, 'PT:web::MUG'],
  [3, '2024-02-20', 800],
]

it('leaves cells null until their month is over, and tells the month in progress apart', async () => {
  await orders(SHOP)
  const { cohorts: made, overall } = await cohorts({ as_of: '2024-03-25' })
  expect(made).toMatchObject([
    { cohort: '2024-01-01', size: 2, cells: [2, 1], running: { step: 2, value: 1 } },
    { cohort: '2024-02-01', size: 1, cells: [1], running: { step: 1, value: 0 } },
    { cohort: '2024-03-01', size: 0, cells: [], running: { step: 0, value: 0 } },
  ])
  expect(overall).toEqual([3, 1])
  const over = await cohorts({ as_of: '2024-03-31' })
  expect(over.cohorts[0]).toMatchObject({ cells: [2, 1, 1], running: null })
})

it('gives retention with intervals, money once and cumulated, per cohort and per customer, and margin', async () => {
  await orders(SHOP)
  const asked = { as_of: '2024-03-31' } as const
  const first = async (input: Partial<CohortInput>) => (await cohorts({ ...asked, ...input })).cohorts[0]
  const retention = await first({ value: 'retention' })
  expect(retention).toMatchObject({ cells: [1, 0.5, 0.5], bases: [2, 2, 2] })
  const [low, high] = retention!.intervals![1]!
  expect([low, high]).toEqual([expect.closeTo(0.1209, 3), expect.closeTo(0.8791, 3)])
  expect((await first({ value: 'net_sales' }))!.cells).toEqual([15, 20, 30])
  expect((await first({ value: 'cumulative_net_sales' }))!.cells).toEqual([15, 35, 65])
  expect((await first({ value: 'cumulative_net_sales', per: 'customer' }))!.cells).toEqual([7.5, 17.5, 32.5])
  const margin = await cohorts({ ...asked, value: 'margin' })
  expect(margin.cohorts[0]!.cells).toEqual([7, 16, 26])
  expect(margin.margin_coverage).toBe(1)
})

it('groups by what the first order was, and divides only by those who had their time', async () => {
  await orders(SHOP)
  const country = await cohorts({ group: 'country', value: 'retention', as_of: '2024-03-31' })
  expect(country.cohorts).toMatchObject([
    { cohort: 'ES', size: 2, cells: [1, 0.5, 0.5] },
    { cohort: 'PT', size: 1, cells: [1, 0] },
  ])
  const product = await cohorts({ group: 'first_product', as_of: '2024-03-31' })
  expect(product.cohorts).toMatchObject([
    { cohort: 'MUG', size: 2, cells: [2, 1, 1], bases: [2, 2, 1] },
    { cohort: 'CAP', size: 1 },
  ])
  expect((await cohorts({ group: 'coupon' })).cohorts.map(({ cohort, size }) => [cohort, size])).toEqual([
    ['', 2],
    ['HOLA', 1],
  ])
  expect((await cohorts({ group: 'channel' })).cohorts).toMatchObject([{ cohort: 'web', size: 3 }])
})

it('weeks begin on Monday and quarters in January, also before 1970', async () => {
  await orders([
    [1, '2024-01-07'],
    [1, '2024-01-08'],
    [2, '1969-12-28'],
    [2, '1969-12-29'],
  ])
  const weeks = await cohorts({ by: 'week', limit: 200, as_of: '2024-01-08' })
  expect(weeks.cohorts.at(-2)).toMatchObject({
    cohort: '2024-01-01',
    size: 1,
    running: { step: 1, value: 1 },
  })
  const old = await cohorts({ by: 'week', as_of: '1970-01-04' })
  expect(old.cohorts[0]).toMatchObject({ cohort: '1969-12-22', cells: [1, 1] })
  expect((await cohorts({ by: 'quarter', as_of: '2024-03-31' })).cohorts.at(-1)).toMatchObject({
    cohort: '2024-01-01',
  })
})

it('a return counts on its own day; guests and the small shop', async () => {
  await fillSmallShop(engine)
  const net = await cohorts({ value: 'net_sales', as_of: '2024-03-31' })
  expect(net.cohorts).toMatchObject([
    { cohort: '2024-02-01', size: 1, cells: [20, 9] },
    { cohort: '2024-03-01', size: 1, cells: [20] },
  ])
  expect(net).toMatchObject({ customers_known: 2, guest_orders: 1 })
})

it('retention: ranks, repeat rates of mature customers, gaps, first products, win-back by hand', async () => {
  await orders(SHOP)
  const outcome = await retentionAnswer(context, { by: 'month', active_days: 30, as_of: '2024-03-31' })
  const value = outcome.ok ? outcome.value : null
  expect(value!.steps).toMatchObject([
    {
      date: '2024-01-01',
      complete: true,
      new_orders: 2,
      returning_orders: 0,
      new_net_sales: 15,
      active_customers: 2,
    },
    {
      date: '2024-02-01',
      new_orders: 1,
      returning_orders: 2,
      returning_net_sales: 28,
      returning_customers: 2,
      active_customers: 3,
    },
    { date: '2024-03-01', new_orders: 0, returning_orders: 1, active_customers: 1 },
  ])
  expect(value!.repeat_rates.slice(0, 3)).toMatchObject([
    { days: 30, mature: 3, repeated: 1 },
    { days: 60, mature: 2, repeated: 1, rate: 0.5 },
    { days: 90, mature: 0, rate: null, interval: null },
  ])
  expect(value!.between_orders).toMatchObject({ median_days: 36, first_to_second_median_days: 27.5 })
  expect(value!.frequency).toMatchObject({ one_time: 1, one_time_share: 1 / 3, orders_per_customer: 2 })
  expect(value!.first_products[0]).toMatchObject({
    product_id: 'CAP',
    one_time: 1,
    customers: 1,
    repeat_rate: null,
  })
  const later = await retentionAnswer(context, { by: 'month', active_days: 30, as_of: '2025-12-31' })
  expect(later.ok && later.value.win_back.slice(0, 2)).toMatchObject([
    { silent_days: 30, customers: 5, came_back: 2, rate: 0.4 },
    { silent_days: 60, customers: 3, came_back: 0 },
  ])
  const sum = value!.between_orders.distribution.reduce((total, { count }) => total + count, 0)
  expect(sum).toBe(3)
})

it('of two orders at one instant the one with the smaller id is the first, for every group', async () => {
  await orders([
    [1, '2025-01-05', 1000, 'ES:web:HOLA:MUG'],
    [1, '2025-01-05', 9000, 'PT:shop:ADEUS:CAP'],
    [2, '2025-01-06', 500, 'PT:shop:ADEUS:CAP'],
  ])
  for (const [group, first, second] of [
    ['country', 'ES', 'PT'],
    ['channel', 'web', 'shop'],
    ['coupon', 'HOLA', 'ADEUS'],
    ['first_product', 'MUG', 'CAP'],
  ] as const) {
    const found = await cohorts({ group, as_of: '2025-03-31' })
    expect(found.cohorts.map(({ cohort, size }) => [cohort, size]).toSorted()).toEqual(
      [[first, 1], [second, 1]].toSorted(), // prettier-ignore
    )
  }
})
