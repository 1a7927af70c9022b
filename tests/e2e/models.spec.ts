import { AxeBuilder } from '@axe-core/playwright'
import { call, ready } from '../built-app.ts'
import { importText, restlessExport } from './small-export.ts'
import { expect, test } from './story.ts'

test('a trained model is found, named, fixed, deleted and brought back', async ({ page }) => {
  await page.goto('/models')
  await ready(page)
  await expect(page.getByText('No model has been trained yet.')).toBeVisible()
  await importText(page, restlessExport(90))
  const trained = await call(page, 'POST', '/api/ml/train-sales-forecast', {
    body: { model_type: 'weekday_median', horizon: 7 },
  })
  expect(trained.status).toBe(200)
  await page.reload()
  await page.getByRole('button', { name: /Median of the last same weekdays/ }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Name').fill('Calm rule')
  await sheet.getByRole('button', { name: 'Rename' }).click()
  await sheet.getByRole('button', { name: 'Always use this one' }).click()
  const row = page.getByRole('row', { name: /Calm rule/ })
  await expect(row).toContainText('in use')

  const predicted = await call(page, 'POST', '/api/ml/predict-sales', { body: { days_ahead: 7 } })
  expect((predicted.body as { model: string }).model).toBe('weekday_median')
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  await row.getByRole('button', { name: /Calm rule/ }).click()
  await sheet.getByRole('button', { name: 'Delete' }).click()
  await expect(row).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row).toContainText('in use')
})
