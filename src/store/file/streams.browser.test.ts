import { expect, it } from 'vitest'
import { readAll, streamOf, unpackedPieces } from './streams.ts'

const MB = 1024 * 1024
const ROW = '500001,22001,MUG,1,2010-12-01 10:15:00,1.00,12000,France\n'

class TooMuch extends Error {}

async function* rows(bytes: number) {
  const piece = new TextEncoder().encode(ROW.repeat(20_000))
  for (let done = 0; done < bytes; done += piece.length) yield piece.slice()
}

const packed = async (bytes: number): Promise<Uint8Array<ArrayBuffer>[]> => {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  for await (const piece of readAll(streamOf(rows(bytes)).pipeThrough(new CompressionStream('gzip'))))
    pieces.push(piece)
  return pieces
}

// In Node the stream runs far ahead of its reader, so this is about browsers.
it('a bomb is refused where it begins, whatever stands after it', async () => {
  const bomb = await packed(64 * MB)
  let given = 0
  async function* file() {
    for (const piece of bomb) {
      given += piece.length
      yield piece
    }
    // As much again that cannot be packed: over the whole file the ratio would be harmless.
    yield new Uint8Array(MB)
  }
  let out = 0
  const read = async () => {
    for await (const piece of unpackedPieces(file(), 'gzip', () => new TooMuch())) out += piece.length
  }
  await expect(read()).rejects.toThrow(TooMuch)
  console.info(`refused after ${(out / MB).toFixed(1)} MB out of ${(given / MB).toFixed(2)} MB`)
  expect(out).toBeLessThan(40 * MB)
})

it('a table of a shop that packs well is read whole', async () => {
  const pieces = await packed(4 * MB)
  async function* file() {
    yield* pieces
  }
  let out = 0
  for await (const piece of unpackedPieces(file(), 'gzip', () => new TooMuch())) out += piece.length
  expect(out).toBeGreaterThanOrEqual(4 * MB)
})
