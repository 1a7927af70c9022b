import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { publicViews, storeViews } from '../../src/query/views.ts'
import { call, openBuiltApp } from '../built-app.ts'
import { openNativeEngine } from '../native-engine.ts'
import type { NativeEngine } from '../native-engine.ts'
import type { Bench, Figure } from './bench.ts'
import { chooseFile, importChosen } from './import-file.ts'
import { geometricMean, THIRTEEN } from './thirteen-queries.ts'
import { millionLines, uciFile } from './uci-file.ts'

const RUNS = 5

/** The part that the import wrote, out of the page's IndexedDB: native DuckDB opens the very same file. */
async function partOf(page: Page): Promise<Buffer> {
  const text = await page.evaluate(async () => {
    const names = (await indexedDB.databases())
      .map(({ name }) => name ?? '')
      .filter((name) => name.startsWith('ventas-'))
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(names[0] ?? '')
      request.onsuccess = () => resolve(request.result)
    })
    const rows = await new Promise<{ kind: string; file: Blob }[]>((resolve) => {
      const request = database.transaction('parts').objectStore('parts').getAll()
      request.onsuccess = () => resolve(request.result)
    })
    const file = rows.find(({ kind }) => kind === 'import')?.file as Blob
    const reader = new FileReader()
    await new Promise((resolve) => {
      reader.onload = resolve
      reader.readAsDataURL(file)
    })
    return reader.result as string
  })
  return Buffer.from(text.slice(text.indexOf(',') + 1), 'base64')
}

async function inBrowser(page: Page, sql: string): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const { status, body } = await call(page, 'POST', '/api/v1/query', { body: { sql, limit: 1000 } })
    if (status !== 200) throw new Error(JSON.stringify(body))
    times.push((body as { elapsed_ms: number }).elapsed_ms)
  }
  return Math.min(...times)
}

async function inNative(engine: NativeEngine, sql: string): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now()
    await engine.run({ sql: `SELECT * FROM (${sql}) LIMIT 1001`, params: [] })
    times.push(performance.now() - start)
  }
  return Math.min(...times)
}

async function openNative(part: Buffer, folder: string): Promise<NativeEngine> {
  const engine = await openNativeEngine()
  writeFileSync(join(folder, 'part.duckdb'), part)
  await engine.exec(`ATTACH '${join(folder, 'part.duckdb')}' AS part (READ_ONLY)`)
  const views = [...storeViews({ orders: ['part'], products: null, people: null }), ...publicViews(['GBP'])]
  for (const sql of views) await engine.exec(sql)
  return engine
}

async function measure(file: Buffer): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ventas-bench-'))
  writeFileSync(join(folder, 'million.csv'), millionLines(file))
  const app = await openBuiltApp()
  await chooseFile(app.page, join(folder, 'million.csv'))
  await importChosen(app.page)
  const native = await openNative(await partOf(app.page), folder)
  const figures: Figure[] = []
  const ratios: number[] = []
  for (const [what, sql] of Object.entries(THIRTEEN)) {
    const [browser, other] = [await inBrowser(app.page, sql), await inNative(native, sql)]
    ratios.push(browser / other)
    figures.push({ what, value: browser, unit: 'ms', note: `native ${other.toFixed(0)} ms` })
  }
  native.close()
  await app.close()
  rmSync(folder, { recursive: true, force: true })
  return [
    ...figures,
    {
      what: 'geometric mean, wasm ÷ native with one thread',
      value: geometricMean(ratios),
      unit: '×',
      budget: 1.3,
    },
  ]
}

/** The 13 queries over a million lines, attached from their part in both engines, minima of five runs. */
export const bench: Bench = {
  name: 'Queries against native DuckDB',
  needs: ['build'],
  async run() {
    const file = uciFile()
    if (!file) return [{ what: 'skipped: the UCI file is not at hand', value: 0, unit: '' }]
    return measure(file)
  },
}
