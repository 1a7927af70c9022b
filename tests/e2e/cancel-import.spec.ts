import { call } from '../built-app.ts'
import { chooseFiles, figuresOf, openDataPage, shopifyOrders, storeImport } from './import-page.ts'
import { expect, test } from './story.ts'

const LARGE = { name: 'large.csv', text: shopifyOrders(10_000, 280_000) }
const SMALL = { name: 'small.csv', text: shopifyOrders(1001, 1060) }

test('an import cancelled half-way leaves no trace, and the next one works', async ({ page }) => {
  await openDataPage(page)
  await chooseFiles(page, SMALL)
  await storeImport(page)
  const before = await figuresOf(page)
  const storage = async () => (await call(page, 'GET', '/api/v1/imports')).body
  const history = await storage()

  await chooseFiles(page, LARGE)
  const bar = page.getByRole('main').getByRole('progressbar', { name: 'Read large.csv' })
  await expect
    .poll(async () => Number(await bar.getAttribute('aria-valuenow')), { timeout: 60_000 })
    .toBeGreaterThan(5)
  await page.getByRole('main').getByRole('button', { name: 'Cancel: Read large.csv' }).click()
  await expect(page.getByText('Import cancelled')).toBeVisible({ timeout: 2000 })
  await expect(bar).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible()

  expect(await figuresOf(page)).toEqual(before)
  expect(await storage()).toEqual(history)
  await page.reload()
  await expect(page.getByRole('listitem').filter({ hasText: 'In force' })).toHaveCount(1)
  expect(await figuresOf(page)).toEqual(before)

  await chooseFiles(page, { name: 'next.csv', text: shopifyOrders(1061, 1070) })
  await storeImport(page)
  expect((await figuresOf(page)).orders).toBe(70)
})
