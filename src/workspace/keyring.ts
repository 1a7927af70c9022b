import { endWorkers } from '../jobs/worker-client.ts'

/** The keys that this tab has, and the word of other tabs that a lock was changed. They are never written anywhere. */
export interface Keyring {
  get(id: string): CryptoKey | null
  /** Keeps a key, or drops it: null. */
  set(id: string, key: CryptoKey | null): void
  /** Tells the other tabs that the lock of a workspace was changed, or that it was locked. */
  tell(id: string): void
  listen(onChange: (id: string) => void): void
}

/** Makes the keyring of a tab. A key that goes takes all workers along: they may hold what it opened. */
export function createKeyring(): Keyring {
  const keys = new Map<string, CryptoKey>()
  const channel = new BroadcastChannel('ventas-locks')
  return {
    get: (id) => keys.get(id) ?? null,
    set(id, key) {
      if (key) keys.set(id, key)
      else if (keys.delete(id)) endWorkers('drop')
    },
    tell: (id) => channel.postMessage(id),
    listen(onChange) {
      channel.addEventListener('message', (event: MessageEvent<string>) => {
        if (keys.delete(event.data)) endWorkers('drop')
        onChange(event.data)
      })
    },
  }
}
