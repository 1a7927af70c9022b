import { afterAll, beforeAll, expect, it } from 'vitest'
import { type NativeEngine, openNativeEngine } from '../../../tests/native-engine.ts'
import { columnList, IDENTITY_COLUMNS } from '../tables.ts'
import { peopleBefore, personByAny } from './person.ts'

let engine: NativeEngine
beforeAll(async () => {
  engine = await openNativeEngine()
  await engine.exec('CREATE SCHEMA store')
  await engine.exec(`CREATE TABLE store.identities (${columnList(IDENTITY_COLUMNS)})`)
  await engine.exec(`INSERT INTO store.identities (customer_id, identity, platform_id, email, name, phone) VALUES
    (1, 'ana@x.es', 'cus_NffrFeUfNV2Hib', 'Ana@X.es', 'Ana Ruiz', '+34 600 111 222'),
    (2, 'id:B-77', 'B-77', NULL, 'Bea', NULL), (3, 'new@x.es', NULL, 'new@x.es', NULL, NULL)`)
  await engine.exec(`CREATE TABLE store.orders AS SELECT * FROM (VALUES (1, DATE '2024-02-01'), (1, DATE '2025-05-01'),
    (2, DATE '2024-12-31')) t(customer_id, day)`)
})
afterAll(() => engine.close())

const found = async (statement: ReturnType<typeof peopleBefore>) =>
  (await engine.run(statement)).map(({ customer_id }) => customer_id)

it.each([
  ['cus_NffrFeUfNV2Hib', 1],
  ['CUS_nffrfeufnv2hib', 1],
  [' ana@x.ES ', 1],
  ['ana ruiz', 1],
  ['+34 600 111 222', 1],
  ['b-77', 2],
  ['ID:b-77', 2],
  ['3', 3],
])('finds a person by %s, whatever its case', async (text, customer) => {
  expect(await found(personByAny(text))).toEqual([customer])
})

it('says when each last ordered, so that two of one name are told apart', async () => {
  const [ana] = await engine.run(personByAny('ana ruiz'))
  expect(ana).toMatchObject({ email: 'Ana@X.es', last_day: '2025-05-01' })
  expect(await engine.run(personByAny('new@x.es'))).toMatchObject([{ customer_id: 3, last_day: null }])
})

it('knows whose last order is before a day; who never ordered has no such day', async () => {
  expect(await found(peopleBefore('2025-01-01'))).toEqual([2])
  expect(await found(peopleBefore('2025-05-01'))).toEqual([2])
  expect(await found(peopleBefore('2025-05-02'))).toEqual([1, 2])
})
