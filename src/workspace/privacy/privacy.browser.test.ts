import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { currentManifest } from '../../store/generations.ts'
import { removeRescue } from '../../store/rescue/folder.ts'
import { removeSentinel } from '../../store/sentinel.ts'
import { leaveUnfinished, readUnfinished } from '../../store/unfinished.ts'
import { eraseAgain } from './erase-again.ts'
import { erasedLists } from './erased-list.ts'
import { openWorkspace, type Workspace } from '../workspace.ts'

const HEAD =
  'Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name,Id'
const order = (number: number, email: string, day: string) =>
  `#${number},${email},paid,${day} 12:00:00 +0100,EUR,20.00,0.00,0.00,20.00,${day} 12:00:00 +0100,2,Cup,10.00,CUP,Ana Ruiz,${number}`
const FIRST = [HEAD, order(1, 'ana@example.com', '2025-03-01'), order(2, 'ben@example.com', '2025-03-02')]
const SECOND = [HEAD, order(3, 'Ana@Example.com', '2025-03-03'), order(1, 'ana@example.com', '2025-03-01')]

let workspace: Workspace

beforeEach(async () => {
  const now = new Date().toISOString()
  workspace = await openWorkspace({
    id: crypto.randomUUID(),
    name: 'T',
    created_at: now,
    opened_at: now,
    demo: false,
  })
})
afterEach(async () => {
  const { id } = workspace.row
  await workspace.close()
  await workspace.database.delete({ disableAutoOpen: true })
  await removeSentinel(id)
  await removeRescue(id)
})

async function importFile(lines: readonly string[], name = 'orders.csv') {
  const looked = await workspace.imports.preview([new File([lines.join('\n')], name)], {
    currency: 'EUR',
  })
  if (!looked.ok) throw new Error(looked.failure.detail)
  const stored = await workspace.imports.commit(looked.value.id, {})
  if (!stored.ok) throw new Error(stored.failure.detail)
  return stored.value.row
}

const totals = async () => {
  const [row] = await workspace.query.run<Record<string, number>>({
    sql: `SELECT CAST(sum(net) AS DOUBLE) AS net, CAST(count(*) AS DOUBLE) AS orders, CAST(count(DISTINCT customer_id) AS DOUBLE) AS people,
      (SELECT CAST(count(*) AS DOUBLE) FROM store.identities) AS known FROM store.orders`,
    params: [],
  })
  return row
}

const bytesHold = async (blob: Blob, text: string) =>
  new TextDecoder('latin1').decode(await blob.arrayBuffer()).includes(text)

/** Names of tables in which the text stands. */
async function placesOf(text: string): Promise<string[]> {
  const places: string[] = []
  for (const table of workspace.database.tables)
    for (const row of await table.toArray()) {
      const { file, ...rest } = row as { file?: Blob }
      if (JSON.stringify(rest).toLowerCase().includes(text) || (file && (await bytesHold(file, text))))
        places.push(table.name)
    }
  return places
}

const personOf = async (text: string) => {
  const [person] = await workspace.privacy.find(text)
  if (!person) throw new Error('nobody found')
  return person
}

it('gives everything that is held on a person', async () => {
  await importFile(FIRST)
  const { customer_id } = await personOf('ana@example.com')
  await workspace.records('notes').put({ customer_id, text: 'likes blue' })
  const outcome = await workspace.privacy.export(customer_id)
  if (!outcome.ok) throw new Error(outcome.failure.detail)
  expect(outcome.value.customer).toMatchObject({ email: 'ana@example.com' })
  expect(outcome.value.orders).toMatchObject([{ order_id: '1', net: 20, currency: 'EUR' }])
  expect(outcome.value.order_lines).toHaveLength(1)
  expect(outcome.value.records).toMatchObject([{ table: 'notes', record: { data: { text: 'likes blue' } } }])
  expect((await workspace.privacy.export(999)).ok).toBe(false)
})

