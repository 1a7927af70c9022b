import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type NativeEngine, openNativeEngine } from '../../../tests/native-engine.ts'
import { FACT_NAMES, factColumns } from '../fact-tables.ts'
import { PRESETS } from '../../model/definitions.ts'
import { importEffect } from './effect.ts'
import {
  columnList,
  IDENTITY_COLUMNS,
  LINE_COLUMNS,
  ORDER_COLUMNS,
  PRODUCT_COLUMNS,
  stagedColumns,
} from '../tables.ts'
import { planMerge } from './plan.ts'
import { writeForce, writeRemainder } from './tables.ts'

type Line = readonly [order: string, product: string | null, quantity: number, person: string | null]

let engine: NativeEngine

const createSchemas = async () => {
  for (const schema of ['stage', 'old']) {
    const shape = schema === 'stage' ? stagedColumns : (columns: Record<string, string>) => columns
    await engine.exec(`CREATE SCHEMA ${schema}`)
    await engine.exec(`CREATE TABLE ${schema}.lines (${columnList(shape(LINE_COLUMNS))})`)
    await engine.exec(`CREATE TABLE ${schema}.orders (${columnList(shape(ORDER_COLUMNS))})`)
    await engine.exec(`CREATE TABLE ${schema}.products (${columnList(PRODUCT_COLUMNS)})`)
    await engine.exec(`CREATE TABLE ${schema}.identities (${columnList(IDENTITY_COLUMNS)})`)
    for (const name of FACT_NAMES)
      await engine.exec(`CREATE TABLE ${schema}.${name} (${columnList(shape(factColumns(name)))})`)
  }
}

/** Lines sold at 1.00 a piece; orders are sums of them. */
const stage = async (lines: readonly Line[]) => {
  await engine.exec('DELETE FROM stage.lines; DELETE FROM stage.orders; DELETE FROM stage.identities')
  for (const [index, [order, product, quantity, person]] of lines.entries()) {
    await engine.run({
      sql: `INSERT INTO stage.lines BY NAME SELECT ? AS order_id, CAST(? AS INTEGER) AS line, DATE '2024-03-01' AS day, TIMESTAMP '2024-03-01' AS ordered_at,
        ? AS identity, ? AS product_id, 'product' AS kind, ? AS quantity, 100 * ? AS gross, 100 * ? AS net, 0 AS discount, 0 AS returned`,
      params: [order, index, person, product, quantity, quantity, quantity],
    })
  }
  await engine.exec(`INSERT INTO stage.orders BY NAME SELECT order_id, 'sale' AS kind, min(day) AS day, min(ordered_at) AS ordered_at, any_value(identity) AS identity,
    count(*) AS lines, sum(quantity) AS units, sum(gross) AS gross, sum(net) AS net, 0 AS discount, 0 AS returned, 0 AS shipping, 0 AS fees, CAST(NULL AS BIGINT) AS tax,
    hash(list_sort(list((product_id, quantity)))) AS version FROM stage.lines GROUP BY order_id`)
}

/** Merges what is staged into `old`, as a commit does. */
const merge = async () => {
  const plan = await planMerge(engine)
  await engine.exec('CREATE SCHEMA force; CREATE SCHEMA rest')
  for (const sql of [...writeForce('force'), ...writeRemainder('rest', 'old')]) await engine.exec(sql)
  for (const table of ['lines', 'orders'])
    await engine.exec(
      `DELETE FROM old.${table}; INSERT INTO old.${table} FROM rest.${table} UNION ALL FROM force.${table}`,
    )
  await engine.exec('DELETE FROM old.identities; INSERT INTO old.identities FROM merge.identities')
  await engine.exec('DELETE FROM old.products; INSERT INTO old.products FROM merge.products')
  await engine.exec('DROP SCHEMA force CASCADE; DROP SCHEMA rest CASCADE')
  return plan
}

const table = () =>
  engine.run<Record<string, unknown>>({
    sql: `SELECT l.order_id, l.product_id, l.quantity, i.identity FROM old.lines l LEFT JOIN old.identities i USING (customer_id) ORDER BY ALL`,
    params: [],
  })

