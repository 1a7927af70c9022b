import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { sha256 } from './sha256.ts'

/** A file that is too large to be read at once. */
class Large extends Blob {
  override arrayBuffer(): Promise<ArrayBuffer> {
    throw new Error('read whole')
  }
}

it('reads a file piece by piece: a part of hundreds of megabytes must not lie in memory for its hash', async () => {
  const bytes = Uint8Array.from({ length: 3_000_001 }, (_, at) => (at * 7) % 251)
  expect(await sha256(new Large([bytes]))).toBe(createHash('sha256').update(bytes).digest('hex'))
  expect(await sha256(new Large([]))).toBe(createHash('sha256').digest('hex'))
})
