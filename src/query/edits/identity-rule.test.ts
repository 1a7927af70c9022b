import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openNativeEngine, type NativeEngine } from '../../../tests/native-engine.ts'
import { type CustomerEdit, foldEdits } from '../../model/customer-edit.ts'
import { type IdentityRule, PLAIN_RULE } from '../../model/identity-rule.ts'
import { columnList, IDENTITY_COLUMNS, LINE_COLUMNS, ORDER_COLUMNS } from '../tables.ts'
import { overlayViews } from './overlay.ts'

/** Identity, phone; each person has one order, named after the identity. */
const PEOPLE = [
  ['ana@x.es', '+34 600 111 222'],
  ['ana+shop@x.es', null],
  ['ana+gifts@x.es', null],
  ['bea@x.es', '600111333'],
  ['beatriz@work.es', '600 111 333'],
  ['tel:600111333', '600111333'],
  ['tel:600999000', '600999000'],
  ['id:77', null],
  ['short@x.es', '123'],
  ['brief@x.es', '123'],
] as const

let engine: NativeEngine

beforeAll(async () => {
  engine = await openNativeEngine()
})
beforeEach(async () => {
  for (const schema of ['base', 'store', 'edits'])
    await engine.exec(`DROP SCHEMA IF EXISTS ${schema} CASCADE`)
  for (const schema of ['base', 'store']) await engine.exec(`CREATE SCHEMA ${schema}`)
})
afterAll(() => engine.close())

/** Who has which orders, by identities: `{ 'ana@x.es': ['ana@x.es', …] }`; orders of nobody under ''. */
async function customers(
  rule: Partial<IdentityRule>,
  edits: readonly CustomerEdit[] = [],
  people: readonly (readonly [string, string | null])[] = PEOPLE,
) {
  await engine.exec(`CREATE OR REPLACE TABLE base.identities (${columnList(IDENTITY_COLUMNS)})`)
  await engine.exec(`CREATE OR REPLACE TABLE base.orders (${columnList(ORDER_COLUMNS)})`)
  await engine.exec(`CREATE OR REPLACE TABLE base.lines (${columnList(LINE_COLUMNS)})`)
  for (const [index, [identity, phone]] of people.entries()) {
    await engine.exec(
      `INSERT INTO base.identities (customer_id, identity, phone) VALUES (${index + 1}, '${identity}', ${phone ? `'${phone}'` : 'NULL'})`,
    )
    for (const table of ['orders', 'lines'])
      await engine.exec(
        `INSERT INTO base.${table} (order_id, customer_id, kind) VALUES ('${identity}', ${index + 1}, 'sale')`,
      )
  }
  for (const table of ['identities', 'orders', 'lines'])
    await engine.exec(`CREATE OR REPLACE VIEW store.${table} AS SELECT * FROM base.${table}`)
  for (const sql of overlayViews(foldEdits(edits), 'store', { ...PLAIN_RULE, ...rule }))
    await engine.exec(sql)
  const rows = await engine.run<{ who: string; orders: string }>({
    sql: `SELECT coalesce(i.identity, '') AS who, string_agg(o.order_id, ' ' ORDER BY o.order_id) AS orders
      FROM store.orders o LEFT JOIN store.identities i ON i.customer_id = o.customer_id GROUP BY 1 ORDER BY 1`,
    params: [],
  })
  const lines = await engine.run<{ differ: number }>({
    sql: `SELECT CAST(count(*) AS DOUBLE) AS differ FROM store.lines l JOIN store.orders o ON o.order_id = l.order_id WHERE l.customer_id IS DISTINCT FROM o.customer_id`,
    params: [],
  })
  expect(lines).toEqual([{ differ: 0 }])
  return Object.fromEntries(rows.map(({ who, orders }) => [who, orders.split(' ')]))
}

test('without a rule of its own every identity is a customer', async () => {
  expect(Object.keys(await customers({}))).toHaveLength(PEOPLE.length)
})

test('addresses with a tag are those without', async () => {
  const found = await customers({ fold_tags: true })
  expect(found['ana@x.es']).toEqual(['ana+gifts@x.es', 'ana+shop@x.es', 'ana@x.es'])
  expect(Object.keys(found)).toHaveLength(PEOPLE.length - 2)
})

test('one phone is one person, under the address that comes first; numbers too short to tell are none', async () => {
  const found = await customers({ join_phones: true })
  expect(found['bea@x.es']).toEqual(['bea@x.es', 'beatriz@work.es', 'tel:600111333'])
  expect(found['short@x.es']).toEqual(['short@x.es'])
})

test('phones that tell nobody apart leave their orders without a customer', async () => {
  const found = await customers({ by_phone: false, by_platform_id: false })
  expect(found['']).toEqual(['id:77', 'tel:600111333', 'tel:600999000'])
  expect(found['bea@x.es']).toEqual(['bea@x.es'])
})

test('what was merged by hand stays, also against the rule', async () => {
  const merge = (from: string, into: string): CustomerEdit => ({
    action: 'merge',
    identity: from,
    into,
    set: {},
  })
  const edits = [merge('tel:600999000', 'bea@x.es'), merge('ana@x.es', 'bea@x.es')]
  const found = await customers({ by_phone: false, fold_tags: true }, edits)
  expect(found['bea@x.es']).toEqual([
    'ana+gifts@x.es',
    'ana+shop@x.es',
    'ana@x.es',
    'bea@x.es',
    'tel:600999000',
  ])
  expect(found['']).toEqual(['tel:600111333'])
})

test('the order in which people came does not matter, and going back brings everybody back', async () => {
  const rule = { fold_tags: true, join_phones: true }
  const first = await customers(rule)
  expect(await customers(rule, [], PEOPLE.toReversed())).toEqual(first)
  expect(Object.keys(await customers({}))).toHaveLength(PEOPLE.length)
})
