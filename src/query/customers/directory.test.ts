import { afterAll, beforeAll, expect, test } from 'vitest'
import { openNativeEngine, type NativeEngine } from '../../../tests/native-engine.ts'
import { fillSmallShop } from '../../../tests/small-shop.ts'
import { type CustomerEdit, foldEdits } from '../../model/customer-edit.ts'
import { columnList, IDENTITY_COLUMNS } from '../tables.ts'
import { overlayViews, tagTable } from '../edits/overlay.ts'
import { makeDirectory, readPredictions, readScores } from './base.ts'
import { anonymousOrders, customerChoices } from './choices.ts'
import { duplicateCustomers } from './duplicates.ts'
import type { CustomerFilter } from './filter.ts'
import { findCustomers, foundPage, foundTotal } from './found.ts'
import { customerOrders, customerPreferences } from './profile.ts'

const PEOPLE = `(1, 'ana@x.es', '10', 'ana@x.es', 'Ána Ruiz', '+34 600 111 222', 'ES'),
  (2, 'b@x.es', '11', 'b@x.es', 'Ruiz, Ana', '600111222', 'ES'), (3, 'id:3', '3', NULL, NULL, NULL, NULL),
  (4, 'never@x.es', NULL, 'never@x.es', 'Never Bought', NULL, 'PT')`

let engine: NativeEngine
let number = 0

/** The small shop with people, as a live engine has it: parts below, edits laid over. */
async function lay(edits: readonly CustomerEdit[]): Promise<void> {
  const overlay = foldEdits(edits)
  const store = ['orders', 'lines', 'identities'].map(
    (name) => `CREATE OR REPLACE VIEW store.${name} AS SELECT * FROM base.${name}`,
  )
  for (const sql of [...store, ...overlayViews(overlay), ...tagTable(overlay), ...makeDirectory('EUR')])
    await engine.exec(sql)
}

async function find(filter: CustomerFilter, key: 'name' | 'net_sales' | 'last_order' | 'clv' = 'net_sales') {
  number += 1
  await engine.run(findCustomers(number, filter, { key, descending: true }))
  const [total] = await engine.run(foundTotal(number))
  return { total, rows: await engine.run(foundPage(number, 0, 10)) }
}

const keys = async (filter: CustomerFilter) => (await find(filter)).rows.map((row) => row.customer_id)

beforeAll(async () => {
  engine = await openNativeEngine()
  await fillSmallShop(engine)
  await engine.exec('CREATE SCHEMA base')
  for (const table of ['orders', 'lines']) {
    await engine.exec(`CREATE TABLE base.${table} AS SELECT * FROM store.${table}`)
    await engine.exec(`DROP TABLE store.${table}`)
  }
  await engine.exec('DROP TABLE store.identities')
  await engine.exec(`CREATE TABLE base.identities (${columnList(IDENTITY_COLUMNS)})`)
  await engine.exec(`INSERT INTO base.identities VALUES ${PEOPLE}`)
})
afterAll(() => engine.close())

test('lists count sales of one currency, net of returns, and leave excluded orders out', async () => {
  await lay([])
  const { rows, total } = await find({})
  expect(rows.map(({ customer_id, orders, net }) => [customer_id, orders, net])).toEqual([
    [1, 2, 2900],
    [2, 1, 2000],
    [3, 0, 0],
    [4, 0, 0],
  ])
  expect(total).toEqual({ customers: 4, orders: 3, net: 4900 })
  expect(rows[0]).toMatchObject({ first_order: '2024-02-28', last_order: '2024-03-01', name: 'Ána Ruiz' })
  expect(await engine.run(anonymousOrders('EUR'))).toEqual([{ orders: 1, net: 600 }])
})

test('scores stand beside the directory and narrow it', async () => {
  await lay([])
  await engine.putFile('scores.csv', new TextEncoder().encode('1,vip,5,4,5\n2,new,4,1,2\n'))
  await engine.exec(readScores('scores.csv'))
  expect(await keys({ segment: 'vip' })).toEqual([1])
  const { rows } = await find({})
  expect(rows[0]).toMatchObject({ segment: 'vip', r: 5, f: 4, m: 5 })
  expect(rows[2]).toMatchObject({ segment: null, r: null })
})

test('worth, risk and next order stand beside it, narrow it and put it in order', async () => {
  await lay([])
  await engine.putFile('predictions.csv', new TextEncoder().encode('1,1500,0.25,2024-04-01\n2,9000,0.9,\n'))
  await engine.exec(readPredictions('predictions.csv'))
  expect(await keys({ clv_min: 1500, clv_max: 1500 })).toEqual([1])
  expect(await keys({ churn_min: 0.5 })).toEqual([2])
  expect(await keys({ next_from: '2024-04-01', next_to: '2024-04-30' })).toEqual([1])
  const { rows } = await find({}, 'clv')
  expect(rows.map((row) => [row.customer_id, row.clv, row.churn_probability, row.next_order_date])).toEqual([
    [2, 9000, 0.9, null],
    [1, 1500, 0.25, '2024-04-01'],
    [3, null, null, null],
    [4, null, null, null],
  ])
})

