import { afterAll, beforeAll, expect, it } from 'vitest'
import { columnsIn, type FoundColumn, redactedCopy } from '../../src/query/redaction.ts'
import { pseudonymsBy } from '../../src/store/file/pseudonyms.ts'
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
