import { expect, type Page } from '@playwright/test'
import { call, ready } from '../built-app.ts'
import { fileOf, importInPage, look } from './crash.ts'
import { type Aim, ORDERS, type Spans, startTelling } from './kill-runs.ts'
import type { StepServer } from './steps.ts'

const passphraseOf = (number: number): string => `mesa lluvia tren verde ${number}`

const workspacePath = async (page: Page): Promise<string> => {
  const { current } = (await call(page, 'GET', '/api/v1/workspaces')).body as { current: string }
  return `/api/v1/workspaces/${current}`
}

/** Changes the passphrase from one number's to another's; answers whether it was told as done. */
const change = async (page: Page, path: string, from: number, to: number): Promise<boolean> => {
  const body = { passphrase: passphraseOf(to), current: passphraseOf(from) }
  return (await call(page, 'PUT', `${path}/passphrase`, { body })).status === 200
}

/** A workspace with an import and a passphrase, and what a change of it takes and writes. */
async function firstChange(profile: string, server: StepServer): Promise<Spans> {
  const { page, kill } = await startTelling(profile)
  await look(page, server.url)
  expect(await importInPage(page, fileOf(0, ORDERS), 'file-0.csv')).toBe(200)
  const path = await workspacePath(page)
  const body = { passphrase: passphraseOf(0) }
  expect((await call(page, 'PUT', `${path}/passphrase`, { body })).status).toBe(200)
  const { first } = server.hold()
  const from = Date.now()
  let began = from
  void first.then(() => (began = Date.now()))
  expect(await change(page, path, 0, 1)).toBe(true)
  const end = Date.now()
  const writes = [...server.writes()]
  await kill()
  return { all: end - from, write: end - began, writes }
}

/** Which of these passphrases opens the workspace; all orders are there by it. */
async function opening(page: Page, url: string, numbers: readonly number[]): Promise<number[]> {
  await page.goto(`${url}/settings`)
  await ready(page)
  const path = await workspacePath(page)
  const opened: number[] = []
  for (const number of numbers) {
    const body = { passphrase: passphraseOf(number) }
    const { status } = await call(page, 'POST', `${path}/unlock`, { body })
    expect([200, 403]).toContain(status)
    if (status === 200) opened.push(number)
    await call(page, 'POST', `${path}/lock`)
  }
  const body = { passphrase: passphraseOf(opened[0] ?? 0) }
  await call(page, 'POST', `${path}/unlock`, { body })
  const sql = 'SELECT count(*) FROM orders'
  const counted = (await call(page, 'POST', '/api/v1/query', { body: { sql } })).body as { rows?: number[][] }
  expect(counted.rows?.[0]?.[0]).toBe(ORDERS)
  return opened
}

/** At the moment when the change is told as done. */
export const onceTold: Aim = async (server, over) => {
  server.hold()
  await over
  return 'told as done'
}

export interface ChangeKills {
  readonly kills: number
  /** After how many kills the new passphrase was in force, and after how many the old one. */
  readonly changed: number
  readonly kept: number
  readonly hit: readonly string[]
}

/**
 * Changes the passphrase again and again on one profile and kills the browser in each, as `aims` say. Throws when not
 * exactly one of the two opens the workspace, when it is the old one though the change was told as done, or when an
 * order is missing.
 */
export async function killDuringChanges(
  profile: string,
  server: StepServer,
  aims: (spans: Spans) => readonly Aim[],
): Promise<ChangeKills> {
  const list = aims(await firstChange(profile, server))
  const hit: string[] = []
  let now = 1
  let next = 1
  let changed = 0
  let told = true
  const check = async (page: Page, what: string) => {
    const before = now
    const opened = await opening(page, server.url, now === next ? [now - 1, now] : [now, next])
    expect(opened, `${what}: exactly one opens it`).toHaveLength(1)
    now = opened[0] ?? -1
    if (told) expect(now, `${what}: what was told as done is so`).toBe(next)
    if (now !== before) changed += 1
  }
  for (const [index, aim] of list.entries()) {
    const browser = await startTelling(profile)
    server.hold()
    await check(browser.page, hit.at(-1) ?? 'the first change')
    const path = await workspacePath(browser.page)
    next = 2 + index
    told = false
    const over = Promise.resolve()
      .then(() => change(browser.page, path, now, next))
      .then(
        (done) => (told = done),
        () => false,
      )
    hit.push(await aim(server, over))
    await browser.kill()
    await over
  }
  const browser = await startTelling(profile)
  server.hold()
  await check(browser.page, hit.at(-1) ?? '')
  await browser.close()
  return { kills: list.length, changed, kept: list.length - changed, hit }
}
