import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
}

interface BareHost {
  readonly url: string
  /** Files beside (or instead of) those of the build, by path. */
  readonly extra: Map<string, string>
  /** A file of the build as text. */
  builtText(path: string): string
  close(): Promise<void>
}

const fileOf = (path: string): string => {
  const file = join('dist', path)
  return existsSync(file) && statSync(file).isFile() ? file : 'dist/index.html'
}

/** The built app on the poorest of hosts: files and nothing else, not one header of security. */
export async function startBareHost(): Promise<BareHost> {
  const extra = new Map<string, string>()
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname)
    const file = fileOf(path)
    const type = TYPES[extname(extra.has(path) ? path : file)] ?? 'application/octet-stream'
    response.setHeader('content-type', type)
    response.end(extra.get(path) ?? readFileSync(file))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    extra,
    builtText: (path) => readFileSync(fileOf(path), 'utf8'),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
