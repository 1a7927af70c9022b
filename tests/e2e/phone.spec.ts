import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { ready } from '../built-app.ts'
import { importText, smallExport } from './small-export.ts'
import { expect, test } from './story.ts'

const sideways = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

test('every page fits a phone, and figures open from below', { tag: '@phone' }, async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/')
  await ready(page)
  expect(await sideways(page)).toBe(0)
  await importText(page, smallExport(90))
  await expect(page.getByText('£610.00').first()).toBeVisible()
  await expect(page.getByRole('table', { name: 'When it sells' })).toBeVisible()
  expect(await sideways(page)).toBe(0)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])

  await page
    .getByRole('button', { name: /^Net sales/ })
    .first()
    .click()
  const sheet = page.getByRole('dialog', { name: 'Net sales' })
  await expect(sheet.getByText(/the same as the figure/)).toBeVisible()
  const box = await sheet.boundingBox()
  expect(box?.width).toBe(390)
  await sheet.getByRole('button', { name: 'Close' }).click()

  const bar = page.getByRole('navigation').last()
  for (const name of ['Forecast', 'Data']) {
    await bar.getByRole('link', { name }).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await sideways(page), name).toBe(0)
  }
})
