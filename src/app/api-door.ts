import type { Ventas } from '../api/ventas.ts'

type Method = Parameters<Ventas['call']>[0]

interface Asked {
  readonly type: 'API'
  readonly method: Method
  readonly path: string
  readonly body: unknown
}

const isAsked = (data: unknown): data is Asked =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === 'API'

/** Answers what the service worker hands to this tab: door 3 of the API (`workers/service-worker/api-door.ts`). */
export function answerServiceWorker(ventas: Ventas): void {
  if (!('serviceWorker' in navigator)) return
  navigator.serviceWorker.addEventListener('message', ({ data, ports: [port] }) => {
    if (!isAsked(data) || !port) return
    const stop = new AbortController()
    port.onmessage = () => stop.abort()
    port.postMessage({ state: 'taken' })
    void ventas
      .call(data.method, data.path, { body: data.body, signal: stop.signal })
      .then((answer) => port.postMessage({ state: 'done', ...answer }))
  })
  navigator.serviceWorker.startMessages()
}
