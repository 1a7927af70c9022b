import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type NativeEngine, openNativeEngine } from '../../../tests/native-engine.ts'
import { duplicateCustomers } from './duplicates.ts'

let engine: NativeEngine
beforeAll(async () => {
  engine = await openNativeEngine()
  await engine.exec('CREATE SCHEMA directory')
})
beforeEach(() =>
  engine.exec(
    'CREATE OR REPLACE TABLE directory.base (customer_id INTEGER, orders INTEGER, net BIGINT, email VARCHAR, phone VARCHAR, name VARCHAR, country VARCHAR)',
  ),
)
afterAll(() => engine.close())

const people = (values: string) => engine.exec(`INSERT INTO directory.base VALUES ${values}`)
const pairs = async (limit = 100) =>
  (await engine.run(duplicateCustomers(limit))).map(({ reason, first_id, second_id }) => [
    reason,
    first_id,
    second_id,
  ])

it('pairs by e-mail whatever its case, phone whatever its prefix, name whatever the order of its words', async () => {
  await people(`(1, 3, 900, 'Ana@x.es', NULL, NULL, NULL), (2, 1, 100, 'ana@x.es', NULL, NULL, NULL),
    (3, 1, 100, NULL, '+34 600 111 222', NULL, NULL), (4, 2, 500, NULL, '600111222', NULL, NULL),
    (5, 1, 100, NULL, NULL, 'Ána Ruiz', 'ES'), (6, 1, 90, NULL, NULL, 'Ruiz, Ana', 'ES'), (7, 1, 80, NULL, NULL, 'Ana Ruiz', 'FR'),
    (8, 1, 1, NULL, '123456', 'Ana', 'ES'), (9, 1, 1, NULL, '123456', 'Ana', 'ES')`)
  expect(await pairs()).toEqual([
    ['email', 1, 2],
    ['phone', 4, 3],
    ['name', 5, 6],
  ])
})

it('says nothing of what more than four share', async () => {
  const shared = (count: number) =>
    Array.from(
      { length: count },
      (_, at) => `(${at + 1}, 1, ${100 - at}, NULL, '911000111', NULL, NULL)`,
    ).join(', ')
  await people(shared(4))
  expect(await pairs()).toEqual([
    ['phone', 1, 2],
    ['phone', 1, 3],
    ['phone', 1, 4],
  ])
  await engine.exec('DELETE FROM directory.base')
  await people(shared(5))
  expect(await pairs()).toEqual([])
})

it('tells a pair once, by its surest reason, and those of most worth first', async () => {
  await people(`(1, 2, 500, 'a@x.es', '600111222', 'Ana Ruiz', 'ES'), (2, 1, 100, 'a@x.es', '600111222', 'Ana Ruiz', 'ES'),
    (3, 2, 9000, 'b@x.es', NULL, NULL, NULL), (4, 1, 100, 'b@x.es', NULL, NULL, NULL)`)
  expect(await pairs()).toEqual([
    ['email', 3, 4],
    ['email', 1, 2],
  ])
  expect(await pairs(1)).toEqual([['email', 3, 4]])
})
