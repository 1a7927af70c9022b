import { createGzip } from 'node:zlib'
import { beforeAll, expect, it } from 'vitest'
import { openNativeEngine } from '../../tests/native-engine.ts'
import { expandFiles } from './expand-files.ts'
import { createStaging, stageFile } from './stage-file.ts'

const MB = 1024 * 1024
const GIB = 1024 * MB
const CONTEXT = { timeZone: 'UTC', currency: null, asOf: '2026-01-31' }
const HEAD = 'Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country\n'
const ROW = '500001,22001,MUG,1,2010-12-01 10:15:00,1.00,12000,France\n'

/** A gzip file of so many bytes of the same piece, made without holding them. */
async function packed(head: string, piece: Buffer, bytes: number): Promise<Uint8Array<ArrayBuffer>> {
  const gzip = createGzip({ level: 9 })
  const parts: Buffer[] = []
  gzip.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise((resolve) => gzip.once('end', resolve))
  gzip.write(head)
  for (let done = 0; done < bytes; done += piece.length)
    if (!gzip.write(piece)) await new Promise((resolve) => gzip.once('drain', resolve))
  gzip.end()
  await ended
  return new Uint8Array(Buffer.concat(parts))
}

let zeros: Uint8Array<ArrayBuffer>
let rows: Uint8Array<ArrayBuffer>
beforeAll(async () => {
  zeros = await packed('', Buffer.alloc(4 * MB), GIB)
  rows = await packed(HEAD, Buffer.from(ROW.repeat(60_000)), 300 * MB)
}, 60_000)

it.each([
  ['1 GiB of nothing', () => zeros, 'NOT_TEXT'],
  ['300 MB of rows that can be read', () => rows, 'EXPANDS_TOO_MUCH'],
])('refuses a gzip file of %s, and prints what that took', async (_, bytes, reason) => {
  const engine = await openNativeEngine()
  await createStaging(engine)
  const before = process.memoryUsage().rss
  let most = 0
  const look = setInterval(() => (most = Math.max(most, process.memoryUsage().rss - before)), 20)
  const start = performance.now()
  const file = new File([bytes()], 'orders.csv.gz')
  const [given] = await expandFiles([file], {})
  const found = await stageFile(engine, given!, 0, {}, CONTEXT)
  clearInterval(look)
  const took = performance.now() - start
  engine.close()
  console.info(
    `${(file.size / MB).toFixed(1)} MB: ${found.reason}, ${Math.round(took)} ms, ${Math.round(most / MB)} MB`,
  )
  expect(found).toMatchObject({ action: 'reject', reason })
})