it('erases a person everywhere, keeps every total, and keeps them out when their file comes again', async () => {
  await importFile(FIRST)
  await importFile([...FIRST, 'broken,ana@example.com,paid,when?,EUR'])
  const { customer_id } = await personOf('ana@example.com')
  await workspace.records('notes').put({ customer_id, text: 'x' })
  await workspace.records('saved_queries').put({ sql: "SELECT 1 WHERE email = 'ana@example.com'" })
  const before = await totals()
  expect(await placesOf('ana@example.com')).toContain('parts')

  expect(await workspace.privacy.erase(customer_id)).toMatchObject({ ok: true })
  expect(await totals()).toEqual(before)
  expect(await placesOf('ana@example.com')).toEqual([])
  expect(await placesOf('ben@example.com')).toContain('parts')
  expect(await workspace.records('notes').list()).toEqual([])
  expect(await workspace.privacy.erase(customer_id)).toMatchObject({
    ok: false,
    failure: { code: 'CONFLICT' },
  })

  const again = await importFile(SECOND)
  expect(again).toMatchObject({ added: 1, updated: 0 })
  expect(await placesOf('ana@example.com')).toEqual([])
  expect(await totals()).toMatchObject({ orders: 3, people: 2, known: 2 })
})

it('whoever was erased is gone from the screens, also where the disk cannot be cleaned now', async () => {
  await importFile(FIRST)
  const person = await personOf('ana@example.com')
  vi.spyOn(workspace.safety.rescue, 'renew').mockRejectedValue(new DOMException('full', 'QuotaExceededError'))
  const reported = vi.spyOn(globalThis, 'reportError').mockImplementation(() => {})
  expect(await workspace.privacy.erase(person.customer_id)).toEqual({ ok: true, value: { generation: 2 } })
  vi.restoreAllMocks()
  expect(reported).toHaveBeenCalledOnce()
  expect(await workspace.privacy.find('ana@example.com')).toEqual([])
  expect(workspace.generation()).toBe(2)
  expect(await readUnfinished(workspace.database), 'the next start cleans it').toBe('clean')
})

it('applies a retention rule to those who have not ordered since, after a look at how many', async () => {
  await importFile(FIRST)
  const months = Math.ceil((Date.now() - Date.parse('2025-01-01')) / (30 * 86_400_000))
  expect(await workspace.privacy.retain(months + 3, false)).toMatchObject({ ok: true, value: { people: 0 } })
  expect(await workspace.privacy.retain(1, false)).toMatchObject({ ok: true, value: { people: 2 } })
  expect(await workspace.privacy.retain(1, true)).toMatchObject({ ok: true, value: { people: 2 } })
  expect(await placesOf('@example.com')).toEqual([])
  expect(await workspace.privacy.retain(1, false)).toMatchObject({ ok: true, value: { people: 0 } })
})

const REVIEWS = [
  'title,body,rating,review_date,reviewer_name,reviewer_email,product_handle',
  'So so,Ana Ruiz of ana@example.com says meh,3,2025-03-05,Ana Ruiz,ana@example.com,cup',
  'Fine,A good cup,5,2025-03-06,Ben,ben@example.com,cup',
]
const reviews = () =>
  workspace.query.run<{ headline: string | null; rating: number }>({
    sql: 'SELECT headline, rating FROM store.reviews ORDER BY rating',
    params: [],
  })

it('takes what a person wrote along, keeps the stars and what others wrote, also when the file comes again', async () => {
  await importFile(FIRST)
  await importFile(REVIEWS, 'reviews.csv')
  expect(await reviews()).toHaveLength(2)
  const { customer_id } = await personOf('ana@example.com')
  const held = await workspace.privacy.export(customer_id)
  expect(held).toMatchObject({ ok: true, value: { reviews: [{ headline: 'So so' }] } })

  expect(await workspace.privacy.erase(customer_id)).toMatchObject({ ok: true })
  const left = [
    { headline: null, rating: 3 },
    { headline: 'Fine', rating: 5 },
  ]
  expect(await reviews()).toEqual(left)
  expect(await placesOf('ana@example.com')).toEqual([])
  expect(await importFile(REVIEWS, 'reviews.csv')).toMatchObject({ added: 0, updated: 0 })
  expect(await reviews()).toEqual(left)
  expect(await placesOf('ana@example.com')).toEqual([])
})

