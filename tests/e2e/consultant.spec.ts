import { readFileSync } from 'node:fs'
import { call, ready } from '../built-app.ts'
import { figuresOf, shopifyOrders } from './import-page.ts'
import { importText } from './small-export.ts'
import { expect, test } from './story.ts'

/** Runs in the page: looks at a file, or merges it, through the API. */
const mergeInPage = async (bytes: number[]): Promise<[number, unknown, number, unknown]> => {
  const { ventas } = window as unknown as {
    ventas: {
      call(method: string, path: string, options: unknown): Promise<{ status: number; body: unknown }>
    }
  }
  const file = new Blob([new Uint8Array(bytes)])
  const body = { file, mode: 'merge' }
  const looked = await ventas.call('POST', '/api/v1/workspaces/import', { body: { ...body, dry_run: true } })
  const merged = await ventas.call('POST', '/api/v1/workspaces/import', { body })
  return [looked.status, looked.body, merged.status, merged.body]
}

test('a consultant gets a file without personal data, adds a query, a note and a forecast, and the merchant merges them', async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto('/settings')
  await ready(page)
  expect(await importText(page, shopifyOrders(1001, 1060))).toBe(200)
  const before = await figuresOf(page)
  await page.getByRole('button', { name: 'Export…' }).click()
  const leave = page.getByRole('dialog')
  await leave.getByText('Without personal data').click()
  await expect(leave.getByText('pseudonym', { exact: false }).first()).toBeVisible()
  await expect(leave.getByText('E-mail', { exact: true })).toHaveCount(0)
  const download = page.waitForEvent('download', { timeout: 60_000 })
  await leave.getByRole('button', { name: 'Save the file' }).click()
  const path = await (await download).path()

  const consultant = await (await browser.newContext({ baseURL: baseURL ?? '', locale: 'en' })).newPage()
  await consultant.goto('/settings')
  await ready(consultant)
  const chooser = consultant.waitForEvent('filechooser')
  await consultant.getByRole('button', { name: 'Open a file…' }).click()
  await (await chooser).setFiles(path)
  await consultant.getByRole('button', { name: 'Open as a new workspace' }).click()
  await expect(consultant.getByText(/^You opened/)).toBeVisible()
  await expect.poll(() => figuresOf(consultant)).toEqual(before)
  const people = { sql: 'SELECT count(*), count(email), count(name), count(phone) FROM customers' }
  const rows = (await call(consultant, 'POST', '/api/v1/query', { body: people })).body as {
    rows: number[][]
  }
  expect(rows.rows[0]).toEqual([7, 0, 0, 0])
  const query = { name: 'What the consultant found', sql: 'SELECT count(*) FROM orders' }
  expect((await call(consultant, 'POST', '/api/v1/saved-queries', { body: query })).status).toBe(201)
  const listed = (await call(consultant, 'GET', '/api/v1/customers')).body as {
    items: { customer_id: number }[]
  }
  const [someone] = listed.items
  const customer = `/api/v1/customers/${someone?.customer_id}`
  const note = { text: 'Ask this one why they came back' }
  expect((await call(consultant, 'POST', `${customer}/notes`, { body: note })).status).toBe(201)
  const forecast = { target: 'net_sales', horizon: 7, model: 'seasonal_naive' }
  const made = await call(consultant, 'POST', '/api/v1/forecast/generate', { body: forecast })
  expect(made.status).toBe(200)
  await consultant.getByRole('button', { name: 'Export…' }).click()
  const back = consultant.waitForEvent('download', { timeout: 60_000 })
  await consultant.getByRole('dialog').getByRole('button', { name: 'Save the file' }).click()
  const returned = readFileSync(await (await back).path())

  const [lookedStatus, looked, status, merged] = await page.evaluate(mergeInPage, [...returned])
  expect([lookedStatus, status]).toEqual([200, 200])
  expect(looked).toMatchObject({ imports: { added: 0, known: 1 }, conflicts: [] })
  expect(merged).toMatchObject({ records: (looked as { records: object }).records })
  const kept = (await call(page, 'GET', '/api/v1/saved-queries')).body as { items: { name: string }[] }
  expect(kept.items.map(({ name }) => name)).toContain(query.name)
  // What was said of a pseudonym is said of the person whom only the merchant knows.
  expect((await call(page, 'GET', customer)).body).toMatchObject({ notes: [note] })
  const latest = await call(page, 'GET', '/api/v1/forecast/latest', { query: forecast })
  expect(latest.body).toMatchObject({
    forecast: { prediction_id: (made.body as { prediction_id: string }).prediction_id },
  })
  expect(await figuresOf(page)).toEqual(before)
  const own = (await call(page, 'POST', '/api/v1/query', { body: people })).body as { rows: number[][] }
  expect(own.rows[0]?.[1]).toBe(7)
})
