import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright'
import { launchOptions } from '../browser.ts'
import { call, ready } from '../built-app.ts'

/** A Chromium of its own process group, which can be ended as by a power cut: SIGKILL, no farewell. */
export interface Killable {
  readonly page: Page
  /** Kills every process of it at once; resolves when the first is gone. */
  kill(): Promise<void>
  /** Closes it as a person would. */
  close(): Promise<void>
}

const delay = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

async function portOf(profile: string): Promise<string> {
  const file = join(profile, 'DevToolsActivePort')
  for (let turn = 0; turn < 600; turn += 1) {
    const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
    if (text.includes('\n')) return text.split('\n')[0] ?? ''
    await delay(50)
  }
  throw new Error('Chromium did not tell its port')
}

const gone = (child: ChildProcess): Promise<void> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve()
    : new Promise((resolve) => child.once('exit', () => resolve()))

/** Ways to end the browsers that run: they are of process groups of their own, and would outlive a test that failed. */
const running = new Set<() => void>()

/** Kills every browser that was started and not ended. */
export function endBrowsers(): void {
  for (const end of running) end()
  running.clear()
}
process.once('exit', endBrowsers)

/** Starts Chromium on a profile; a profile that a killed one has left is taken over. */
export async function startKillable(profile: string): Promise<Killable> {
  mkdirSync(profile, { recursive: true })
  rmSync(join(profile, 'DevToolsActivePort'), { force: true })
  for (const name of readdirSync(profile))
    if (name.startsWith('Singleton')) rmSync(join(profile, name), { force: true })
  const { args, executablePath } = launchOptions()
  const own = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`]
  const language = ['--lang=en-GB', '--accept-lang=en-GB', 'about:blank']
  const child = spawn(executablePath ?? chromium.executablePath(), [...args, ...own, ...language], {
    detached: true,
    stdio: 'ignore',
  })
  const end = (signal: 'SIGKILL' | 'SIGTERM') => {
    try {
      process.kill(-(child.pid ?? 0), signal)
    } catch {
      // It is gone already.
    }
  }
  const kill = () => end('SIGKILL')
  running.add(kill)
  void gone(child).then(() => running.delete(kill))
  const browser: Browser = await chromium.connectOverCDP(`http://127.0.0.1:${await portOf(profile)}`)
  const [context] = browser.contexts()
  if (!context) throw new Error('Chromium has no window')
  return {
    page: context.pages()[0] ?? (await context.newPage()),
    async kill() {
      kill()
      await gone(child)
      await browser.close().catch(() => {})
    },
    async close() {
      const session = await browser.newBrowserCDPSession()
      await session.send('Browser.close').catch(() => {})
      await Promise.race([gone(child), delay(5_000)])
      kill()
      await browser.close().catch(() => {})
    },
  }
}

const HEAD = 'Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country'

/** A file of `orders` orders of one line each, one pound each; no two files share an order. */
export const fileOf = (number: number, orders: number): string =>
  [
    HEAD,
    ...Array.from(
      { length: orders },
      (_, at) =>
        `${100_000 * (number + 1) + at},22001,MUG,1,2010-12-${String((at % 28) + 1).padStart(2, '0')} 10:15:00,1.00,${12_000 + (at % 500)},France`,
    ),
  ].join('\n')

interface Door {
  call(method: string, path: string, options?: unknown): Promise<{ status: number; body: { id: string } }>
}

/** Imports a text in the page. Answers the status of the commit, or of the look at it where that failed. */
export const importInPage = (page: Page, text: string, name: string): Promise<number> =>
  page.evaluate(
    async ([content, file]) => {
      const { ventas } = window as unknown as { ventas: Door }
      const files = [new File([content], file, { type: 'text/csv' })]
      const options = { currency: 'GBP', time_zone: 'Europe/London' }
      const looked = await ventas.call('POST', '/api/v1/imports', { body: { files, options } })
      if (looked.status >= 400) return looked.status
      const stored = await ventas.call('POST', `/api/v1/imports/${looked.body.id}/commit`)
      return stored.status
    },
    [text, name] as const,
  )

/** What a start finds: the committed files by name, the orders and lines in the tables, and what the app says of it. */
export interface Found {
  readonly files: readonly string[]
  /** -1: they cannot be counted. */
  readonly orders: number
  /** Net sales of all lines; -1: they cannot be summed. */
  readonly net: number
  readonly sound: boolean
  readonly lost: number
}

/** Opens the app at an address and reads what is there. */
export async function look(page: Page, url: string): Promise<Found> {
  await page.goto(`${url}/settings`)
  await ready(page)
  const imports = (await call(page, 'GET', '/api/v1/imports')).body as {
    items?: { state: string; files: { name: string }[] }[]
  }
  const sql =
    'SELECT (SELECT count(*) FROM orders) AS orders, (SELECT coalesce(sum(net), 0) FROM order_lines) AS net'
  const counted = (await call(page, 'POST', '/api/v1/query', { body: { sql } })).body as { rows?: number[][] }
  const health = (await call(page, 'GET', '/health')).body as { checks: { name: string; ok: boolean }[] }
  const lost = (await call(page, 'GET', '/api/v1/lost-data')).body as { total?: number }
  return {
    files: (imports.items ?? [])
      .filter(({ state }) => state === 'committed')
      .map(({ files }) => files[0]?.name ?? ''),
    orders: counted.rows?.[0]?.[0] ?? -1,
    net: counted.rows?.[0]?.[1] ?? -1,
    sound: health.checks.filter(({ name }) => name !== 'offline').every(({ ok }) => ok),
    lost: lost.total ?? 0,
  }
}

/** A copy of a profile, without the marks of the process that had it. */
export function copyProfile(from: string, to: string): string {
  rmSync(to, { recursive: true, force: true })
  cpSync(from, to, { recursive: true, filter: (path) => !/Singleton|DevToolsActivePort/.test(path) })
  return to
}

const filesUnder = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
        const path = join(folder, entry.name)
        return entry.isDirectory() ? filesUnder(path) : entry.isFile() ? [path] : []
      })
    : []

/** Files of the IndexedDB of the one origin in a profile: the store's own, and the blobs beside it. */
export function databaseFiles(profile: string): { store: string[]; blobs: string[] } {
  const all = filesUnder(join(profile, 'Default', 'IndexedDB'))
  return {
    store: all.filter((path) => path.includes('.indexeddb.leveldb/')),
    blobs: all
      .filter((path) => path.includes('.indexeddb.blob/'))
      .toSorted((a, b) => statSync(b).size - statSync(a).size),
  }
}
