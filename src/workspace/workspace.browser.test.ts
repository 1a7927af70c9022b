import { expect, it, vi } from 'vitest'
import { removeSentinel } from '../store/sentinel.ts'
import { openWorkspace } from './workspace.ts'

// Of the page only: the importer's engine runs in a worker, which this does not reach.
vi.mock('../query/duckdb.ts', () => ({ openEngine: () => Promise.reject(new Error('no memory')) }))

const CSV = `Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country
536365,85123A,LAMP,2,2010-12-01 08:26:00,2.55,17850,France
`

it('says that an import is stored when it is, though the engine of the page cannot show it', async () => {
  const now = new Date().toISOString()
  const row = { id: crypto.randomUUID(), name: 'Test', created_at: now, opened_at: now, demo: false }
  const workspace = await openWorkspace(row)
  const heard = vi.fn()
  workspace.onChange(heard)
  const looked = await workspace.imports.preview([new File([CSV], 'one.csv')], { currency: 'GBP' })
  if (!looked.ok) throw new Error(looked.failure.detail)
  expect(await workspace.imports.commit(looked.value.id, {})).toMatchObject({ ok: true })
  expect(workspace.generation()).toBe(1)
  expect(heard).toHaveBeenCalledOnce()
  await workspace.close()
  await workspace.database.delete({ disableAutoOpen: true })
  await removeSentinel(row.id)
})
