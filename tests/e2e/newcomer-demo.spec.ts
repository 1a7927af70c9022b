import { ready } from '../built-app.ts'
import { countOrders, openDemoShop } from './demo-shop.ts'
import { expect, test } from './story.ts'

test('a newcomer opens the demo shop and sees its figures @phone', async ({ page }) => {
  await page.goto('/')
  await ready(page)
  await openDemoShop(page)
  expect(await countOrders(page)).toBeLessThan(30_000)
  await expect(page).toHaveURL(/\/$/, { timeout: 60_000 })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('button', { name: /Workspace: Demo shop/ })).toBeVisible()

  await page.getByRole('link', { name: 'Data' }).first().click()
  await expect(page.getByText('This is the demo shop')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: 'In force' })).toHaveCount(1)
})

test('the demo shop is opened again, not made twice', async ({ page }) => {
  await page.goto('/data')
  await ready(page)
  await openDemoShop(page)
  const orders = await countOrders(page)
  await page.goto('/settings')
  const row = page.getByRole('listitem').filter({ hasText: 'Last opened' })
  await expect(row).toHaveCount(2)
  await page.getByRole('button', { name: 'Open Ventas' }).click()
  await expect(page.getByText('You opened “Ventas”')).toBeVisible()
  await page.goto('/data')
  await ready(page)
  await page.getByRole('button', { name: 'Open the demo shop' }).click()
  await expect.poll(() => countOrders(page), { timeout: 60_000 }).toBe(orders)
  await page.goto('/settings')
  await expect(row).toHaveCount(2)
})
