import { expect, it } from 'vitest'
import type { StoredRecord } from '../records.ts'
import type { RecordTable } from '../workspace-database.ts'
import { redactRows } from './redact-rows.ts'
import type { Snapshot } from './snapshot.ts'

const record = (id: string, data: Record<string, unknown>): StoredRecord =>
  ({ id, at: '2026-01-01T00:00:00.000Z', data }) as StoredRecord

const TABLES: readonly (readonly [RecordTable, readonly StoredRecord[]])[] = [
  [
    'edits',
    [
      record('1', {
        kind: 'customer',
        edit: { action: 'change', identity: 'ana@x.es', set: { name: 'Ana' } },
      }),
      record('2', { kind: 'product', text: 'Mug' }),
    ],
  ],
  ['audit', [record('3', { what: 'erased ana@x.es' })]],
  ['erased', [record('4', { token: 'abc' })]],
  ['notes', [record('5', { subject: 'ana@x.es', text: 'Write to ana@x.es or bo@y.co.uk, not at 5@6' })]],
]

const snapshot = {
  imports: [
    {
      id: 'i',
      files: [
        {
          name: 'orders.csv',
          sample: [['ana@x.es']],
          proposals: [{ field: 'email', samples: ['ana@x.es'] }],
        },
      ],
    },
  ],
  refused: [{ line: 1, text: 'ana@x.es' }],
  records: new Map(TABLES),
} as unknown as Snapshot

it('keeps what was changed of customers, what happened and who was erased at home', () => {
  const { records } = redactRows(snapshot, () => 'P-1')
  expect(records.get('edits')?.map(({ id }) => id)).toEqual(['2'])
  expect(records.get('audit')).toEqual([])
  expect(records.get('erased')).toEqual([])
})

it('puts a pseudonym where a person is named alone, and takes addresses out of texts', () => {
  const { records } = redactRows(snapshot, (identity) => `P-${identity.length}`)
  expect(records.get('notes')?.[0]?.data).toEqual({
    subject: 'P-8',
    text: 'Write to [removed] or [removed], not at 5@6',
  })
})

it('leaves no cell of a file', () => {
  const { imports, refused } = redactRows(snapshot, () => 'P-1')
  expect(refused).toEqual([])
  expect(JSON.stringify(imports)).not.toContain('ana@')
  expect(imports[0]?.files[0]).toMatchObject({ name: 'orders.csv', sample: [], proposals: [{ samples: [] }] })
})
