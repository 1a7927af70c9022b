import { proxy, wrap } from 'comlink'
import type { Bytes } from '../../src/store/file/bytes.ts'
import { deriveKey, type DeriveKey } from '../../src/store/file/kdf.ts'
import type { Served } from '../contract.ts'

/** Makes the key of a password in a worker that ends with its memory; in this one where no other can be started. */
export const deriveApart: DeriveKey = async (password, kdf) => {
  const worker = new Worker(new URL('../deriver.ts', import.meta.url), { type: 'module', name: 'deriver' })
  const failed = new Promise<null>((resolve) => worker.addEventListener('error', () => resolve(null)))
  const input = { password, kdf }
  const answer = wrap<Served>(worker).run(
    0,
    'derive',
    input,
    proxy(() => {}),
  )
  try {
    const made = await Promise.race([answer, failed])
    return made?.ok ? (made.value as Bytes) : await deriveKey(password, kdf)
  } finally {
    worker.terminate()
  }
}