it('erases whoever was merged into the person by hand, and their places in what models keep', async () => {
  await importFile([...FIRST, order(4, 'ana.old@example.com', '2025-02-01')])
  const ana = await personOf('ana@example.com')
  const old = await personOf('ana.old@example.com')
  const merge = {
    action: 'merge',
    identity: 'ana.old@example.com',
    into: 'ana@example.com',
    set: {},
  } as const
  await workspace.edits.add(merge, 'ana.old@example.com')
  const ids = [(await personOf('ben@example.com')).customer_id, ana.customer_id, old.customer_id]
  await workspace
    .records('customer_segments')
    .put({ customers: ids, codes: 'abc', names: ['x', 'y', 'z'] }, 'm')
  const filter = { q: 'ana.old@example.com' }
  await workspace.records('segments').put({ name: 'Hers', filter })
  const before = await totals()

  expect(await workspace.privacy.erase(ana.customer_id)).toMatchObject({ ok: true })
  expect(await totals()).toMatchObject({ net: before?.['net'], orders: before?.['orders'] })
  expect(await placesOf('ana')).toEqual([])
  expect(await workspace.records('customer_segments').get('m')).toMatchObject({
    data: { customers: [ids[0]], codes: 'a', names: ['x', 'y', 'z'] },
  })
  expect(await workspace.records('segments').list()).toMatchObject([{ data: { filter: { q: '[erased]' } } }])
})

it('applies an erased list to what comes from elsewhere, under the key that was left', async () => {
  await importFile(FIRST)
  const file = await currentManifest(workspace.database)
  const older = await workspace.database.parts.toArray()
  const { customer_id } = await personOf('ana@example.com')
  expect(await workspace.privacy.erase(customer_id)).toMatchObject({ ok: true })
  const lists = await erasedLists(workspace.database)
  // As an old file or a rescue copy would: the parts of before.
  await workspace.database.parts.bulkPut(older)
  await workspace.database.manifests.put({ ...file, generation: 90 })
  expect(await placesOf('ana@example.com')).toEqual(['parts', 'parts'])
  expect(await eraseAgain(workspace.database, lists)).toMatchObject({ ok: true, value: { people: 1 } })
  expect(await placesOf('ana@example.com')).toEqual([])
  expect(await placesOf('ben@example.com')).toContain('parts')
  expect(await workspace.records('erased').list()).toHaveLength(1)
  expect(await eraseAgain(workspace.database, lists)).toMatchObject({ value: { people: 0, manifest: null } })
})

it('ends at the next start what a stop between a restore and the erasure after it has left', async () => {
  await importFile(FIRST)
  const { row } = workspace
  const copy = await workspace.safety.rescue.make('change')
  const older = await workspace.database.parts.toArray()
  const manifest = await currentManifest(workspace.database)
  const { customer_id } = await personOf('ana@example.com')
  expect(await workspace.privacy.erase(customer_id)).toMatchObject({ ok: true })
  expect(await readUnfinished(workspace.database)).toBeNull()
  expect((await workspace.safety.rescue.list()).map(({ made_at }) => made_at)).not.toContain(copy.made_at)

  // The rows of before are back, and the browser was stopped there.
  await workspace.database.parts.bulkPut(older)
  await workspace.database.manifests.put({ ...manifest, generation: 90 })
  await leaveUnfinished(workspace.database, 'erase')
  const knowing = await workspace.safety.rescue.make('change')
  await workspace.close()
  workspace = await openWorkspace(row)
  expect(await placesOf('ana@example.com')).toEqual([])
  expect(await placesOf('ben@example.com')).toContain('parts')
  await vi.waitFor(async () => expect(await readUnfinished(workspace.database)).toBeNull(), {
    timeout: 20_000,
    interval: 200,
  })
  const left = (await workspace.safety.rescue.list()).map(({ made_at }) => made_at)
  expect(left).toHaveLength(1)
  expect(left).not.toContain(knowing.made_at)
})
