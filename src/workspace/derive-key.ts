import { deriver } from '../jobs/deriver.ts'
import { deriveKey, type DeriveKey } from '../store/file/kdf.ts'

/** Makes the key of a passphrase while the page stays usable; in the page itself where no worker can be started. */
export const deriveInWorker: DeriveKey = async (password, kdf) => {
  const made = await deriver.call('derive', { password, kdf })
  return made.ok ? made.value : deriveKey(password, kdf)
}
