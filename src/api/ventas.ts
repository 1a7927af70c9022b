import { VERSION } from '../model/version.ts'
import type { Session } from '../workspace/session.ts'
import { type Answer, type CallOptions, callOperation } from './call.ts'
import type { Method } from './operation.ts'

/** Door 2 of the API: `window.ventas`. */
export interface Ventas {
  readonly version: string
  /** A workspace is open. */
  readonly ready: Promise<void>
  /** Never rejects for a failed operation: the status says. */
  call(method: Method, path: string, options?: CallOptions): Promise<Answer>
}

declare global {
  interface Window {
    ventas?: Ventas
  }
}

/** The object for the console, bookmarklets and tests; calls wait for the session by themselves. */
export const createVentas = (session: Promise<Session>): Ventas => ({
  version: VERSION,
  ready: session.then(() => {}),
  call: async (method, path, options) => callOperation(await session, method, path, options),
})
