import { afterEach, beforeEach, expect, it } from 'vitest'
import { type NativeEngine, openNativeEngine } from '../../tests/native-engine.ts'
import { factColumns } from './fact-tables.ts'
import { datedRefundViews } from './refund-views.ts'
import { columnList, LINE_COLUMNS, ORDER_COLUMNS } from './tables.ts'

let engine: NativeEngine

beforeEach(async () => {
  engine = await openNativeEngine()
  await engine.exec('CREATE SCHEMA sold_store; CREATE SCHEMA store')
  await engine.exec(`CREATE TABLE sold_store.lines (${columnList(LINE_COLUMNS)})`)
  await engine.exec(`CREATE TABLE sold_store.orders (${columnList(ORDER_COLUMNS)})`)
  await engine.exec(`CREATE TABLE store.refunds (${columnList(factColumns('refunds'))})`)
})
afterEach(() => engine.close())

/** An order of two lines of 10.00 and 20.00 with 6.00 tax on 1 March, of which goods of `returned` came back. */
async function sell(id: string, name: string | null, returned: readonly [number, number]): Promise<void> {
  for (const [line, gross] of [1000, 2000].entries())
    await engine.exec(`INSERT INTO sold_store.lines BY NAME SELECT '${id}' AS order_id, ${line + 1} AS line, 'product' AS kind, DATE '2024-03-01' AS day, 'P${line}' AS product_id,
      1 AS quantity, ${gross} AS gross, 0 AS discount, ${returned[line]} AS returned, ${gross - returned[line]!} AS net, 'EUR' AS currency`)
  const all = returned[0] + returned[1]
  await engine.exec(`INSERT INTO sold_store.orders BY NAME SELECT '${id}' AS order_id, ${name ? `'${name}'` : 'NULL'} AS name, 'sale' AS kind, DATE '2024-03-01' AS day, 2 AS lines,
    3000 AS gross, 0 AS discount, ${all} AS returned, ${3000 - all} AS net, 600 AS tax, 0 AS shipping, 'EUR' AS currency`)
}

const refund = (order: string, day: string, amount: number, currency = 'EUR') =>
  engine.exec(`INSERT INTO store.refunds BY NAME SELECT '${order}' AS order_id, TIMESTAMP '${day}' AS happened_at, TIMESTAMP '${day}' AS local_at, DATE '${day}' AS day,
    ${amount} AS amount, '${currency}' AS currency, hash('${order}', '${day}') AS row_key`)

async function days() {
  for (const sql of datedRefundViews()) await engine.exec(sql)
  const sums = (table: string) =>
    engine.run<{ day: string; returned: number; net: number }>({
      sql: `SELECT CAST(day AS VARCHAR) AS day, CAST(sum(returned) AS DOUBLE) AS returned, CAST(sum(net) AS DOUBLE) AS net FROM store.${table} GROUP BY 1 ORDER BY 1`,
      params: [],
    })
  const lines = await sums('lines')
  expect(await sums('orders')).toEqual(lines)
  return lines
}

it('moves what came back to the day of the refund, whatever the order is called there', async () => {
  await sell('5550001', '#1001', [334, 666])
  await refund('#1001', '2024-04-05', 1200)
  expect(await days()).toEqual([
    { day: '2024-03-01', returned: 0, net: 3000 },
    { day: '2024-04-05', returned: 1000, net: -1000 },
  ])
})

it('shares it among several refunds to the cent', async () => {
  await sell('1001', null, [333, 668])
  await refund('#1001', '2024-04-05', 500)
  await refund('1001', '2024-05-06', 701)
  const found = await days()
  expect(found.map(({ day }) => day)).toEqual(['2024-03-01', '2024-04-05', '2024-05-06'])
  expect(found.map(({ returned }) => returned)).toEqual([0, 417, 584])
})

it('leaves on the day of the sale what no refund covers', async () => {
  await sell('1', null, [600, 1200])
  await refund('1', '2024-04-05', 1200)
  expect(await days()).toEqual([
    { day: '2024-03-01', returned: 800, net: 2200 },
    { day: '2024-04-05', returned: 1000, net: -1000 },
  ])
})

it('takes the goods out of a refund that the orders file does not know of yet', async () => {
  await sell('1', null, [0, 0])
  await refund('1', '2024-04-05', 1800)
  expect(await days()).toEqual([
    { day: '2024-03-01', returned: 0, net: 3000 },
    { day: '2024-04-05', returned: 1500, net: -1500 },
  ])
})

it('takes no tax out where the prices hold it already', async () => {
  await sell('1', null, [0, 0])
  await sell('2', null, [0, 0])
  await engine.exec(
    `UPDATE sold_store.orders SET shipping = 300, charged = CASE order_id WHEN '1' THEN 3300 ELSE 3900 END`,
  )
  await refund('1', '2024-04-05', 1100)
  await refund('2', '2024-05-05', 1300)
  expect((await days()).map(({ day, returned }) => [day, returned])).toEqual([
    ['2024-03-01', 0],
    ['2024-04-05', 1000],
    ['2024-05-05', 1000],
  ])
})

it('leaves alone orders of other refunds, of other currencies, and cancelled ones', async () => {
  await sell('1', null, [100, 200])
  await sell('2', null, [1000, 2000])
  for (const table of ['orders', 'lines'])
    await engine.exec(
      `INSERT INTO sold_store.${table} BY NAME SELECT '2/cancelled' AS order_id, 'return' AS kind, DATE '2024-03-09' AS day, 0 AS returned, 0 AS net`,
    )
  await refund('1', '2024-04-05', 300, 'USD')
  await refund('2', '2024-04-05', 3600)
  await refund('9', '2024-04-05', 100)
  expect((await days()).map(({ day, returned }) => [day, returned])).toEqual([
    ['2024-03-01', 3300],
    ['2024-03-09', 0],
  ])
})
