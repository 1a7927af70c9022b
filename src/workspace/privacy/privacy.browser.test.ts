import { afterEach, beforeEach, expect, it } from 'vitest'
import { removeRescue } from '../../store/rescue/folder.ts'
import { removeSentinel } from '../../store/sentinel.ts'
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

async function importFile(lines: readonly string[]) {
  const looked = await workspace.imports.preview([new File([lines.join('\n')], 'orders.csv')], {
    currency: 'EUR',
  })
  if (!looked.ok) throw new Error(looked.failure.detail)
  const stored = await workspace.imports.commit(looked.value.id, {})
  if (!stored.ok) throw new Error(stored.failure.detail)
  return stored.value.row
}

const totals = async () => {
  const [row] = await workspace.query.run({
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

it('applies a retention rule to those who have not ordered since, after a look at how many', async () => {
  await importFile(FIRST)
  const months = Math.ceil((Date.now() - Date.parse('2025-01-01')) / (30 * 86_400_000))
  expect(await workspace.privacy.retain(months + 3, false)).toMatchObject({ ok: true, value: { people: 0 } })
  expect(await workspace.privacy.retain(1, false)).toMatchObject({ ok: true, value: { people: 2 } })
  expect(await workspace.privacy.retain(1, true)).toMatchObject({ ok: true, value: { people: 2 } })
  expect(await placesOf('@example.com')).toEqual([])
  expect(await workspace.privacy.retain(1, false)).toMatchObject({ ok: true, value: { people: 0 } })
})
