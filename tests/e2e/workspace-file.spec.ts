import { ready } from '../built-app.ts'
import { chooseFiles, figuresOf, openDataPage, shopifyOrders, storeImport } from './import-page.ts'
import { expect, test } from './story.ts'

test('a workspace leaves as an encrypted file, is looked into, and opens beside with the same figures', async ({
  page,
}) => {
  await openDataPage(page)
  await chooseFiles(page, { name: 'orders.csv', text: shopifyOrders(1001, 1060) })
  await storeImport(page)
  const before = await figuresOf(page)
  await page.goto('/settings')
  await ready(page)
  await expect(page.getByText('You have not saved a copy outside this browser yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Export…' }).click()
  const leave = page.getByRole('dialog')
  await expect(leave.getByText('E-mail', { exact: true })).toBeVisible()
  await leave.getByLabel('Password (optional)').fill('mesa lluvia tren verde')
  await expect(leave.getByText('Very good')).toBeVisible()
  const download = page.waitForEvent('download')
  await leave.getByRole('button', { name: 'Save the file' }).click()
  const path = await (await download).path()
  await expect(page.getByText(/^Last copy saved elsewhere/)).toBeVisible()

  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Open a file…' }).click()
  await (await chooser).setFiles(path)
  const enter = page.getByRole('dialog')
  await enter.getByLabel('Password of the file').fill('wrong')
  await enter.getByRole('button', { name: 'Look inside' }).click()
  await expect(enter.getByText('That is not the password.')).toBeVisible()
  await enter.getByLabel('Password of the file').fill('mesa lluvia tren verde')
  await enter.getByRole('button', { name: 'Look inside' }).click()
  await expect(enter.getByText('Nothing has been stored yet.')).toBeVisible()
  await enter.getByRole('button', { name: 'Open as a new workspace' }).click()
  await expect(page.getByText(/^You opened/)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Rename/ })).toHaveCount(2)
  await expect.poll(() => figuresOf(page)).toEqual(before)
})
