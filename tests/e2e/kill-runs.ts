import { expect } from '@playwright/test'
import { fileOf, type Found, importInPage, type Killable, look, startKillable } from './crash.ts'
import { type StepServer, tellWrites, WRITES_TOLD_TO } from './steps.ts'

/** Orders of each file of these runs; each has one line of one pound. */
export const ORDERS = 400

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
export function expectWhole(found: Found, acknowledged: readonly string[], what = 'the start'): void {
  expect(found.orders, `${what}: orders are those of whole imports`).toBe(found.files.length * ORDERS)
  expect(found.net, `${what}: sales are those of whole imports`).toBe(found.files.length * ORDERS)
  for (const name of acknowledged)
    expect(found.files, `${what}: what was told as stored is there`).toContain(name)
  expect(found.sound, `${what}: the app finds its store sound`).toBe(true)
  expect(found.lost, `${what}: nothing is told as lost`).toBe(0)
}

/** Starts a browser on a profile whose pages tell their writes to the server. */
export async function startTelling(profile: string): Promise<Killable> {
  const browser = await startKillable(profile)
  await browser.page.addInitScript(tellWrites, WRITES_TOLD_TO)
  return browser
}

/** How one piece of work is killed: resolves at the instant of the kill, at the latest when the work is `over`. Answers what was hit. */
export type Aim = (server: StepServer, over: Promise<unknown>) => Promise<string>

export interface KillFigures {
  readonly kills: number
  readonly acknowledged: number
  /** Kills between the first write of the import and the word that it is stored. */
  readonly inWrite: number
  readonly hit: readonly string[]
}

/** What the work takes when it is not killed, in milliseconds, and what it writes in which order. */
export interface Spans {
  readonly all: number
  readonly write: number
  readonly writes: readonly string[]
}

/** An import that goes through: it is something to lose, and the measure of the others. */
async function firstImport(profile: string, server: StepServer): Promise<Spans> {
  const browser = await startTelling(profile)
  await look(browser.page, server.url)
  const { first } = server.hold()
  const from = Date.now()
  let began = from
  void first.then(() => (began = Date.now()))
  expect(await importInPage(browser.page, fileOf(0, ORDERS), 'file-0.csv')).toBe(200)
  const end = Date.now()
  const writes = [...server.writes()]
  await browser.kill()
  return { all: end - from, write: end - began, writes }
}

/** At an instant of the whole import, looking at the file included. */
export const anywhere =
  (share: number, spans: Spans): Aim =>
  async (server) => {
    server.hold()
    await delay(share * spans.all)
    return 'anywhere'
  }

/** At an instant between the first write and the word that it is stored. */
export const whileWriting =
  (share: number, spans: Spans): Aim =>
  async (server, over) => {
    const { first } = server.hold()
    await Promise.race([first, over])
    await delay(share * spans.write)
    return 'while writing'
  }

/** Just before the `nth` write of a name, its transaction open. */
export const atWrite =
  (name: string, nth = 1): Aim =>
  async (server, over) => {
    const { held } = server.hold(name, nth)
    return Promise.race([held.then(() => `${name} ${nth}`), over.then(() => `no ${name} ${nth}`)])
  }

/** Each of the writes, one after the other. */
export const atEachWrite = (writes: readonly string[]): Aim[] =>
  writes.map((name, at) => atWrite(name, writes.slice(0, at + 1).filter((each) => each === name).length))

/**
 * Imports file after file on one profile and kills the browser in each, as `aims` say. Throws at the first torn state
 * or lost import.
 */
export async function killDuringImports(
  profile: string,
  server: StepServer,
  aims: (spans: Spans) => readonly Aim[],
): Promise<KillFigures> {
  const acknowledged = ['file-0.csv']
  const list = aims(await firstImport(profile, server))
  const hit: string[] = []
  let inWrite = 0
  let last = 'the first import'
  for (const [index, aim] of list.entries()) {
    const browser = await startTelling(profile)
    server.hold()
    expectWhole(await look(browser.page, server.url), acknowledged, `after ${last}`)
    const name = `file-${index + 1}.csv`
    let stored = false
    // Aimed first: the number of a write counts from here.
    const over = delay(0)
      .then(() => importInPage(browser.page, fileOf(index + 1, ORDERS), name))
      .then(
        (status) => (stored = status === 200),
        () => false,
      )
    const what = await aim(server, over)
    const wrote = server.writes().length > 0
    await browser.kill()
    await over
    if (stored) acknowledged.push(name)
    else if (wrote) inWrite += 1
    hit.push(what)
    last = `kill ${index + 1}, ${what}`
  }
  const browser = await startKillable(profile)
  expectWhole(await look(browser.page, server.url), acknowledged, `after ${last}`)
  await browser.close()
  return { kills: list.length, acknowledged: acknowledged.length - 1, inWrite, hit }
}
