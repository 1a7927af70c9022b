import { expect } from '@playwright/test'
import { serveBuilt } from '../built-app.ts'
import { copyProfile, fileOf, type Found, importInPage, look, startKillable } from './crash.ts'
import { cutLog, DAMAGES, logBytes } from './damage.ts'

const ORDERS = 400

const delay = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Numbers that look random and are the same in every run. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

/** Whole imports only, and none of those that were told as stored is missing. */
function expectWhole(found: Found, acknowledged: readonly string[]): void {
  expect(found.orders, 'orders are those of whole imports').toBe(found.files.length * ORDERS)
  for (const name of acknowledged) expect(found.files, 'what was told as stored is there').toContain(name)
  expect(found.sound, 'the app finds its store sound').toBe(true)
}

export interface KillFigures {
  readonly kills: number
  readonly acknowledged: number
  readonly during: number
}

/**
 * Imports file after file on one profile and kills the browser in the middle: at a random instant, or when a phase
 * begins (by turns). Throws at the first torn state or lost import.
 */
export async function killDuringImports(
  profile: string,
  kills: number,
  random: () => number,
): Promise<KillFigures> {
  const served = await serveBuilt()
  const acknowledged: string[] = []
  const steps = ['start', 'looked', 'write']
  let span = 1500
  let during = 0
  try {
    for (let turn = 0; turn <= kills; turn += 1) {
      const browser = await startKillable(profile)
      expectWhole(await look(browser.page, served.url), acknowledged)
      if (turn === kills) {
        await browser.close()
        break
      }
      const name = `file-${turn}.csv`
      const from = Date.now()
      const stored = importInPage(browser.page, fileOf(turn, ORDERS), name).then(
        (status) => {
          if (status === 200) acknowledged.push(name)
          if (turn === 0) span = Date.now() - from
          return true
        },
        () => false,
      )
      // The first goes through, so that there is something to lose, and its time is the measure of the others.
      if (turn === 0) await stored
      else if (turn % 2 === 0) await delay(random() * span)
      else await phaseBegins(browser.page, steps[turn % steps.length] ?? 'write', span)
      await browser.kill()
      if (!(await stored)) during += 1
    }
  } finally {
    await served.close()
  }
  return { kills, acknowledged: acknowledged.length, during }
}

/** Resolves when the import in the page comes to a phase; at the latest after `patience`. */
async function phaseBegins(page: Parameters<typeof look>[0], phase: string, patience: number): Promise<void> {
  const seen = page
    .evaluate(
      (wanted) =>
        new Promise<void>((resolve) => {
          Object.assign(window, { onStep: (told: string) => told === wanted && resolve() })
        }),
      phase,
    )
    .catch(() => {})
  await Promise.race([seen, delay(patience)])
}

/** Makes a profile with three imports and a rescue copy, closed as a person would. Answers what it holds. */
export async function makeProfile(profile: string, url: string): Promise<Found> {
  const browser = await startKillable(profile)
  await look(browser.page, url)
  for (const number of [0, 1, 2])
    expect(await importInPage(browser.page, fileOf(number, ORDERS), `file-${number}.csv`)).toBe(200)
  await browser.page.evaluate(() =>
    (window as unknown as { ventas: { call(...given: string[]): Promise<unknown> } }).ventas.call(
      'POST',
      '/api/v1/rescue-copies',
    ),
  )
  const found = await look(browser.page, url)
  await browser.close()
  expectWhole(found, ['file-0.csv', 'file-1.csv', 'file-2.csv'])
  return found
}

async function lookAt(profile: string, url: string): Promise<Found> {
  const browser = await startKillable(profile)
  try {
    return await look(browser.page, url)
  } finally {
    await browser.close()
  }
}

/** Cuts the log at so many places: each start must find whole imports, and say so where some are missing. */
export async function cutLogs(from: string, work: string, url: string, cuts: number): Promise<string[]> {
  const size = logBytes(from)
  const told: string[] = []
  for (let turn = 0; turn < cuts; turn += 1) {
    const bytes = Math.max(1, Math.floor((size * turn) / cuts))
    const profile = copyProfile(from, work)
    cutLog(profile, bytes)
    const found = await lookAt(profile, url)
    expect(Math.max(0, found.orders) % ORDERS, `cut of ${bytes} bytes`).toBe(0)
    if (found.files.length < 3) expect(found.lost, `cut of ${bytes} bytes is told`).toBeGreaterThan(0)
    else expect(found.orders).toBe(3 * ORDERS)
    told.push(`${bytes} bytes: ${found.files.length} imports${found.lost > 0 ? ', told' : ''}`)
  }
  return told
}

/** Harms copies of a profile: each harm must be told, or have done none. Answers what each did. */
export async function harm(
  from: string,
  work: string,
  url: string,
  names: readonly string[],
): Promise<string[]> {
  const told: string[] = []
  for (const name of names) {
    const profile = copyProfile(from, work)
    if (!DAMAGES[name]?.(profile)) {
      told.push(`${name}: no such file`)
      continue
    }
    const found = await lookAt(profile, url)
    const whole = found.files.length === 3 && found.orders === 3 * ORDERS && found.sound
    if (!whole) expect(found.lost, `${name} is told`).toBeGreaterThan(0)
    told.push(`${name}: ${whole ? 'mended by the browser' : 'told'}`)
  }
  return told
}
