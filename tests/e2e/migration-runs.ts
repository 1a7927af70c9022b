import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect } from '@playwright/test'
import { transformWithOxc } from 'vite'
import { call, ready } from '../built-app.ts'
import type { Frozen } from '../frozen/thaw.ts'
import { copyProfile, type Killable, startKillable } from './crash.ts'
import { type Aim, type Spans, startTelling } from './kill-runs.ts'
import type { StepServer } from './steps.ts'

/** Records beside those that were frozen, so that the copy before the migration takes its time. */
const MODELS = 200

const frozenFile = (schema: number): Frozen =>
  JSON.parse(
    gunzipSync(readFileSync(new URL(`../frozen/schema-${schema}.json.gz`, import.meta.url))).toString(),
  ) as Frozen

/** The frozen databases with more records in them, each of 20 KB. */
function enlarged({ schema, databases }: Frozen): Frozen {
  const more = Array.from({ length: MODELS }, (_, at) => ({
    id: `filler-${at}`,
    at: `2024-01-01T00:00:00.${String(at).padStart(3, '0')}Z`,
    data: { weights: 'w'.repeat(20_000) },
  }))
  const stores = (of: Frozen['databases'][number]) =>
    of.stores.map((store) => (store.name === 'models' ? { ...store, rows: [...store.rows, ...more] } : store))
  return { schema, databases: databases.map((database) => ({ ...database, stores: stores(database) })) }
}

/** Writes what an app of an older schema has left into a profile, by its own origin. */
export async function thawInto(profile: string, url: string, schema: number): Promise<void> {
  const source = new URL('../frozen/thaw.ts', import.meta.url)
  const { code } = await transformWithOxc(readFileSync(source, 'utf8'), source.pathname)
  const browser = await startKillable(profile)
  // A page of the origin that is not the app.
  await browser.page.goto(`${url}/robots.txt`)
  for (const database of enlarged(frozenFile(schema)).databases)
    await browser.page.evaluate(
      `(async () => { ${code.replace(/^export (?!\{)/gm, '').replace(/^export \{.*$/gm, '')}
        await thaw(${JSON.stringify(database)}, ${JSON.stringify(database.name)}) })()`,
    )
  await browser.close()
}

/** What the frozen workspace holds, as the app of now finds it. */
export interface Migrated {
  readonly schema: number
  readonly lines: number
  readonly net: number
  readonly queries: readonly string[]
  readonly models: number
  readonly sound: boolean
  readonly lost: number
}

/** Opens the app of now on the profile, which migrates what is old, and reads all that was frozen. */
async function lookAtMigrated({ page }: Killable, url: string): Promise<Migrated> {
  await page.goto(`${url}/settings`)
  await ready(page)
  const sql = 'SELECT count(*) AS lines, coalesce(sum(net), 0) AS net FROM order_lines'
  const { rows } = (await call(page, 'POST', '/api/v1/query', { body: { sql } })).body as {
    rows?: number[][]
  }
  const health = (await call(page, 'GET', '/health')).body as {
    schema: number
    checks: { name: string; ok: boolean }[]
  }
  const queries = (await call(page, 'GET', '/api/v1/saved-queries')).body as { items: { name: string }[] }
  const models = (await call(page, 'GET', '/api/ml/models', { query: { limit: 1 } })).body as {
    total: number
  }
  const lost = (await call(page, 'GET', '/api/v1/lost-data')).body as { total: number }
  return {
    schema: health.schema,
    lines: rows?.[0]?.[0] ?? -1,
    net: rows?.[0]?.[1] ?? -1,
    queries: queries.items.map(({ name }) => name),
    models: models.total,
    sound: health.checks.filter(({ name }) => name !== 'offline').every(({ ok }) => ok),
    lost: lost.total,
  }
}

/** What was frozen (tests/frozen/make.ts), and what was put beside it. */
const FROZEN = {
  lines: 60,
  net: 300,
  queries: ['Frozen'],
  models: MODELS,
  sound: true,
  lost: 0,
}

/** The migration without a kill, on a copy: how long it takes and what it writes. */
async function measured(old: string, work: string, server: StepServer): Promise<Spans> {
  const browser = await startTelling(copyProfile(old, work))
  const { first } = server.hold()
  const from = Date.now()
  let began = from
  void first.then(() => (began = Date.now()))
  await browser.page.goto(`${server.url}/settings`)
  await ready(browser.page)
  const end = Date.now()
  const writes = [...server.writes()]
  expect(await lookAtMigrated(browser, server.url)).toMatchObject(FROZEN)
  await browser.close()
  return { all: end - from, write: end - began, writes }
}

/** Resolves when the workspace is open. Asks without handles of the page: they outlive a browser that is killed. */
const opens = ({ page }: Killable): Promise<unknown> =>
  page.evaluate(async () => {
    const asked = window as unknown as { ventas?: { ready: Promise<void> } }
    while (!asked.ventas) await new Promise((resolve) => setTimeout(resolve, 20))
    await asked.ventas.ready
  })

export interface MigrationFigures {
  readonly kills: number
  /** Kills after the first write and before the workspace was open. */
  readonly inWrite: number
  readonly hit: readonly string[]
}

/**
 * Migrates copies of an old profile and kills the browser in each, as `aims` say; the next start must find all that
 * was there, in the schema of now. Throws at the first that lost something.
 */
export async function killDuringMigrations(
  old: string,
  work: string,
  server: StepServer,
  aims: (spans: Spans) => readonly Aim[],
): Promise<MigrationFigures> {
  const list = aims(await measured(old, work, server))
  const hit: string[] = []
  let inWrite = 0
  for (const aim of list) {
    const browser = await startTelling(copyProfile(old, work))
    server.hold()
    let opened = false
    const over = new Promise((resolve) => setTimeout(resolve))
      .then(() => browser.page.goto(`${server.url}/settings`))
      .then(() => opens(browser))
      .then(
        () => (opened = true),
        () => false,
      )
    const what = await aim(server, over)
    if (server.writes().length > 0 && !opened) inWrite += 1
    await browser.kill()
    await over
    const again = await startKillable(work)
    expect(await lookAtMigrated(again, server.url), `after a kill: ${what}`).toMatchObject(FROZEN)
    await again.close()
    hit.push(what)
  }
  return { kills: list.length, inWrite, hit }
}
