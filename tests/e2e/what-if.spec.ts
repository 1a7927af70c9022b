import { AxeBuilder } from '@axe-core/playwright'
import { ready } from '../built-app.ts'
import { importText, restlessExport } from './small-export.ts'
import { expect, test } from './story.ts'

test('a promotion is tried, kept, changed, deleted and brought back; the forecast is held against what came', async ({
  page,
}) => {
  await page.goto('/forecast?view=rhythm')
  await ready(page)
  await importText(page, restlessExport(120))
  await expect(page.getByRole('heading', { name: 'Days of the week' })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('Months can be compared once a whole year is known.')).toBeVisible()

  await page.getByText('What if', { exact: true }).click()
  await page.getByRole('button', { name: 'New scenario' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(dialog.getByText('Give it a name.')).toBeVisible()
  await dialog.getByLabel('Name').fill('Half price week')
  await dialog.getByLabel('Change', { exact: true }).selectOption('promotion')
  await dialog.getByLabel('More units, in %').fill('100')
  await dialog.getByLabel('Discount, in %').fill('50')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(page.locator('[data-figure="scenario"]')).toBeVisible({ timeout: 60_000 })
  // Twice the units at half the price: the same money.
  await expect(page.getByRole('row', { name: /^Promotion/ })).toContainText('0.00')

  await page.getByRole('button', { name: 'Change Half price week' }).click()
  await dialog.getByLabel('More units, in %').fill('300')
  await dialog.getByRole('button', { name: 'Save' }).click()
  const base = await page.locator('dd', { hasText: /\d/ }).first().textContent()
  const money = (text: string | null) => Number(text?.replaceAll(/[^\d.]/g, ''))
  await expect(async () => {
    const shown = await page.locator('[data-figure="scenario"]').textContent()
    expect(money(shown) / money(base)).toBeCloseTo(2, 1)
  }).toPass()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  await page.getByRole('button', { name: 'Delete Half price week' }).click()
  await expect(page.getByText('There are no scenarios yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: 'Change Half price week' })).toBeVisible()

  await importText(page, restlessExport(132), 'more.csv')
  await page.getByText('Truth check', { exact: true }).click()
  const row = page.getByRole('row', { name: /^Net sales/ }).first()
  await expect(row).toContainText('12')
  await expect(row).toContainText(/As expected|Always off|Worse|simple rule/)
})
