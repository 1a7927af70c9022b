import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { currentManifest } from '../store/generations.ts'
import type { ManifestRow } from '../store/records.ts'
import { openWorkspaceDatabase, type WorkspaceDatabase } from '../store/workspace-database.ts'
import { createImports, type Imports } from './imports.ts'

const HEAD = 'Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country'
const file = (name: string, ...orders: readonly number[]) => {
  const lines = orders.map((order) => `${order},85123A,LAMP,2,2010-12-01 08:26:00,2.55,17850,France`)
  return new File([[HEAD, ...lines, ''].join('\n')], name)
}
const GBP = { currency: 'GBP' } as const

let database: WorkspaceDatabase
let imports: Imports
let shown: ManifestRow[]

beforeEach(async () => {
  database = await openWorkspaceDatabase(`imports-test-${crypto.randomUUID()}`)
  shown = []
  imports = createImports({
    database,
    browserZone: 'Europe/London',
    onGeneration: async (manifest) => void shown.push(manifest),
    withWriter: (work) => work(),
  })
})
afterEach(async () => {
  await imports.close()
  await database.delete()
})

const seen = async (...given: File[]) => {
  const outcome = await imports.preview(given, GBP)
  if (!outcome.ok) throw new Error(outcome.failure.detail)
  return outcome.value
}

describe('imports', () => {
  it('of two looks at once only the later one waits, and it is the one that is stored', async () => {
    const [first, second] = await Promise.all([
      imports.preview([file('one.csv', 536365)], GBP),
      imports.preview([file('two.csv', 536366, 536367)], GBP),
    ])
    expect(first).toMatchObject({ ok: false, failure: { code: 'CONFLICT' } })
    if (!second.ok) throw new Error(second.failure.detail)
    const stored = await imports.commit(second.value.id, {})
    expect(stored).toMatchObject({ ok: true, value: { row: { added: 2 } } })
    expect((await currentManifest(database)).rows).toBe(2)
  })

  it('never stores under the name of one import what was read for another', async () => {
    const first = await seen(file('one.csv', 536365))
    const later = imports.preview([file('two.csv', 536366, 536367)], GBP)
    expect(await imports.commit(first.id, {})).toMatchObject({ ok: false, failure: { code: 'NOT_FOUND' } })
    await later
    expect(shown).toEqual([])
  })

  it('leaves no trace of a commit that was cancelled, and reads the files anew for the next', async () => {
    const { id } = await seen(file('one.csv', 536365))
    const stop = new AbortController()
    const stopped = imports.commit(id, {}, { signal: stop.signal })
    stop.abort()
    expect(await stopped).toMatchObject({ ok: false, failure: { code: 'CANCELLED' } })
    expect(await database.parts.count()).toBe(0)
    expect(await imports.list()).toEqual([])
    expect(await imports.commit(id, {})).toMatchObject({ ok: true, value: { row: { added: 1 } } })
  })

  it.each(['write', 'the transaction'])('leaves no trace of a commit cancelled at: %s', async (instant) => {
    const { id } = await seen(file('one.csv', 536365))
    const stop = new AbortController()
    if (instant === 'the transaction') {
      const put = database.parts.bulkPut.bind(database.parts)
      const spy = vi.spyOn(database.parts, 'bulkPut').mockImplementation((rows) => {
        stop.abort()
        spy.mockRestore()
        return put(rows)
      })
    }
    const onProgress = ({ phase }: { phase: string }) => phase === instant && stop.abort()
    const stopped = await imports.commit(id, {}, { signal: stop.signal, onProgress })
    expect(stop.signal.aborted).toBe(true)
    expect(stopped).toMatchObject({ ok: false, failure: { code: 'CANCELLED' } })
    expect([await database.parts.count(), await database.manifests.count(), await imports.list()]).toEqual([
      0,
      0,
      [],
    ])
    expect(shown).toEqual([])
    expect(await imports.commit(id, {})).toMatchObject({ ok: true, value: { row: { added: 1 } } })
  })

  it('reads nothing more when it was closed while a look waited', async () => {
    const [first, queued] = [
      imports.preview([file('one.csv', 536365)], GBP),
      imports.preview([file('two.csv', 1)], GBP),
    ]
    await imports.close()
    expect(await first).toMatchObject({ ok: false })
    expect(await queued).toMatchObject({ ok: false, failure: { code: 'CANCELLED' } })
    expect(await imports.preview([file('one.csv', 536365)], GBP)).toMatchObject({
      ok: false,
      failure: { code: 'CANCELLED' },
    })
  })

  it('does not store on a generation that is gone, and does on the next try', async () => {
    const { id } = await seen(file('one.csv', 536365))
    await database.manifests.put({ ...(await currentManifest(database)), generation: 1 })
    expect(await imports.commit(id, {})).toMatchObject({ ok: false, failure: { code: 'CONFLICT' } })
    expect(await imports.commit(id, {})).toMatchObject({
      ok: true,
      value: { row: { base: 1, generation: 2 } },
    })
  })

  it('takes nothing back when the state to go back to is missing', async () => {
    for (const order of [536365, 536366]) {
      const { id } = await seen(file(`${order}.csv`, order))
      await imports.commit(id, {})
    }
    const [latest] = await imports.list()
    await database.manifests.delete(1)
    expect(await imports.takeBack(latest?.id ?? '')).toMatchObject({
      ok: false,
      failure: { code: 'DAMAGED' },
    })
    expect((await currentManifest(database)).rows).toBe(2)
  })
})
