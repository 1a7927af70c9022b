import type { Page } from '@playwright/test'
import { call, ready } from '../built-app.ts'
import { figuresOf, shopifyOrders } from './import-page.ts'
import { importText } from './small-export.ts'
import { expect, test } from './story.ts'

/** Gives a file to the settings page and waits until it is seen what is in it. */
async function give(page: Page, file: string) {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open a file…' }).click()
  await (await chooser).setFiles(file)
  await expect(page.getByRole('button', { name: 'Open as a new workspace' })).toBeVisible()
}

const queryNames = async (page: Page) => {
  const { body } = await call(page, 'GET', '/api/v1/saved-queries')
  return (body as { items: { name: string }[] }).items.map(({ name }) => name).toSorted()
}

test('a consultant gets a file without personal data, adds to it, and the merchant merges it, chooses where both have changed something, and undoes it', async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto('/settings')
  await ready(page)
  expect(await importText(page, shopifyOrders(1001, 1060))).toBe(200)
  const before = await figuresOf(page)
  const shared = { name: 'Regulars', sql: 'SELECT 1' }
  const { id } = (await call(page, 'POST', '/api/v1/saved-queries', { body: shared })).body as { id: string }
  const sharedAt = `/api/v1/saved-queries/${id}`
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
  await give(consultant, path)
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
  // Both change the same query and the same field of the same customer.
  await call(page, 'PUT', sharedAt, { body: { ...shared, name: 'Regulars, mine' } })
  expect((await call(page, 'PATCH', customer, { body: { country: 'PT' } })).status).toBe(200)
  await call(consultant, 'PUT', sharedAt, { body: { ...shared, name: 'Regulars, theirs' } })
  expect((await call(consultant, 'PATCH', customer, { body: { country: 'FR' } })).status).toBe(200)
  const note = { text: 'Ask this one why they came back' }
  expect((await call(consultant, 'POST', `${customer}/notes`, { body: note })).status).toBe(201)
  const forecast = { target: 'net_sales', horizon: 7, model: 'seasonal_naive' }
  const made = await call(consultant, 'POST', '/api/v1/forecast/generate', { body: forecast })
  expect(made.status).toBe(200)
  await consultant.getByRole('button', { name: 'Export…' }).click()
  const back = consultant.waitForEvent('download', { timeout: 60_000 })
  await consultant.getByRole('dialog').getByRole('button', { name: 'Save the file' }).click()
  const returned = await (await back).path()

  await give(page, returned)
  await page.getByRole('button', { name: /^Merge into/ }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('2 things are not the same here and in the file')).toBeVisible()
  const mine = dialog.getByRole('listitem').filter({ hasText: 'Saved query: Regulars, mine' })
  await mine.getByText('Keep mine').click()
  await expect(
    dialog.getByRole('listitem').filter({ hasText: 'Change of a customer by hand' }),
  ).toContainText('FR')
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(page.getByText(/^File merged into/)).toBeVisible({ timeout: 30_000 })
  expect(await queryNames(page)).toEqual(['Regulars, mine', query.name])
  // What was said of a pseudonym is said of the person whom only the merchant knows.
  expect((await call(page, 'GET', customer)).body).toMatchObject({
    country: 'FR',
    notes: [note],
  })
  const latest = await call(page, 'GET', '/api/v1/forecast/latest', { query: forecast })
  expect(latest.body).toMatchObject({
    forecast: { prediction_id: (made.body as { prediction_id: string }).prediction_id },
  })
  expect(await figuresOf(page)).toEqual(before)
  const own = (await call(page, 'POST', '/api/v1/query', { body: people })).body as { rows: number[][] }
  expect(own.rows[0]?.[1]).toBe(7)

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Merge undone')).toBeVisible({ timeout: 30_000 })
  expect(await queryNames(page)).toEqual(['Regulars, mine'])
  await expect
    .poll(async () => (await call(page, 'GET', customer)).body)
    .toMatchObject({ country: 'PT', notes: [] })
})
