import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A second local server through which a browser sends all that does not go to its own origin. */
export interface Witness {
  url: string
  /** Host names and addresses that were asked for, in order; emptied by `forget`. */
  seen: readonly string[]
  forget(): void
  close(): Promise<void>
}

/** Chromium asks these on its own account when it starts with a profile; what a page asks is also seen by its events. */
const BROWSERS_OWN = new Set([
  'accounts.google.com',
  'clients2.google.com',
  'clientservices.googleapis.com',
  'content-autofill.googleapis.com',
  'optimizationguide-pa.googleapis.com',
  'redirector.gvt1.com',
  'update.googleapis.com',
])

const hostOf = (address: string): string => address.replace(/^\w+:\/\//, '').replace(/[:/].*$/, '')

/** Starts the witness on a free port of 127.0.0.1: as a proxy it writes down every request and lets none pass. */
export async function startWitness(): Promise<Witness> {
  const seen: string[] = []
  const note = (address: string): void => {
    if (!BROWSERS_OWN.has(hostOf(address))) seen.push(address)
  }
  const server = createServer((request, response) => {
    note(request.url ?? '')
    response.writeHead(403).end()
  })
  server.on('connect', (request, socket) => {
    note(request.url ?? '')
    // A browser that is closed resets its connections; nobody else listens on this one.
    socket.on('error', () => undefined)
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
  })
  // A browser that is killed resets its connections.
  server.on('connection', (socket) => socket.on('error', () => {}))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    forget: () => {
      seen.length = 0
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
