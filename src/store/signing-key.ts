import { Dexie, type EntityTable } from 'dexie'
import { fingerprintOf, type Signer } from './file/signature.ts'

interface KeyRow {
  readonly id: 'own'
  readonly publicKey: Uint8Array<ArrayBuffer>
  /** It cannot be taken out of the browser. */
  readonly privateKey: CryptoKey
}

class KeyDatabase extends Dexie {
  declare keys: EntityTable<KeyRow, 'id'>
  constructor() {
    super('ventas_signing', { chromeTransactionDurability: 'strict' })
    this.version(1).stores({ keys: 'id' })
  }
}

const makeKey = async (): Promise<KeyRow | null> => {
  try {
    const pair = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])
    const { privateKey, publicKey } = pair as CryptoKeyPair
    return {
      id: 'own',
      privateKey,
      publicKey: new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)),
    }
  } catch {
    return null
  }
}

/** The key of this installation, made when it is first asked for; null where the browser has no Ed25519. Two tabs get the same. */
async function ownKey(): Promise<KeyRow | null> {
  const database = new KeyDatabase()
  try {
    const known = await database.keys.get('own')
    if (known) return known
    const made = await makeKey()
    if (!made) return null
    await database.keys.add(made).catch(() => {})
    return (await database.keys.get('own')) ?? null
  } finally {
    database.close({ disableAutoOpen: true })
  }
}

/** What signs the files of this installation; null where the browser cannot. */
export async function ownSigner(): Promise<Signer | null> {
  const key = await ownKey()
  return (
    key && {
      publicKey: key.publicKey,
      sign: async (message) => new Uint8Array(await crypto.subtle.sign('Ed25519', key.privateKey, message)),
    }
  )
}

/** The fingerprint that the files of this installation carry; null where the browser cannot sign. */
export async function ownFingerprint(): Promise<string | null> {
  const key = await ownKey()
  return key && fingerprintOf(key.publicKey)
}
