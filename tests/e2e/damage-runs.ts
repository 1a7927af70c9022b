import { expect } from '@playwright/test'
import { call } from '../built-app.ts'
import { copyProfile, fileOf, type Found, importInPage, type Killable, look, startKillable } from './crash.ts'
import { cutLog, DAMAGES, logBytes } from './damage.ts'
import { expectWhole, ORDERS } from './kill-runs.ts'

const FILES = ['file-0.csv', 'file-1.csv', 'file-2.csv']
const ALL = FILES.length * ORDERS

/** Makes a profile with three imports and a rescue copy, closed as a person would. */
export async function makeProfile(profile: string, url: string): Promise<void> {
  const browser = await startKillable(profile)
  await look(browser.page, url)
  for (const [number, name] of FILES.entries())
    expect(await importInPage(browser.page, fileOf(number, ORDERS), name)).toBe(200)
  expect((await call(browser.page, 'POST', '/api/v1/rescue-copies')).status).toBe(201)
  const found = await look(browser.page, url)
  await browser.close()
  expectWhole(found, FILES)
  expect(found.files).toHaveLength(FILES.length)
}

const FILES_READ_MS = 9_000

const lostIn = async ({ page }: Killable): Promise<number> =>
  ((await call(page, 'GET', '/api/v1/lost-data')).body as { total: number }).total

const isWhole = ({ files, orders, net, sound, lost }: Found): boolean =>
  files.length === FILES.length && orders === ALL && net === ALL && sound && lost === 0

/** The screen says that data are missing, on the first page too, and offers the ways back. */
async function expectTold({ page }: Killable, url: string, what: string): Promise<void> {
  const listed = (await call(page, 'GET', '/api/v1/lost-data')).body as {
    items: { kind: string; copies: { rows: number }[] }[]
  }
  expect(listed.items, `${what}: one loss is told`).toHaveLength(1)
  expect(['lost', 'damaged']).toContain(listed.items[0]?.kind)
  expect(listed.items[0]?.copies[0]?.rows, `${what}: the rescue copy is offered`).toBe(ALL)
  await page.goto(url)
  const alert = page.getByRole('alert').filter({ hasText: 'Data that were saved are missing' })
  await expect(alert, `${what}: the screen says it`).toBeVisible({ timeout: 15_000 })
  await expect(alert.getByRole('link', { name: 'Open an exported file' })).toBeVisible()
  await expect(page.getByText('Open the demo shop')).toHaveCount(0)
}

/** Takes the first way back that the screen offers, and finds all there again. */
async function bringBack({ page }: Killable, url: string, what: string): Promise<void> {
  await page.getByRole('button', { name: 'Bring back the rescue copy' }).click()
  await expect(page.getByText('Data brought back')).toBeVisible()
  await expect(page.getByRole('alert').filter({ hasText: 'Data that were saved' })).toHaveCount(0)
  expect(isWhole(await look(page, url)), `${what}: the rescue copy brings all back`).toBe(true)
}

/**
 * All data are there, only the last entries of the change history are not: they are written after the change that they
 * tell of. Health and the settings page say so.
 */
async function isHistoryCut({ page }: Killable, found: Found): Promise<boolean> {
  if (!isWhole({ ...found, sound: true })) return false
  const { total, broken_at } = (await call(page, 'GET', '/api/v1/audit')).body as {
    total: number
    broken_at: number | null
  }
  if (broken_at === null || broken_at <= total) return false
  await expect(page.getByText(/The last entry is missing|The last \d+ entries are missing/)).toBeVisible()
  return true
}

/** What became of a profile that was harmed. */
interface Harmed {
  readonly found: Found
  readonly told: boolean
}

/**
 * Opens a profile that was harmed. What it finds must be whole, or told on the screen with a way back that works;
 * answers what it found before that.
 */
async function openHarmed(profile: string, url: string, what: string): Promise<Harmed> {
  const browser = await startKillable(profile)
  try {
    let found = await look(browser.page, url)
    // The files of the parts are read to their end a while after the start.
    const until = Date.now() + FILES_READ_MS
    while (isWhole(found) && Date.now() < until) found = { ...found, lost: await lostIn(browser) }
    if (isWhole(found)) return { found, told: false }
    if (await isHistoryCut(browser, found)) return { found, told: true }
    await expectTold(browser, url, what)
    await bringBack(browser, url, what)
    return { found, told: true }
  } finally {
    await browser.close()
  }
}

/** A copy of the profile without harm opens whole: what is found after a harm is of the harm. */
export async function expectSound(from: string, work: string, url: string): Promise<void> {
  expect((await openHarmed(copyProfile(from, work), url, 'a copy')).told, 'a copy without harm').toBe(false)
}

/** Cuts the log at so many places of its length: each start finds a complete generation, and tells what is missing of it. */
export async function cutLogs(from: string, work: string, url: string, cuts: number): Promise<string[]> {
  const size = logBytes(from)
  const lines: string[] = []
  for (let turn = 0; turn < cuts; turn += 1) {
    const bytes = Math.max(1, Math.floor((size * turn) / cuts))
    const profile = copyProfile(from, work)
    cutLog(profile, bytes)
    const what = `cut of ${bytes} of ${size} bytes`
    const { found, told } = await openHarmed(profile, url, what)
    expect(found.orders, `${what}: orders are those of whole imports`).toBe(found.files.length * ORDERS)
    expect(found.net, `${what}: sales are those of whole imports`).toBe(found.files.length * ORDERS)
    expect(found.files.toReversed(), `${what}: no older one is missing`).toEqual(
      FILES.slice(0, found.files.length),
    )
    lines.push(`${what}: ${found.files.length} imports left${told ? ', told' : ''}`)
  }
  return lines
}

/** Harms copies of a profile, each in one way. Answers of each whether it was told (and brought back); else it did no harm. */
export async function harm(
  from: string,
  work: string,
  url: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, boolean>> {
  const told = new Map<string, boolean>()
  for (const name of names) {
    const profile = copyProfile(from, work)
    expect(DAMAGES[name]?.(profile), `${name}: the profile has such a file`).toBe(true)
    told.set(name, (await openHarmed(profile, url, name)).told)
  }
  return told
}