beforeEach(async () => {
  engine = await openNativeEngine()
  await createSchemas()
})
afterEach(() => engine.close())

const FILE: readonly Line[] = [
  ['1', 'a', 1, 'ana'],
  ['1', 'a', 1, 'ana'],
  ['1', 'b', 2, 'ana'],
  ['2', 'a', 3, null],
  ['3', 'c', 1, 'bob'],
  ['3', 'd', 1, 'bob'],
]

describe('planMerge', () => {
  it('adds all lines of a first file, then nothing of the same file', async () => {
    await stage(FILE)
    expect((await merge()).lines).toEqual({ added: 6, updated: 0, unchanged: 0 })
    await stage(FILE)
    expect((await merge()).lines).toEqual({ added: 0, updated: 0, unchanged: 6 })
    expect(await table()).toHaveLength(6)
  })

  it('gives the same tables for overlapping and cut files in any order', async () => {
    const cuts = [FILE.slice(0, 2), FILE.slice(2, 5), FILE.slice(4), FILE.slice(5)]
    const results: unknown[] = []
    for (const order of [
      [0, 1, 2, 3],
      [3, 2, 1, 0],
      [2, 0, 3, 1, 2],
    ]) {
      await engine.exec('DELETE FROM old.lines; DELETE FROM old.orders; DELETE FROM old.identities')
      for (const index of order) {
        await stage(cuts[index] ?? [])
        await merge()
      }
      results.push(await table())
    }
    expect(results[1]).toEqual(results[0])
    expect(results[2]).toEqual(results[0])
  })

  it.each([
    ['touching', 20, 20],
    ['overlapping', 26, 14],
    ['near the end', 38, 38],
  ])('keeps every line of a long order that two files cut, %s', async (_, end, start) => {
    const long: Line[] = Array.from({ length: 40 }, (_, index) => [
      '8',
      `p${index % 37}`,
      1 + (index % 5),
      'ana',
    ])
    const expected = { lines: 40, units: 120, gross: 12000 }
    for (const halves of [
      [long.slice(0, end), long.slice(start)],
      [long.slice(start), long.slice(0, end)],
    ]) {
      await engine.exec('DELETE FROM old.lines; DELETE FROM old.orders; DELETE FROM old.identities')
      for (const half of [...halves, ...halves]) {
        await stage(half)
        await merge()
      }
      expect(await engine.run({ sql: 'SELECT lines, units, gross FROM old.orders', params: [] })).toEqual([
        expected,
      ])
      expect(
        await engine.run({
          sql: 'SELECT count(*) AS lines, sum(quantity) AS units, sum(gross) AS gross FROM old.lines',
          params: [],
        }),
      ).toEqual([expected])
    }
  })

  it('does not replace known lines by a row of a list of orders, but takes the lines in its place', async () => {
    const list: readonly Line[] = [
      ['1', null, 1, 'ana'],
      ['9', null, 1, 'bob'],
    ]
    await stage(FILE)
    await merge()
    await stage(list)
    expect((await merge()).lines).toEqual({ added: 1, updated: 0, unchanged: 1 })
    expect(await table()).toHaveLength(7)
    await stage([['9', 'a', 5, 'bob']])
    expect((await merge()).lines).toEqual({ added: 0, updated: 1, unchanged: 0 })
    expect(await table()).toHaveLength(7)
  })

  it('takes an order that gives its tax as whole: what is gone from it is gone', async () => {
    await stage(FILE)
    await engine.exec('UPDATE stage.orders SET tax = 7')
    await merge()
    await stage([
      ['3', 'c', 1, 'bob'],
      ['3', 'e', 1, 'bob'],
    ])
    await engine.exec('UPDATE stage.orders SET tax = 7')
    expect((await merge()).lines).toEqual({ added: 0, updated: 2, unchanged: 0 })
    const products = (await table()).filter((row) => row['order_id'] === '3').map((row) => row['product_id'])
    expect(products).toEqual(['c', 'e'])
  })

  it('joins the two halves of an order that a file cut through', async () => {
    await stage(FILE.slice(0, 5))
    await merge()
    await stage(FILE.slice(5))
    expect((await merge()).lines).toEqual({ added: 0, updated: 1, unchanged: 0 })
    expect(await table()).toHaveLength(6)
    expect(
      await engine.run({
        sql: `SELECT lines, gross, units FROM old.orders WHERE order_id = '3'`,
        params: [],
      }),
    ).toEqual([{ lines: 2, gross: 200, units: 2 }])
  })

  it('puts a corrected order in the place of the older one', async () => {
    await stage(FILE)
    await merge()
    await stage([['2', 'a', 5, null]])
    expect((await merge()).lines).toEqual({ added: 0, updated: 1, unchanged: 0 })
    expect((await table()).filter((row) => row['order_id'] === '2')).toEqual([
      { order_id: '2', product_id: 'a', quantity: 5, identity: null },
    ])
  })

  it('keeps the numbers of people who are known', async () => {
    await stage(FILE)
    await merge()
    const before = await engine.run({
      sql: 'SELECT customer_id, identity FROM old.identities ORDER BY 1',
      params: [],
    })
    await stage([['9', 'a', 1, 'aaron']])
    await merge()
    const after = await engine.run({
      sql: 'SELECT customer_id, identity FROM old.identities ORDER BY 1',
      params: [],
    })
    expect(before).toEqual([
      { customer_id: 1, identity: 'ana' },
      { customer_id: 2, identity: 'bob' },
    ])
    expect(after).toEqual([...before, { customer_id: 3, identity: 'aaron' }])
  })

  it('keeps what a product file says over what lines say', async () => {
    await stage(FILE)
    await engine.exec(
      `INSERT INTO stage.products BY NAME SELECT 'a' AS product_id, 'Jar' AS title, 250 AS cost`,
    )
    expect((await merge()).products).toEqual({ added: 1, updated: 0, unchanged: 0 })
    await stage([['7', 'a', 1, null]])
    await engine.exec('DELETE FROM stage.products')
    await merge()
    expect(
      await engine.run({ sql: `SELECT title, cost FROM old.products WHERE product_id = 'a'`, params: [] }),
    ).toEqual([{ title: 'Jar', cost: 250 }])
  })

  it('tells what it would do to the figures of each month, and takes nothing for removed', async () => {
    await stage([
      ['A', 'cup', 2, 'x'],
      ['B', 'pot', 3, 'y'],
    ])
    await merge()
    await engine.exec(`UPDATE old.orders SET currency = 'EUR'`)
    // A comes again with more, C is new, B is not in the file.
    await stage([
      ['A', 'cup', 5, 'x'],
      ['C', 'jug', 1, 'z'],
    ])
    await engine.exec(
      `UPDATE stage.orders SET currency = 'EUR'; UPDATE stage.orders SET day = DATE '2024-04-02' WHERE order_id = 'C'`,
    )
    await planMerge(engine)
    const effect = await importEffect(
      engine,
      { orders: ['old'], products: null, people: null },
      PRESETS.files,
    )
    expect(effect.held).toEqual([
      { currency: 'EUR', gross: 600, net: 600, orders: 2, first_day: '2024-03-01', last_day: '2024-04-02' },
    ])
    expect(effect.months).toEqual([
      {
        month: '2024-03',
        currency: 'EUR',
        gross_before: 500,
        gross_after: 800,
        net_before: 500,
        net_after: 800,
        orders_before: 2,
        orders_after: 2,
      },
      {
        month: '2024-04',
        currency: 'EUR',
        gross_before: 0,
        gross_after: 100,
        net_before: 0,
        net_after: 100,
        orders_before: 0,
        orders_after: 1,
      },
    ])
    expect(
      effect.orders.map(({ order_id, fate, net_before, net_after }) => [
        order_id,
        fate,
        net_before,
        net_after,
      ]),
    ).toEqual([
      ['C', 'added', null, 100],
      ['A', 'updated', 200, 500],
    ])
    await merge()
    const [after] = await engine.run<{ net: number }>({
      sql: 'SELECT CAST(sum(net) AS DOUBLE) AS net FROM old.orders',
      params: [],
    })
    expect(after?.net).toBe(effect.months.reduce((sum, { net_after }) => sum + net_after, 0))
  })
})
