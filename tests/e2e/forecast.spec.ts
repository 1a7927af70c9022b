import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { call, ready } from '../built-app.ts'
import { importText, restlessExport } from './small-export.ts'
import { expect, test } from './story.ts'

interface Prediction {
  readonly points: readonly { readonly value: number; readonly intervals: Record<string, [number, number]> }[]
}

const make = (page: Page, days: number) => page.getByRole('button', { name: `Forecast ${days} days` })
const total = (page: Page) => page.locator('main [data-figure="forecast"]')

async function openForecast(page: Page, days: number): Promise<void> {
  await page.goto('/forecast')
  await ready(page)
  await importText(page, restlessExport(days))
}

test('thirty days ahead with intervals, why this model, and the models side by side', async ({ page }) => {
  await openForecast(page, 200)
  await make(page, 30).click()
  await expect(page.getByRole('progressbar').first()).toBeVisible()
  await expect(total(page)).toBeVisible({ timeout: 90_000 })
  await expect(page.getByText(/^Chosen: /)).toBeVisible()
  await expect(page.getByRole('row', { name: /Same as a week ago \(simple rule\)/ })).toContainText('1.00')
  await expect(page.getByRole('row', { name: /Total of 30 days/ })).toBeVisible()
  await expect(page.getByText(/Your data end on 19 Mar 2025/)).toBeVisible()

  const { body } = await call(page, 'POST', '/api/ml/predict-sales', { body: { days_ahead: 30 } })
  const { points } = body as Prediction
  expect(points).toHaveLength(30)
  for (const { value, intervals } of points) {
    const [low95, high95] = intervals['95'] ?? [Number.NaN, Number.NaN]
    const [low80, high80] = intervals['80'] ?? [Number.NaN, Number.NaN]
    expect([low95, low80, value, high80, high95]).toEqual(
      [low95, low80, value, high80, high95].sort((a, b) => a - b),
    )
  }
  const shown = Number((await total(page).textContent())?.replaceAll(/[^\d.]/g, ''))
  expect(shown).toBeCloseTo(
    points.reduce((sum, { value }) => sum + value, 0),
    0,
  )

  await page.reload()
  await expect(total(page)).toBeVisible()
  await expect(page.getByText('The data have changed since.')).toBeHidden()
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  const interval = page.locator('[data-figure="total-interval"]')
  await expect(interval).toHaveText(/^With 80% probability the total lies between £[\d,]+ and £[\d,]+\.$/)
  await importText(page, restlessExport(205), 'more.csv')
  await expect(page.getByText('The data have changed since.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Train again' })).toBeEnabled()
})

test('a cancelled forecast leaves nothing', async ({ page }) => {
  await openForecast(page, 400)
  await page.getByText('365', { exact: true }).click()
  await make(page, 365).click()
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Cancel: / })
    .click()
  await expect(page.getByText('Forecast cancelled')).toBeVisible()
  await expect(page.getByRole('progressbar')).toBeHidden()
  await expect(make(page, 365)).toBeVisible()
  await expect(total(page)).toBeHidden()
})

test('too few days: the rule in use and how many days are missing', async ({ page }) => {
  await openForecast(page, 8)
  await make(page, 30).click()
  await expect(
    page.getByText(/Until then a simple rule is used, the median of what was last alike: \d+ days? to go/),
  ).toBeVisible({
    timeout: 60_000,
  })
})
