import { afterAll, beforeAll, expect, it } from 'vitest'
import { countPersonal } from '../../src/query/personal-columns.ts'
import { columnsIn, type FoundColumn, redactedCopy } from '../../src/query/redaction.ts'
import { pseudonymsBy } from '../../src/store/file/pseudonyms.ts'
import { seekPeople } from './seek-people.ts'
import { redactRows } from '../../src/store/file/redact-rows.ts'
import type { Snapshot } from '../../src/store/file/snapshot.ts'
import type { StoredRecord } from '../../src/store/records.ts'
import { type NativeEngine, openNativeEngine } from '../../tests/native-engine.ts'

const KEYS = { inner: 'aa', outer: 'bb' }
const PEOPLE = ['ana@example.com', 'tel:+34600111222', 'id:17850']

let engine: NativeEngine
beforeAll(async () => {
  engine = await openNativeEngine()
})
afterAll(() => engine.close())

const note = (identity: string): StoredRecord => ({
  id: identity,
  at: '2026-01-01T00:00:00.000Z',
  data: { kind: 'customer', identity, text: 'wrote from ana@example.com' },
})

const snapshot: Snapshot = {
  parts: [],
  manifests: [],
  settings: [],
  imports: [],
  refused: [],
  records: new Map([['notes', PEOPLE.map(note)]]),
}

it('gives a person the same pseudonym in records and in parts', async () => {
  await engine.exec(`ATTACH ':memory:' AS source`)
  await engine.exec(`ATTACH ':memory:' AS target`)
  await engine.exec(`CREATE TABLE source.identities AS SELECT unnest(['${PEOPLE.join("', '")}']) AS identity`)
  const columns = await engine.run<FoundColumn>(columnsIn('source'))
  for (const sql of redactedCopy('target', 'source', columns, KEYS)) await engine.exec(sql)
  const rows = await engine.run<{ identity: string }>({
    sql: 'SELECT identity FROM target.identities',
    params: [],
  })
  const { records } = redactRows(snapshot, await pseudonymsBy(KEYS))
  const notes = records.get('notes') ?? []
  expect(notes.map(({ data }) => data['identity'])).toEqual(rows.map(({ identity }) => identity))
  expect(notes.map(({ data }) => data['text'])).toEqual(PEOPLE.map(() => 'wrote from [removed]'))
})

it('takes the names and phones of known people out of what was written', async () => {
  const texts = [
    'Ring Ana  RUIZ, on (+34) 600-111 222 or 699 999 999',
    'María José de la O asked Ana Belén Ruiz',
    "WHERE name = 'Ana Ruiz' AND id = 123456789",
    'Ana alone, and a Blue Mug',
  ]
  const rows = texts.map((text, at) => ({ id: `${at}`, at: '', data: { text } }))
  const given = { ...snapshot, records: new Map([['notes', rows] as const]) }
  await engine.exec(`ATTACH ':memory:' AS named`)
  await engine.exec(`CREATE TABLE named.identities AS SELECT 'Ana Ruiz' AS name, '+34600111222' AS phone
    UNION ALL SELECT 'María José de la O', NULL UNION ALL SELECT 'Ana', '5'`)
  const people = seekPeople(given)
  await people.seek(engine, 'named', await engine.run<FoundColumn>(columnsIn('named')))
  const { records } = redactRows(given, (identity) => identity, people.known)
  expect(records.get('notes')?.map(({ data }) => data['text'])).toEqual([
    'Ring [removed], on ([removed] or 699 999 999',
    '[removed] asked Ana Belén Ruiz',
    "WHERE name = '[removed]' AND id = 123456789",
    'Ana alone, and a Blue Mug',
  ])
})

it('takes out those, too, whom no file knows: made by hand, or named otherwise', () => {
  const edit = (set: object, at: number): StoredRecord => ({
    id: `${at}`,
    at: '',
    data: {
      kind: 'customer',
      n: at,
      label: 'Eva  de la Cruz',
      edit: { action: 'change', identity: 'x', set },
    },
  })
  const edits = [edit({ name: 'Leo O’Hara' }, 1), edit({ phone: '+351 912 345 678' }, 2)]
  const text = 'Leo O’HARA and eva de la cruz rang from 912345678; Leo alone'
  const notes = [{ id: 'n', at: '', data: { text } }]
  const given = { ...snapshot, records: new Map([['edits', edits] as const, ['notes', notes] as const]) }
  const { records } = redactRows(given, (identity) => identity, seekPeople(given).known)
  expect(records.get('edits')).toEqual([])
  expect(records.get('notes')?.[0]?.data['text']).toBe(
    '[removed] and [removed] rang from [removed]; Leo alone',
  )
})

it('knows what a copy without personal data would hold, without making it', async () => {
  const source = `(SELECT 1 AS customer_id, 'ana@example.com' AS identity, 'ana@example.com' AS email, 'Ana' AS name,
    NULL::VARCHAR AS phone, 'c1' AS platform_id, 'ES' AS country
    UNION ALL SELECT 2, 'id:17850', NULL, NULL, NULL, NULL, 'FR')`
  await engine.exec(`ATTACH ':memory:' AS whole`)
  await engine.exec(`ATTACH ':memory:' AS bare`)
  await engine.exec(`CREATE TABLE whole.identities AS FROM ${source}`)
  await engine.exec(`CREATE TABLE whole.events AS SELECT 'v1' AS visitor, 'view' AS kind`)
  await engine.exec(`CREATE TABLE whole.reviews AS SELECT 'P1' AS product_id, 'Call me, Ana' AS body`)
  const columns = await engine.run<FoundColumn>(columnsIn('whole'))
  for (const sql of redactedCopy('bare', 'whole', columns, KEYS)) await engine.exec(sql)
  const told = (await countPersonal(engine, 'bare', false)).filter(({ rows }) => rows > 0)
  expect(await countPersonal(engine, 'whole', true)).toEqual(told)
  expect(told).toEqual([
    { column: 'events.visitor', rows: 1, pseudonym: true },
    { column: 'customers.identity', rows: 2, pseudonym: true },
    { column: 'customers.platform_id', rows: 1, pseudonym: true },
  ])
  expect((await countPersonal(engine, 'whole', false)).filter(({ pseudonym }) => pseudonym)).toEqual([])
})