test('every word of a search must be there, whatever its accents; bounds are inclusive', async () => {
  await lay([])
  expect(await keys({ q: 'RUIZ ana' })).toEqual([1, 2])
  expect(await keys({ q: 'ana never' })).toEqual([])
  expect(await keys({ q: '600111' })).toEqual([2])
  expect(await keys({ orders_min: 1, net_max: 2000 })).toEqual([2])
  expect(await keys({ country: '' })).toEqual([3])
  expect(await keys({ first_from: '2024-02-28', first_to: '2024-02-28' })).toEqual([1])
  expect(await keys({ last_from: '2024-03-01' })).toEqual([1, 2])
})

test('what has no value comes last, whichever way round', async () => {
  await lay([])
  const { rows } = await find({}, 'last_order')
  expect(rows.map((row) => row.customer_id)).toEqual([1, 2, 3, 4])
})

test('changes by hand show over the files, tags too, and hidden ones are gone', async () => {
  await lay([
    {
      action: 'change',
      identity: 'b@x.es',
      set: { name: "Berta O'Neill", phone: null, tags: ['vip', 'a b'] },
    },
    { action: 'hide', identity: 'never@x.es' },
    { action: 'create', identity: 'new@x.es', key: -1, set: { name: 'New', email: 'new@x.es' } },
  ])
  const { rows } = await find({})
  expect(rows.find((row) => row.customer_id === 2)).toMatchObject({
    name: "Berta O'Neill",
    phone: null,
    email: 'b@x.es',
    tags: 'vip\u001Fa b',
  })
  expect(rows.map((row) => row.customer_id)).toEqual([1, 2, -1, 3])
  expect(await keys({ tag: 'a b' })).toEqual([2])
  expect(await keys({ q: 'new@x' })).toEqual([-1])
  const choices = await engine.run(customerChoices())
  expect(choices.filter(({ kind }) => kind === 'tag').map(({ value }) => value)).toEqual(['a b', 'vip'])
})

test('one made by hand becomes that of the file that brings the same e-mail', async () => {
  await lay([{ action: 'create', identity: 'b@x.es', key: -1, set: { name: 'By hand', email: 'b@x.es' } }])
  expect(await keys({ q: 'by hand' })).toEqual([2])
})

test('merging moves orders and lines, and undoing it leaves the tables as they were', async () => {
  const sums = async () =>
    engine.run<object>({
      sql: `SELECT customer_id, CAST(count(*) AS DOUBLE) AS n, CAST(sum(net) AS DOUBLE) AS net FROM store.lines GROUP BY ALL ORDER BY ALL`,
      params: [],
    })
  await lay([])
  const before = await sums()
  await lay([{ action: 'merge', identity: 'b@x.es', into: 'ana@x.es', set: {} }])
  const { rows, total } = await find({})
  expect(rows.map((row) => row.customer_id)).toEqual([1, 3, 4])
  expect(rows[0]).toMatchObject({ orders: 3, net: 4900 })
  expect(total).toEqual({ customers: 3, orders: 3, net: 4900 })
  expect(await sums()).not.toEqual(before)
  await lay([])
  expect(await sums()).toEqual(before)
})

test('the same phone with and without its prefix, or the same name turned round, is suggested', async () => {
  await lay([])
  expect(await engine.run(duplicateCustomers(10))).toEqual([{ reason: 'phone', first_id: 1, second_id: 2 }])
  await lay([{ action: 'change', identity: 'b@x.es', set: { phone: null } }])
  expect(await engine.run(duplicateCustomers(10))).toEqual([{ reason: 'name', first_id: 1, second_id: 2 }])
})

test('a profile has its orders with the days between, and what is preferred', async () => {
  await lay([])
  const orders = await engine.run(customerOrders(1, 'EUR', 10))
  expect(orders.map(({ order_id, gap, net }) => [order_id, gap, net])).toEqual([
    ['A2', 2, 900],
    ['A1', null, 2000],
  ])
  expect((await engine.run(customerOrders(2, 'EUR', 10))).map(({ kind, gap }) => [kind, gap])).toEqual([
    ['return', null],
    ['sale', null],
  ])
  const preferences = await engine.run(customerPreferences(1, 'EUR'))
  expect(preferences.filter(({ kind }) => kind === 'category')).toEqual([
    { kind: 'category', value: 'Kitchen', orders: 2, units: 3, net: 2900 },
  ])
  expect(preferences.filter(({ kind }) => kind === 'weekday').map(({ value }) => value)).toEqual(['3', '5'])
})
