import { ready } from '../built-app.ts'
import { chooseFiles, openDataPage, shopifyOrders, storeImport } from './import-page.ts'
import { expect, test } from './story.ts'

test('a merchant asks with SQL, keeps the query and finds it again @phone', async ({ page }) => {
  await openDataPage(page)
  await chooseFiles(page, { name: 'first.csv', text: shopifyOrders(1001, 1060) })
  await storeImport(page)
  await page.goto('/query')
  await ready(page)
  const editor = page.getByRole('textbox', { name: 'SQL query' })
  await editor.fill('SELECT title, sum(net) AS net_sales FROM order_lines GROUP BY title ORDER BY title')
  await editor.press('Control+Enter')
  const result = page.getByRole('region', { name: 'Result' })
  await expect(result.getByRole('row')).toHaveCount(4)
  await expect(result.getByRole('row', { name: /Cup 0/ })).toContainText('400')

  await editor.fill('SELECT nothing FROM nowhere')
  await page.getByRole('button', { name: 'Run' }).click()
  await expect(page.getByRole('alert')).toContainText('nowhere')
  await editor.fill("COPY orders TO 'out.csv'")
  await page.getByRole('button', { name: 'Run' }).click()
  await expect(page.getByRole('alert')).toContainText('Only reading is possible here')

  await editor.fill('SELECT 41 + 1 AS answer')
  await page.getByRole('button', { name: 'Save as…' }).click()
  await page.getByRole('dialog').getByLabel('Name').fill('The answer')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Query saved')).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: 'Open The answer' }).click()
  await expect(result.getByRole('row').last()).toContainText('42')
  await page.getByRole('button', { name: 'Delete The answer' }).click()
  await expect(page.getByText('You have not saved any yet.')).toBeVisible()
})

test('a query that takes too long is cancelled', async ({ page }) => {
  await page.goto('/query')
  await ready(page)
  const editor = page.getByRole('textbox', { name: 'SQL query' })
  await editor.fill('SELECT count(*) FROM range(200000) a, range(200000) b')
  await page.getByRole('button', { name: 'Run' }).click()
  await page.getByRole('button', { name: 'Cancel', exact: true }).click()
  await expect(page.getByText('Query cancelled.')).toBeVisible()
  await editor.fill('SELECT 42 AS answer')
  await page.getByRole('button', { name: 'Run' }).click()
  await expect(page.getByRole('region', { name: 'Result' }).getByRole('row').last()).toContainText('42')
})
