import { afterAll, beforeAll, expect, it } from 'vitest'
import { type NativeEngine, openNativeEngine } from '../../tests/native-engine.ts'
import { columnsIn, type FoundColumn, redactedCopy } from './redaction.ts'

const KEYS = { inner: 'aa', outer: 'bb' }

let engine: NativeEngine

beforeAll(async () => {
  engine = await openNativeEngine()
  for (const sql of [
    `ATTACH ':memory:' AS source`,
    `ATTACH ':memory:' AS target`,
    `CREATE TABLE source.identities AS SELECT * FROM (VALUES
       (1, 'ana@example.com', '77', 'ana@example.com', 'Ana López', '+34600', 'ES'),
       (2, 'luis@example.com', NULL, 'luis@example.com', NULL, NULL, 'PT'))
       t(customer_id, identity, platform_id, email, name, phone, country)`,
    `CREATE TABLE source.lines AS SELECT 'A1' AS order_id, 1 AS customer_id, 'Mug' AS title, 2.5 AS quantity`,
    `CREATE TABLE source.reviews AS SELECT 'MUG' AS product_id, 'Ana López' AS author, 5 AS stars, 'write me' AS body`,
    `CREATE TABLE source.events AS SELECT 'cart' AS event, 'v-77' AS visitor, 'sku:MUG' AS product_key`,
    `CREATE TABLE source.refunds AS SELECT 'A1' AS order_id, 'Ana did not like it' AS reason`,
  ])
    await engine.exec(sql)
  const columns = await engine.run<FoundColumn>(columnsIn('source'))
  for (const sql of redactedCopy('target', 'source', columns, KEYS)) await engine.exec(sql)
})

afterAll(() => engine.close())

const rows = (table: string) =>
  engine.run<Record<string, unknown>>({ sql: `SELECT * FROM target.${table}`, params: [] })

it('leaves of a person a pseudonym and a country', async () => {
  const people = await rows('identities')
  expect(people).toMatchObject([
    { customer_id: 1, email: null, name: null, phone: null, country: 'ES' },
    { customer_id: 2, platform_id: null, email: null, country: 'PT' },
  ])
  const pseudonyms = people.map(({ identity }) => String(identity))
  expect(new Set(pseudonyms).size).toBe(2)
  for (const pseudonym of pseudonyms) expect(pseudonym).toMatch(/^p_[0-9a-f]{24}$/)
})

it('keeps orders as they are, and of other tables no text that might be about somebody', async () => {
  expect(await rows('lines')).toMatchObject([{ order_id: 'A1', customer_id: 1, title: 'Mug' }])
  expect(await rows('reviews')).toEqual([{ product_id: 'MUG', author: null, stars: 5, body: null }])
})

it('keeps what was done with which product, and no word of a person or number of a visitor', async () => {
  const [event] = await rows('events')
  expect(event).toMatchObject({ event: 'cart', product_key: 'sku:MUG' })
  expect(event?.['visitor']).toMatch(/^p_[0-9a-f]{24}$/)
  expect(await rows('refunds')).toEqual([{ order_id: 'A1', reason: null }])
})

it('gives the same person the same pseudonym with the same key only', async () => {
  const [one] = await engine.run<FoundColumn>(columnsIn('source')).then(async (columns) => {
    await engine.exec(`ATTACH ':memory:' AS other`)
    for (const sql of redactedCopy('other', 'source', columns, { ...KEYS, inner: 'cc' }))
      await engine.exec(sql)
    return engine.run<{ identity: string }>({ sql: 'SELECT identity FROM other.identities', params: [] })
  })
  expect(one?.identity).not.toBe((await rows('identities'))[0]?.['identity'])
})
