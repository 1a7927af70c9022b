import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright'
import type { BrowserContext, Page } from 'playwright'
import { type Plugin, preview } from 'vite'
import { launchOptions, STILL } from './browser.ts'

/** The built app on a server of this process; `close` cuts open connections too, like pulled plug. */
export interface Served {
  url: string
  port: number
  close(): Promise<void>
}

/** Serves dist on 127.0.0.1 by Vite's preview, with its headers. Port 0 takes a free one; a given one must be free. */
export async function serveBuilt(port = 0, plugins: Plugin[] = []): Promise<Served> {
  if (!existsSync('dist/index.html'))
    throw new Error('There is no built app in dist: run `npm run build` first')
  const server = await preview({
    logLevel: 'warn',
    plugins,
    preview: { host: '127.0.0.1', port, strictPort: port !== 0, open: false },
  })
  const address = server.httpServer.address()
  if (address === null || typeof address === 'string') throw new Error('The preview server has no port')
  return { url: `http://127.0.0.1:${address.port}`, port: address.port, close: () => server.close() }
}

interface Answer {
  status: number
  body: unknown
}

/** The part of `window.ventas` (shared API, door 2) that tests and benchmarks use. */
interface Door {
  ready: Promise<void>
  call(method: string, path: string, options?: unknown): Promise<Answer>
}

/** Calls an operation through `window.ventas`. Options must be JSON here; files go in by `page.evaluate`. */
export function call(page: Page, method: string, path: string, options: object = {}): Promise<Answer> {
  return page.evaluate(
    ([verb, address, given]) => (window as unknown as { ventas: Door }).ventas.call(verb, address, given),
    [method, path, options] as const,
  )
}

/** Waits until `window.ventas` is there and a workspace is open. */
export async function ready(page: Page, timeout = 60_000): Promise<void> {
  await page.waitForFunction(() => 'ventas' in window, undefined, { timeout })
  await page.evaluate(() => (window as unknown as { ventas: Door }).ventas.ready)
}

/** tsx writes calls of `__name` into functions; those that run in the page by `evaluate` need one there. */
const NAMES = 'globalThis.__name ??= (value) => value'

export interface BuiltApp {
  page: Page
  context: BrowserContext
  url: string
  profile: string
  /** Closes the browser and the server; the profile stays when it was given, so that the app can be opened again. */
  close(): Promise<void>
}

interface Options {
  /** A folder that keeps the browser's storage from one opening to the next; none: one that is deleted at the end. */
  profile?: string
  /** The origin holds the port: give the same one to find the same storage again. */
  port?: number
  /** Language of the browser; its own where none is given. */
  locale?: string | undefined
  /** Address within the app. */
  path?: string
  /** False returns as soon as the page is loaded, before a workspace is open. */
  wait?: boolean
  /** Runs before the first address is opened, for instance to add an init script. */
  prepare?: (page: Page) => Promise<unknown>
}

/**
 * Opens the built app in Chromium with a profile on disk, for benchmarks and for stories that close the browser.
 * Run `vite build` before.
 */
export async function openBuiltApp({
  profile,
  port,
  locale,
  path = '/',
  wait = true,
  prepare,
}: Options = {}): Promise<BuiltApp> {
  const served = await serveBuilt(port)
  const folder = profile ?? mkdtempSync(join(tmpdir(), 'ventas-profile-'))
  const context = await chromium.launchPersistentContext(folder, {
    ...launchOptions(),
    ...STILL,
    headless: true,
    ...(locale && { locale }),
  })
  const page = context.pages()[0] ?? (await context.newPage())
  await context.addInitScript(NAMES)
  await prepare?.(page)
  await page.goto(served.url + path)
  if (wait) await ready(page)
  return {
    page,
    context,
    url: served.url,
    profile: folder,
    async close() {
      await context.close()
      await served.close()
      if (!profile) rmSync(folder, { recursive: true, force: true })
    },
  }
}
