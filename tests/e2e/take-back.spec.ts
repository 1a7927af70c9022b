import { chooseFiles, figuresOf, openDataPage, shopifyOrders, storeImport } from './import-page.ts'
import { expect, test } from './story.ts'

test('an import is taken back from the history, and from its notice', async ({ page }) => {
  await openDataPage(page)
  const empty = await figuresOf(page)
  await chooseFiles(page, { name: 'first.csv', text: shopifyOrders(1001, 1060) })
  await storeImport(page)
  const first = await figuresOf(page)
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Import stored' })
    .getByRole('button', { name: 'Close' })
    .click()

  await chooseFiles(page, { name: 'second.csv', text: shopifyOrders(1041, 1100) })
  await storeImport(page)
  expect((await figuresOf(page)).orders).toBe(100)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Import taken back')).toBeVisible()
  expect(await figuresOf(page)).toEqual(first)

  await page.getByRole('button', { name: 'Take back the import of first.csv' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('The rows that it added go away')).toBeVisible()
  await dialog.getByRole('button', { name: 'Take back' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'In force' })).toHaveCount(0)
  await expect.poll(() => figuresOf(page)).toEqual(empty)
})

test('the earlier of two imports goes, the later stays whole', async ({ page }) => {
  await openDataPage(page)
  await chooseFiles(page, { name: 'first.csv', text: shopifyOrders(1001, 1060) })
  await storeImport(page)
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Import stored' })
    .getByRole('button', { name: 'Close' })
    .click()
  await chooseFiles(page, { name: 'second.csv', text: shopifyOrders(1041, 1100) })
  await storeImport(page)
  await page.getByRole('button', { name: 'Take back the import of first.csv' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click()
  await expect(page.getByText('Import taken back')).toBeVisible()
  expect(await figuresOf(page)).toMatchObject({ orders: 60, net: 1200 })
})
