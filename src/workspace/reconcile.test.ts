import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStaging, type Staging } from '../../tests/staging.ts'
import { type Axes, PRESETS } from '../model/definitions.ts'
import { partShape, partStates } from '../query/part-shape.ts'
import { LINE_COLUMNS, ORDER_COLUMNS } from '../query/tables.ts'
import { storeViews } from '../query/views.ts'
import type { DashboardContext } from './dashboard/range.ts'
import { resolveRange } from './dashboard/range.ts'
import { reconcile, type ReconcileInput } from './reconcile.ts'

/** Three plain orders of 10.00 with 0.70 tax and 0.30 shipping on each day from the 1st to the 27th of March, none on the 13th. */
const PLAIN = Array.from({ length: 27 }, (_, day) => day + 1)
  .filter((day) => day !== 13)
  .flatMap((day) =>
    [1, 2, 3].map(
      (turn) =>
        `p${day}-${turn},2025-03-${String(day).padStart(2, '0')} 12:00:00,ana,Mug,10.00,0.70,0.30,0,paid,EUR`,
    ),
  )

/** One order for each cause, none with tax or shipping; z1 is of April in Madrid and of March in UTC. */
const OTHERS = `unpaid1,2025-03-05 12:00:00,b,Mug,211.13,0,0,0,pending,EUR
refund1,2025-03-06 12:00:00,c,Mug,150.00,0,0,40.17,partially refunded,EUR
gift1,2025-03-07 12:00:00,d,Gift card,75.50,0,0,0,paid,EUR
test1,2025-03-08 12:00:00,e,Mug,307.01,0,0,0,test,EUR
dead1,2025-03-09 12:00:00,f,Mug,401.09,0,0,0,cancelled,EUR
z1,2025-04-01 00:30:00,g,Mug,33.33,0,0,0,paid,EUR
usd1,2025-03-10 12:00:00,h,Mug,91.07,0,0,0,paid,USD
jpy1,2025-03-11 12:00:00,i,Mug,512345,0,0,0,paid,JPY`

const TABLE = `order_id,date,customer,product,price,tax,shipping,refund,status,currency\n${[...PLAIN, OTHERS].join('\n')}\n`

let staging: Staging
let made = 0

const schemas = new Map<string, ReturnType<typeof makeViews>>()

/** Views of the staged shop as definitions would have them, like those of the live engine. */
function under(axes: Axes) {
  const key = JSON.stringify(axes)
  const views = schemas.get(key) ?? makeViews(axes)
  schemas.set(key, views)
  return views
}

async function makeViews(axes: Axes) {
  const schema = `what_${++made}`
  const columns = { lines: new Set(Object.keys(LINE_COLUMNS)), orders: new Set(Object.keys(ORDER_COLUMNS)) }
  const shape = partShape(columns, await staging.engine.run(partStates('part', columns)))
  const parts = { orders: ['part'], products: null, people: null, shapes: new Map([['part', shape]]) }
  for (const sql of storeViews(parts, schema, axes)) await staging.engine.exec(sql)
  const runner = {
    run: ((statement) =>
      staging.engine.run({
        ...statement,
        sql: statement.sql.replaceAll(/\bstore\./g, `${schema}.`),
      })) as DashboardContext['runner']['run'],
  }
  return { schema, runner }
}

const counted: Parameters<typeof reconcile>[0] = { live: { under } }
let context: DashboardContext

beforeAll(async () => {
  staging = await openStaging()
  const [preview] = await staging.stage([TABLE], { currency: 'EUR' }, { timeZone: 'Europe/Madrid' })
  expect(preview).toMatchObject({ rows: 86, ask: [] })
  await staging.engine.exec('CREATE SCHEMA part')
  for (const table of ['lines', 'orders'])
    await staging.engine.exec(
      `CREATE TABLE part.${table} AS SELECT * EXCLUDE (identity), CAST(hash(identity) % 1000 AS INTEGER) AS customer_id FROM stage.${table}`,
    )
  for (const sql of storeViews({ orders: ['part'], products: null, people: null }, 'store', PRESETS.files))
    await staging.engine.exec(sql)
  context = {
    runner: staging.engine,
    currency: 'EUR',
    timeZone: 'Europe/Madrid',
    axes: PRESETS.files,
    today: '2025-04-02',
  }
})
afterAll(() => staging.engine.close())

