import { chooseFiles, countOf, figuresOf, openDataPage, shopifyOrders, storeImport } from './import-page.ts'
import { expect, test } from './story.ts'

const EARLIER = { name: 'first.csv', text: shopifyOrders(1001, 1060) }
const LATER = { name: 'second.csv', text: shopifyOrders(1041, 1100) }

test('the same file twice adds nothing, and the screen says so before', async ({ page }) => {
  await openDataPage(page)
  await chooseFiles(page, EARLIER)
  expect(await countOf(page, 'To be added')).toBe('60')
  await storeImport(page)
  const once = await figuresOf(page)
  expect(once).toMatchObject({ orders: 60, net: 1200 })

  await chooseFiles(page, EARLIER)
  expect(await countOf(page, 'To be added')).toBe('0')
  expect(await countOf(page, 'Unchanged')).toBe('60')
  await expect(page.getByText('importing them will change nothing')).toBeVisible()
  await page.getByRole('button', { name: 'Import', exact: true }).first().click()
  await expect(page.getByRole('listitem').filter({ hasText: 'In force' })).toHaveCount(2)
  expect(await figuresOf(page)).toEqual(once)
})

test('overlapping files in either order make the same shop', async ({ page, openProfile, baseURL }) => {
  await openDataPage(page)
  await chooseFiles(page, EARLIER)
  await storeImport(page)
  await chooseFiles(page, LATER)
  expect(await countOf(page, 'To be added')).toBe('40')
  expect(await countOf(page, 'Unchanged')).toBe('20')
  await page.getByRole('button', { name: 'Import', exact: true }).first().click()
  await expect.poll(async () => (await figuresOf(page)).orders).toBe(100)

  const other = await (await openProfile(baseURL ?? '')).newPage()
  await openDataPage(other, baseURL)
  await chooseFiles(other, LATER, EARLIER)
  await storeImport(other)
  expect(await figuresOf(other)).toEqual(await figuresOf(page))
})
