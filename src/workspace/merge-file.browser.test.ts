import { afterEach, beforeEach, expect, it } from 'vitest'
import { readSentinel } from '../store/sentinel.ts'
import { scratchFolder } from '../store/file/scratch-folder.ts'
import { entryNames } from '../store/opfs.ts'
import { mergeFile, type MergeOptions } from './merge-file.ts'
import { createSession, type Session } from './session.ts'
import { exportWorkspace, inspectFile, openFile } from './workspace-files.ts'

const HEAD =
  'Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Id'
const order = (number: number, email: string) =>
  `#${number},${email},paid,2025-03-01 12:00:00 +0100,EUR,20.00,0.00,0.00,20.00,2025-03-01 12:00:00 +0100,2,Cup,10.00,CUP,${number}`

let session: Session
let own: string
const made: string[] = []

async function importFile(orders: readonly string[], name: string) {
  const { imports } = session.current()
  const looked = await imports.preview([new File([[HEAD, ...orders].join('\n')], name)], { currency: 'EUR' })
  if (!looked.ok) throw new Error(looked.failure.detail)
  const stored = await imports.commit(looked.value.id, {})
  if (!stored.ok) throw new Error(stored.failure.detail)
}

const fileOf = async (id: string) => {
  const exported = await exportWorkspace(session, id, { kind: 'full' })
  if (!exported.ok) throw new Error(exported.failure.detail)
  return exported.value.file
}

const merged = (file: Blob, choices: MergeOptions['choices']) =>
  mergeFile(session, file, { dryRun: false, choices })

const texts = async () => (await session.current().records('notes').list()).map(({ data }) => data['text'])

const historyOf = async () =>
  (await session.current().safety.history.list()).map(({ kind, facts }) => [kind, facts['what'] ?? null])

beforeEach(async () => {
  session = await createSession()
  const row = await session.create('Own')
  own = row.id
  made.push(own)
  await session.open(own)
  await importFile([order(1, 'ana@example.com'), order(2, 'ben@example.com')], 'first.csv')
})

afterEach(async () => {
  for (const id of made.splice(0)) await session.remove(id)
  await session.current().close()
})

/** Opens a file of the own workspace beside it, and shows it. */
async function copyOf(file: Blob) {
  const opened = await openFile(session, file, undefined)
  if (!opened.ok) throw new Error(opened.failure.detail)
  made.push(opened.value.row.id)
  await session.open(opened.value.row.id)
  return opened.value.row.id
}

it('a merge leaves word of what it stored, stands in the history, tells what was deleted, and erases who was erased in the file', async () => {
  const notes = session.current().records('notes')
  const kept = await notes.put({ text: 'deleted here' })
  const back = await notes.put({ text: 'deleted here, and wanted again' })
  const stays = await notes.put({ text: 'deleted there' })
  const goes = await notes.put({ text: 'deleted there, and here, too' })
  const first = await fileOf(own)
  for (const { id } of [kept, back]) await notes.remove(id)
  const copy = await copyOf(first)
  for (const { id } of [stays, goes]) await session.current().records('notes').remove(id)
  await importFile([order(3, 'eva@example.com')], 'second.csv')
  await session.current().records('notes').put({ text: 'looks good' })
  const [ana] = await session.current().privacy.find('ana@example.com')
  expect(await session.current().privacy.erase(ana?.customer_id ?? -1)).toMatchObject({ ok: true })
  const file = await fileOf(copy)
  // Not the open one.
  await fileOf(own)
  await session.open(own)
  const before = await historyOf()
  expect(before.at(-1)).toEqual(['export', null])
  expect(await session.current().privacy.find('ana@example.com')).toHaveLength(1)

  const scratches = await entryNames(await scratchFolder())
  expect(await inspectFile(session, file, undefined)).toMatchObject({ ok: true })
  expect(await inspectFile(session, file.slice(0, file.size - 100), undefined)).toMatchObject({ ok: false })
  expect(await entryNames(await scratchFolder()), 'nothing that was unpacked stays').toEqual(scratches)

  const choices = { [`notes/${back.id}`]: 'theirs', [`notes/${goes.id}`]: 'theirs' } as const
  const done = await merged(file, choices)
  expect(done, 'a copy of before would bring her back').toMatchObject({ ok: true, value: { undo: null } })
  const told = done.ok ? done.value.tables.find(({ table }) => table === 'notes')?.deleted : []
  expect(new Map(told?.map(({ id, by }) => [id, by]))).toEqual(
    new Map([
      [kept.id, 'mine'],
      [back.id, 'mine'],
      [stays.id, 'theirs'],
      [goes.id, 'theirs'],
    ]),
  )
  expect((await texts()).toSorted()).toEqual([
    'deleted here, and wanted again',
    'deleted there',
    'looks good',
  ])
  expect(await readSentinel(own)).toMatchObject({ generation: 2 })
  expect((await historyOf()).slice(before.length)).toEqual([
    ['edit', null],
    ['edit', 'merge'],
    ['import', null],
    ['erasure', null],
  ])
  expect((await session.current().safety.history.state()).broken_at).toBeNull()
  expect(await session.current().privacy.find('ana@example.com')).toEqual([])
  for (const known of ['ben@example.com', 'eva@example.com'])
    expect(await session.current().privacy.find(known)).toHaveLength(1)
}, 180_000)
