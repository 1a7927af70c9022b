import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { columnList, LINE_COLUMNS, ORDER_COLUMNS } from '../../src/query/tables.ts'
import { sha256 } from '../../src/store/sha256.ts'
import { openNativeEngine } from '../native-engine.ts'

/** The content of a workspace file by the names of its entries, in order. */
export type Entries = Map<string, Uint8Array<ArrayBuffer>>

const ROWS = 10
const PRICE = (index: number) => 5 + index * 1.25

/** Writes a part with ten order lines; `price` of the fourth stands for any number. */
export async function makePart(price = String(PRICE(3))): Promise<Uint8Array<ArrayBuffer>> {
  const engine = await openNativeEngine()
  const folder = mkdtempSync(join(tmpdir(), 'ventas-part-'))
  const file = join(folder, 'part.duckdb')
  try {
    await engine.exec(`ATTACH '${file}' AS part (STORAGE_VERSION 'v1.0.0')`)
    await engine.exec(`CREATE TABLE part.lines (${columnList(LINE_COLUMNS)})`)
    await engine.exec(`CREATE TABLE part.orders (${columnList(ORDER_COLUMNS)})`)
    await engine.exec(`INSERT INTO part.lines (order_id, line, day, kind, quantity, unit_price, net, currency)
      SELECT 'A' || (1001 + i), 1, DATE '2024-03-01' + CAST(i AS INTEGER), 'product', 1 + i % 3,
        CASE WHEN i = 3 THEN CAST('${price}' AS DOUBLE) ELSE 5 + i * 1.25 END, 500 + i * 125, 'EUR' FROM range(${ROWS}) t(i)`)
    await engine.exec(`INSERT INTO part.orders (order_id, kind, day, net, currency)
      SELECT order_id, 'sale', day, net, currency FROM part.lines`)
    await engine.exec('CHECKPOINT part')
    await engine.exec('DETACH part')
    return new Uint8Array(readFileSync(file))
  } finally {
    engine.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

export const bytesOf = (value: unknown): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))

/** The `manifest.json` of a workspace of one part, with changes. */
export async function manifestOf(part: Uint8Array<ArrayBuffer>, change: object = {}): Promise<object> {
  const facts = { id: 'p1', kind: 'orders', bytes: part.length, sha256: await sha256(part), rows: ROWS }
  return {
    schema: 2,
    kind: 'full',
    version: '0.1.0',
    exported_at: '2024-04-01T10:00:00Z',
    workspace: { id: 'w1', name: 'Demo shop', created_at: '2024-01-01T10:00:00Z', demo: false },
    generation: 1,
    rows: ROWS,
    parts: [{ ...facts, first_day: '2024-03-01', last_day: '2024-03-10' }],
    manifests: [
      {
        generation: 1,
        at: '2024-03-20T10:00:00Z',
        rows: ROWS,
        parts: { orders: [{ part: 'p1', import: 'i1' }], products: null, people: null },
        cause: { kind: 'import', import: 'i1' },
      },
    ],
    entries: { 'settings.jsonl': 1 },
    ...change,
  }
}

/** The entries of a good file: manifest, settings, one part. */
export async function goodEntries(part: Uint8Array<ArrayBuffer>, change: object = {}): Promise<Entries> {
  return new Map([
    ['manifest.json', bytesOf(await manifestOf(part, change))],
    ['settings.jsonl', bytesOf({ key: 'currency', value: 'EUR' })],
    ['parts/p1.duckdb', part],
  ])
}
