import { afterEach, expect, it } from 'vitest'
import { openWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { removeRescue } from '../../src/store/rescue/folder.ts'
import { removeSentinel } from '../../src/store/sentinel.ts'
import { SCHEMA_VERSION } from '../../src/store/workspace-database.ts'
import schema1 from './schema-1.json.gz?url'
import schema2 from './schema-2.json.gz?url'
import { type Frozen, thaw } from './thaw.ts'

let workspace: Workspace | undefined
afterEach(async () => {
  const id = workspace?.row.id ?? ''
  await workspace?.close()
  await workspace?.database.delete({ disableAutoOpen: true })
  await removeSentinel(id)
  await removeRescue(id)
})

async function frozenFile(url: string): Promise<Frozen> {
  const response = await fetch(url)
  // The server of the tests may have unpacked it already.
  const packed = new Uint8Array(await response.clone().arrayBuffer())[0] === 0x1f
  const stream = packed ? response.body?.pipeThrough(new DecompressionStream('gzip')) : response.body
  return (await new Response(stream).json()) as Frozen
}

const row = (id: string) => ({
  id,
  name: 'Frozen',
  created_at: '2024-01-01',
  opened_at: '2024-01-01',
  demo: false,
})

it.each([
  [1, schema1],
  [2, schema2],
])('opens what schema %i has left, whole, after a rescue copy where it is older', async (schema, url) => {
  const frozen = await frozenFile(url)
  expect(frozen.schema).toBe(schema)
  const kept = frozen.databases.find(({ name }) => name !== 'ventas')
  if (!kept) throw new Error('the frozen file holds no workspace')
  const id = crypto.randomUUID()
  await thaw(kept, `ventas-${id}`)
  workspace = await openWorkspace(row(id))
  expect(workspace.database.backendDB().version).toBe(SCHEMA_VERSION * 10)
  const [sums] = await workspace.query.run({
    sql: `SELECT CAST(count(*) AS DOUBLE) AS lines, CAST(sum(net) AS DOUBLE) AS net, CAST(count(DISTINCT customer_id) AS DOUBLE) AS people FROM store.lines`,
    params: [],
  })
  expect(sums).toEqual({ lines: 60, net: 30_000, people: 7 })
  expect(await workspace.imports.list()).toMatchObject([{ state: 'committed', added: expect.any(Number) }])
  expect(await workspace.records('saved_queries').list()).toMatchObject([{ data: { name: 'Frozen' } }])
  const copies = await workspace.safety.rescue.list()
  // A slow machine may have made the copy of the first minute, too.
  const before = copies.filter(({ reason }) => reason === 'migration')
  expect(before).toHaveLength(schema < SCHEMA_VERSION ? 1 : 0)
})