/** 78 × 11.00, the unpaid order, and what was kept of the refunded one. */
const OURS = 858 + 211.13 + 109.83

async function explained(amount: number, more: Partial<ReconcileInput> = {}) {
  const range = await resolveRange(context, { from: '2025-03-01', to: '2025-03-31', compare: 'none' })
  if (!range.ok || !range.value) throw new Error('there is no range')
  const input = { metric: 'total_sales' as const, amount: Math.round(amount * 100) / 100, rows: 100, ...more }
  return reconcile(counted, context, range.value, input)
}

describe('the total of a platform that counts one thing otherwise', () => {
  it.each([
    ['leaves out what is not paid', -211.13, 'unpaid', 'exclude', ['unpaid1']],
    ['does not take returns off', 40.17, 'refund_day', 'ignore', ['refund1']],
    ['sells gift cards', 75.5, 'gift_cards', 'sale', ['gift1']],
    ['counts tests', 307.01, 'test', 'count', ['test1']],
    ['counts what was cancelled', 401.09, 'cancelled', 'count', ['dead1']],
    ['cuts days in UTC', 33.33, 'time_zone', 0, ['z1']],
    ['adds dollars to euros', 91.07, 'currency', 'USD', ['usd1']],
  ])('%s', async (_, difference, code, value, orders) => {
    const found = await explained(OURS + difference)
    expect(found).toMatchObject({ ours: OURS, difference, explained: difference, unexplained: 0 })
    expect(found.causes).toMatchObject([{ code, value, amount: difference, orders: orders.length }])
    expect(found.causes[0]?.rows.map(({ order_id }) => order_id)).toEqual(orders)
  })

  it.each([
    ['leaves out taxes', -54.6, 'taxes_out'],
    ['leaves out shipping', -23.4, 'shipping_out'],
  ])('%s, of each of its orders', async (_, difference, code) => {
    const found = await explained(OURS + difference)
    expect(found.unexplained).toBe(0)
    expect(found.causes).toMatchObject([{ code, amount: difference, orders: 78 }])
    const rows = found.causes[0]!.rows
    expect(rows).toHaveLength(78)
    expect(Math.round(rows.reduce((sum, row) => sum + row.difference, 0) * 100) / 100).toBe(difference)
  })
})

it('nobody adds the numbers of a currency without cents to cents', async () => {
  const found = await explained(OURS + 5123.45)
  expect(found.unexplained).toBe(5123.45)
  expect(found.causes).toEqual([])
  expect(found.possible.filter(({ code }) => code === 'currency')).toEqual([
    { code: 'currency', value: 'USD', amount: 91.07 },
  ])
})

it('names several causes, which add up to the last cent', async () => {
  const found = await explained(OURS - 211.13 + 33.33 - 23.4)
  expect(found.unexplained).toBe(0)
  const causes = Object.fromEntries(found.causes.map(({ code, amount }) => [code, amount]))
  expect(causes).toEqual({ unpaid: -211.13, time_zone: 33.33, shipping_out: -23.4 })
})

it('takes what the platform is known to do first, and looks for the rest', async () => {
  // WooCommerce leaves out what is not paid; the tests on top are no rule of its.
  const found = await explained(OURS - 211.13 + 307.01, { platform: 'woocommerce' })
  expect(found.unexplained).toBe(0)
  expect(found.causes.map(({ code, amount, sure }) => [code, amount, sure])).toEqual([
    ['unpaid', -211.13, true],
    ['test', 307.01, false],
  ])
})

it('says which days the files lack, and forces no cause on what they would explain', async () => {
  const found = await explained(OURS + 123.45)
  expect(found).toMatchObject({ explained: 0, unexplained: 123.45, causes: [] })
  expect(found.missing).toEqual({ before: 0, after: 0, inside: ['2025-03-13', '2025-03-28', '2025-03-29', '2025-03-30', '2025-03-31'] }) // prettier-ignore
  expect(found.possible.map(({ code }) => code)).toContain('unpaid')
})
