import { AxeBuilder } from '@axe-core/playwright'
import { call, ready } from '../built-app.ts'
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
  await dialog.getByLabel('Change', { exact: true }).selectOption('price')
  await dialog.getByLabel('Change in %').fill('10')
  await dialog.getByLabel('Elasticity', { exact: true }).fill('-2')
  await dialog.getByRole('button', { name: 'Save' }).click()
  const scenario = page.locator('[data-figure="scenario"]')
  await expect(scenario).toBeVisible({ timeout: 60_000 })

  const { body } = await call(page, 'GET', '/api/v1/forecast/sales')
  const { points } = body as { points: { value: number }[] }
  const base = points.reduce((sum, { value }) => sum + value, 0)
  const money = (text: string | null) => Number(text?.replaceAll(/[^\d.-]/g, ''))
  const shown = async (figure: string) => money(await page.locator(`[data-figure="${figure}"]`).textContent())
  const isFactor = async (factor: number) => {
    expect(await shown('base')).toBeCloseTo(base, -0.5)
    expect(await shown('scenario')).toBeCloseTo(base * factor, -0.5)
    const row = await page
      .locator('tr', { hasText: /^(Price|Promotion)/ })
      .first()
      .textContent()
    expect(
      money(row?.split('£')[1] ?? '') * (row?.includes('-£') || row?.includes('−£') ? -1 : 1),
    ).toBeCloseTo(base * (factor - 1), -0.5)
  }
  // A tenth dearer at an elasticity of −2: 1.1² fewer units, each at 1.1 times the money.
  await isFactor(1.1 ** -2 * 1.1)

  await page.getByRole('button', { name: 'Change Half price week' }).click()
  await dialog.getByLabel('Change', { exact: true }).selectOption('promotion')
  await dialog.getByLabel('More units, in %').fill('300')
  await dialog.getByLabel('Discount, in %').fill('50')
  await dialog.getByRole('button', { name: 'Save' }).click()
  // Four times the units at half the price.
  await expect.poll(() => shown('scenario')).toBeGreaterThan(1.5 * base)
  await isFactor(2)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  await page.getByRole('button', { name: 'Delete Half price week' }).click()
  await expect(page.getByText('There are no scenarios yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('button', { name: 'Change Half price week' })).toBeVisible()

  // What is checked is the forecast of before: no other one shall come in between.
  await call(page, 'PUT', '/api/v1/forecast/refresh', { body: { on_import: false } })
  await importText(page, restlessExport(132), 'more.csv')
  await page.getByText('Truth check', { exact: true }).click()
  // Twelve of the thirty days that were forecast have come: the figures are those of the door.
  const truth = await call(page, 'GET', '/api/v1/forecast/truth')
  const { items } = truth.body as {
    items: { truth: { days: number; state: string; coverage: Record<string, number> } }[]
  }
  expect(items[0]?.truth).toMatchObject({ days: 12 })
  const row = page.getByRole('row', { name: /^Net sales/ }).first()
  await expect(row.getByRole('cell', { name: '12', exact: true })).toBeVisible()
  const STATES: Record<string, string> = {
    as_expected: 'As expected',
    biased: 'Always off to the same side',
    worse: 'Worse than expected',
    naive: 'The simple rule did better',
  }
  await expect(row).toContainText(STATES[items[0]?.truth.state ?? ''] ?? 'no such state')
})
