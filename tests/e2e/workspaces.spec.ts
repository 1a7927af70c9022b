import { ready } from '../built-app.ts'
import { chooseFiles, figuresOf, openDataPage, shopifyOrders, storeImport } from './import-page.ts'
import { expect, test } from './story.ts'

test('two shops side by side, each apart; one is renamed, one deleted', async ({ page }) => {
  await openDataPage(page)
  await chooseFiles(page, { name: 'first.csv', text: shopifyOrders(1001, 1060) })
  await storeImport(page)
  await page.goto('/settings')
  await ready(page)
  await page.getByRole('button', { name: 'Create a workspace' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Second shop')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('You opened “Second shop”')).toBeVisible()
  await expect.poll(async () => (await figuresOf(page)).orders).toBe(0)

  await page.getByRole('button', { name: 'Rename Second shop' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('Outlet')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: /Workspace: Outlet/ })).toBeVisible()

  await page.getByRole('button', { name: 'Delete Outlet' }).click()
  const remove = page.getByRole('dialog').getByRole('button', { name: 'Delete' })
  await expect(remove).toBeDisabled()
  await page.getByRole('checkbox', { name: 'I understand that it is deleted for good' }).check()
  await remove.click()
  await expect(page.getByText('“Outlet” was deleted')).toBeVisible()
  await expect.poll(async () => (await figuresOf(page)).orders).toBe(60)
})
