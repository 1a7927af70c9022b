import type { Plugin } from 'vite'
import { type Served, serveBuilt } from '../built-app.ts'

/** A server of the built app that learns of every write of a page and can hold it there. */
export interface StepServer extends Served {
  /**
   * Forgets the writes so far and holds the page at the `nth` (from 1) write of a name from now on; `held` resolves
   * when it is there, `first` when the first write begins. Without a name nothing is held.
   */
  hold(name?: string, nth?: number): { readonly held: Promise<void>; readonly first: Promise<void> }
  /** What was written since the last `hold`, in order. */
  writes(): readonly string[]
}

const ADDRESS = '/__write'

/**
 * Runs in the page before the app: tells the server of every write, and goes on when it has answered. The request
 * stands still with the page, so that an open transaction stays open: a kill hits it in the middle.
 */
export function tellWrites(address: string): void {
  const tell = (what: string) => {
    const request = new XMLHttpRequest()
    request.open('POST', `${address}?${encodeURIComponent(what)}`, false)
    try {
      request.send()
    } catch {
      // The server is gone: so is the test.
    }
  }
  const wrap = <Host extends object>(
    host: Host,
    names: readonly (keyof Host & string)[],
    nameOf: (host: unknown, given: unknown) => string,
  ) => {
    for (const name of names) {
      const own = host[name] as (...given: unknown[]) => unknown
      Object.assign(host, {
        [name](this: unknown, ...given: unknown[]) {
          tell(`${name} ${nameOf(this, given[0])}`)
          return own.apply(this, given)
        },
      })
    }
  }
  wrap(IDBObjectStore.prototype, ['put', 'add', 'delete', 'clear'], (store) => (store as IDBObjectStore).name)
  wrap(IDBDatabase.prototype, ['createObjectStore'], (_, name) => String(name))
  wrap(FileSystemFileHandle.prototype, ['createWritable'], () => 'file')
  wrap(FileSystemWritableFileStream.prototype, ['close'], () => 'file')
  wrap(Storage.prototype, ['setItem'], (_, name) => String(name).replace(/[0-9a-f-]{36}/, 'id'))
}

/** Serves dist, and answers the pages that `tellWrites` runs in. */
export async function serveSteps(): Promise<StepServer> {
  let writes: string[] = []
  let wanted: { readonly name: string | undefined; left: number } = { name: undefined, left: 0 }
  let onFirst = () => {}
  let onHeld = () => {}
  const plugin: Plugin = {
    name: 'ventas:steps',
    configurePreviewServer(server) {
      // A browser that is killed resets its connections.
      server.httpServer.on('connection', (socket) => socket.on('error', () => {}))
      server.middlewares.use(ADDRESS, (request, response) => {
        const what = decodeURIComponent(new URL(request.url ?? '', 'http://host').search.slice(1))
        writes.push(what)
        if (writes.length === 1) onFirst()
        if (what === wanted.name) wanted.left -= 1
        if (what === wanted.name && wanted.left <= 0) onHeld()
        else response.end()
      })
    },
  }
  const served = await serveBuilt(0, [plugin])
  return {
    ...served,
    writes: () => writes,
    hold(name, nth = 1) {
      writes = []
      wanted = { name, left: nth }
      return {
        held: new Promise((resolve) => (onHeld = resolve)),
        first: new Promise((resolve) => (onFirst = resolve)),
      }
    },
  }
}

export const WRITES_TOLD_TO = ADDRESS
