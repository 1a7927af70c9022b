import { expect } from '@playwright/test'
import type { Page } from 'playwright'
import { call } from '../built-app.ts'
import { fileOf, importInPage, look } from './crash.ts'
import { ORDERS } from './kill-runs.ts'
import type { StepServer } from './steps.ts'

/** Orders that a tab shows now. */
export async function ordersIn(page: Page): Promise<number> {
  const sql = 'SELECT count(*) AS orders FROM orders'
  const { body } = await call(page, 'POST', '/api/v1/query', { body: { sql } })
  return (body as { rows?: number[][] }).rows?.[0]?.[0] ?? -1
}

/** Changes a customer so many times, one after the other, in the page itself. Answers how many were told as done. */
const editInPage = (page: Page, customer: number, times: number): Promise<number> =>
  page.evaluate(
    async ([id, count]) => {
      const { ventas } = window as unknown as {
        ventas: { call(method: string, path: string, options: object): Promise<{ status: number }> }
      }
      let done = 0
      for (let at = 0; at < count; at += 1) {
        const body = { phone: `+34 600 ${100_000 + at}` }
        const { status } = await ventas.call('PATCH', `/api/v1/customers/${id}`, { body })
        if (status === 200) done += 1
      }
      return done
    },
    [customer, times] as const,
  )

interface Counted {
  readonly done: number
  /** Entries that the change history has gained. */
  readonly entries: number
  readonly intact: boolean
}

/**
 * Two tabs that each add to the change history and to the edits, which both count up from what is there: no number may
 * be given twice and none lost.
 */
export async function countInTwoTabs(tabs: readonly [Page, Page], times: number): Promise<Counted> {
  const audit = async () =>
    (await call(tabs[0], 'GET', '/api/v1/audit', { query: { limit: 1 } })).body as {
      total: number
      intact: boolean
    }
  const listed = (await call(tabs[0], 'GET', '/api/v1/customers', { query: { limit: 2 } })).body as {
    items: { customer_id: number }[]
  }
  const [one, two] = listed.items
  const before = (await audit()).total
  const done = await Promise.all([
    editInPage(tabs[0], one?.customer_id ?? 0, times),
    editInPage(tabs[1], two?.customer_id ?? 0, times),
  ])
  const after = await audit()
  return { done: done[0] + done[1], entries: after.total - before, intact: after.intact }
}

/** Asks a tab for its count again and again while another one imports; answers every count that it gave. */
export async function followWhile(tab: Page, work: () => Promise<void>): Promise<number[]> {
  const seen: number[] = []
  let over = false
  const following = (async () => {
    while (!over) seen.push(await ordersIn(tab))
  })()
  await work()
  over = true
  await following
  return seen
}

/** The process of the only page of a browser that has worked: the renderer with the most time on a CPU. */
export async function rendererOf(page: Page): Promise<number> {
  const session = await page.context().browser()?.newBrowserCDPSession()
  const { processInfo = [] } = (await session?.send('SystemInfo.getProcessInfo')) ?? {}
  const [busiest] = processInfo
    .filter(({ type }) => type === 'renderer')
    .toSorted((a, b) => b.cpuTime - a.cpuTime)
  if (!busiest) throw new Error('The browser names no renderer')
  return busiest.id
}

/**
 * Kills the process of a tab that is held in the middle of the transaction of an import: it stands still in a request,
 * so that it cannot be asked to crash. Answers after how many ms the other tab could write.
 */
export async function crashWriter(
  writer: Page,
  renderer: number,
  other: Page,
  server: StepServer,
): Promise<number> {
  const before = await ordersIn(other)
  const { held } = server.hold('put manifests')
  void importInPage(writer, fileOf(50, ORDERS), 'crashed.csv').catch(() => {})
  await held
  expect(await importInPage(other, fileOf(51, ORDERS), 'busy.csv'), 'the writer has the lock').toBe(409)
  const from = Date.now()
  process.kill(renderer, 'SIGKILL')
  server.hold()
  let status = 409
  while (status === 409 && Date.now() - from < 90_000)
    status = await importInPage(other, fileOf(52, ORDERS), 'after.csv')
  expect(status, 'the lock of a crashed tab is free').toBe(200)
  const freed = Date.now() - from
  const found = await look(other, server.url)
  expect(found.orders - before, 'nothing of the crashed import').toBe(ORDERS)
  expect(found).toMatchObject({ sound: true, lost: 0 })
  return freed
}
