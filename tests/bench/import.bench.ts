import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'vite'
import { openBuiltApp, ready } from '../built-app.ts'
import type { BuiltApp } from '../built-app.ts'
import type { Bench, Figure } from './bench.ts'
import { chooseFile, importChosen } from './import-file.ts'
import { peakMemory } from './memory.ts'
import { millionLines, uciFile } from './uci-file.ts'

/** Best of three bare reads, in the same browser; the page comes from Vite's development server. */
async function bareRead(app: BuiltApp, path: string): Promise<number> {
  const server = await createServer({ logLevel: 'error', server: { host: '127.0.0.1', port: 0 } })
  await server.listen()
  const page = await app.context.newPage()
  await page.goto(`${server.resolvedUrls?.local[0]}tests/bench/bare/index.html`)
  await page.waitForFunction(() => 'bareRead' in window, undefined, { timeout: 120_000 })
  await chooseFile(page, path)
  const times: number[] = []
  for (let run = 0; run < 3; run += 1)
    times.push(await page.evaluate(() => (window as unknown as { bareRead(): Promise<number> }).bareRead()))
  await page.close()
  await server.close()
  return Math.min(...times)
}

/** Milliseconds from opening the app in a fresh browser process to its answers: the kept ones and the live ones. */
async function restart(profile: string, port: number): Promise<{ lastKnown: number; live: number }> {
  const app = await openBuiltApp({ profile, port, wait: false })
  const lastKnown = await app.page.evaluate(async () => {
    const shown = () => document.querySelector('main [data-figure]') !== null
    while (!shown()) await new Promise((resolve) => setTimeout(resolve, 10))
    return performance.now()
  })
  await ready(app.page)
  const live = await app.page.evaluate(async () => {
    const { ventas } = window as unknown as {
      ventas: { call(method: string, path: string): Promise<unknown> }
    }
    await ventas.call('GET', '/api/v1/dashboard/summary')
    return performance.now()
  })
  await app.close()
  return { lastKnown, live }
}

async function measure(file: Buffer): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ventas-bench-'))
  const path = join(folder, 'million.csv')
  writeFileSync(path, millionLines(file))
  const profile = join(folder, 'profile')
  const port = 4175
  const app = await openBuiltApp({ profile, port })
  const bare = await bareRead(app, path)
  await chooseFile(app.page, path)
  const { value: elapsed, peak } = await peakMemory(() => importChosen(app.page))
  await app.page.goto(app.url)
  await app.page.locator('main [data-figure]').first().waitFor({ timeout: 60_000 })
  await app.page.waitForTimeout(8000)
  await app.close()
  const again = await restart(profile, port)
  rmSync(folder, { recursive: true, force: true })
  return [
    { what: 'bare read_csv', value: bare / 1000, unit: 's', note: 'best of 3, same browser' },
    {
      what: 'import to durable',
      value: elapsed / 1000,
      unit: 's',
      note: 'preview and commit, 1,005,876 lines',
    },
    { what: 'import ÷ bare read', value: elapsed / bare, unit: '×', budget: 4 },
    { what: 'peak of the renderer', value: peak, unit: 'MB', budget: 900 },
    { what: 'restart to last known figures', value: again.lastKnown / 1000, unit: 's', budget: 1 },
    { what: 'restart to live figures', value: again.live / 1000, unit: 's', budget: 2 },
  ]
}

export const bench: Bench = {
  name: 'Import of a million lines, and the return to them',
  needs: ['build'],
  async run() {
    const file = uciFile()
    if (!file) return [{ what: 'skipped: the UCI file is not at hand', value: 0, unit: '' }]
    return measure(file)
  },
}
