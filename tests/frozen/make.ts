import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { call, openBuiltApp } from '../built-app.ts'

/**
 * Writes the frozen file of the schema that the build in `dist` has: a small invented shop, imported by that very
 * build. Run once for each schema that is released: `npx tsx tests/frozen/make.ts`. Frozen files are never made anew.
 */
const ORDERS = [
  'Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country',
  ...Array.from(
    { length: 60 },
    (_, at) =>
      `${500_001 + at},2200${at % 4},MUG ${at % 4},${(at % 3) + 1},2024-0${(at % 6) + 1}-1${at % 10} 10:15:00,2.50,${12_001 + (at % 7)},France`,
  ),
].join('\n')

/** Runs in the page: it must not use anything from outside itself. */
async function readDatabases() {
  const answered = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      request.addEventListener('success', () => resolve(request.result))
      request.addEventListener('error', () => reject(request.error ?? new Error('no answer')))
    })
  const frozenRow = async (row: unknown): Promise<unknown> => {
    if (row instanceof Blob) {
      let text = ''
      for (const byte of new Uint8Array(await row.arrayBuffer())) text += String.fromCharCode(byte)
      return { $blob: btoa(text) }
    }
    if (Array.isArray(row)) return Promise.all(row.map(frozenRow))
    if (typeof row !== 'object' || row === null) return row
    const entries = Object.entries(row).map(async ([name, value]) => [name, await frozenRow(value)] as const)
    return Object.fromEntries(await Promise.all(entries)) as unknown
  }
  const frozen = []
  for (const { name } of await indexedDB.databases()) {
    if (!name?.startsWith('ventas')) continue
    const database = await answered(indexedDB.open(name))
    const stores = []
    for (const store of [...database.objectStoreNames]) {
      const kept = database.transaction(store).objectStore(store)
      const indexes = [...kept.indexNames].map((index) => {
        const { keyPath, unique } = kept.index(index)
        return { name: index, keyPath, unique }
      })
      const keyPath = String(kept.keyPath)
      stores.push({ name: store, keyPath, indexes, rows: await frozenRow(await answered(kept.getAll())) })
    }
    frozen.push({ name, version: database.version, stores })
    database.close()
  }
  return frozen
}

async function main(): Promise<void> {
  const app = await openBuiltApp()
  const stored = await app.page.evaluate(async (text) => {
    const { ventas } = window as unknown as {
      ventas: { call(...given: unknown[]): Promise<{ status: number; body: { id: string } }> }
    }
    const files = [new File([text], 'frozen.csv', { type: 'text/csv' })]
    const options = { currency: 'EUR', time_zone: 'Europe/Madrid' }
    const looked = await ventas.call('POST', '/api/v1/imports', { body: { files, options } })
    await ventas.call('POST', '/api/v1/saved-queries', { body: { name: 'Frozen', sql: 'SELECT 1' } })
    return (await ventas.call('POST', `/api/v1/imports/${looked.body.id}/commit`)).status
  }, ORDERS)
  if (stored !== 200) throw new Error(`the import answered ${stored}`)
  const { schema } = (await call(app.page, 'GET', '/health')).body as { schema: number }
  const databases = await app.page.evaluate(readDatabases)
  const bytes = gzipSync(JSON.stringify({ schema, databases }), { level: 9 })
  writeFileSync(new URL(`schema-${schema}.json.gz`, import.meta.url), bytes)
  console.log(`tests/frozen/schema-${schema}.json.gz: ${bytes.length} bytes, ${databases.length} databases`)
  await app.close()
}

await main()
