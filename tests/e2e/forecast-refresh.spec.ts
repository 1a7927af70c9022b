import { ready } from '../built-app.ts'
import { importText, restlessExport } from './small-export.ts'
import { expect, test } from './story.ts'

test('after an import a forecast learns anew by itself', async ({ page }) => {
  await page.goto('/forecast?model=weekday_median')
  await ready(page)
  await importText(page, restlessExport(90))
  await page.getByRole('button', { name: 'Forecast 30 days' }).click()
  await expect(page.getByText(/Your data end on 29 Nov 2024/)).toBeVisible({ timeout: 60_000 })
  await importText(page, restlessExport(95), 'more.csv')
  await expect(page.getByText('The data have changed since.')).toBeVisible()
  await expect(page.getByText(/Your data end on 4 Dec 2024/)).toBeVisible({ timeout: 40_000 })
  await expect(page.getByText('The data have changed since.')).toBeHidden()
})
