import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { ready } from '../built-app.ts'
import { importText, LAST_30, smallExport } from './small-export.ts'
import { expect, test } from './story.ts'

const NET = '£610.00'

async function openSmallShop(page: Page): Promise<void> {
  await page.goto('/')
  await ready(page)
  expect(await importText(page, smallExport(90))).toBe(200)
  await expect(page.getByRole('button', { name: /Net sales.*£610\.00/ }).first()).toBeVisible()
}

test('figures equal a count by hand, and each opens the rows it is made of', async ({ page }) => {
  await openSmallShop(page)
  const tiles = page.getByRole('region', { name: 'Figures' })
  const tile = (name: string) => tiles.getByRole('button', { name })
  await expect(tile('Gross sales')).toContainText('£620')
  await expect(tile('Returns')).toContainText('£10.00')
  await expect(tile('Orders')).toContainText(String(LAST_30.orders))
  await expect(tile('Units')).toContainText(String(LAST_30.units))
  const apart = page
    .getByRole('region', { name: 'Apart from these figures' })
    .getByRole('row', { name: /Shipping/ })
  await expect(apart.first()).toContainText('£3.50')

  await page
    .getByRole('button', { name: /^Net sales/ })
    .first()
    .click()
  const sheet = page.getByRole('dialog', { name: 'Net sales' })
  await expect(sheet.getByText('Gross sales − discounts − returns')).toBeVisible()
  await expect(sheet.getByText(`The rows add up to ${NET}: the same as the figure.`)).toBeVisible()
  await expect(sheet.getByRole('row', { name: /Total of 32 rows/ })).toContainText(NET)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    sheet.getByRole('button', { name: 'Download CSV' }).click(),
  ])
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n').slice(1)
  const sum = lines.reduce((total, line) => total + Number(line.split(',').at(-1)), 0)
  expect(lines).toHaveLength(32)
  expect(sum).toBe(LAST_30.net)

  await page.goBack()
  await expect(sheet).toBeHidden()
})

test('a sentence opens the numbers it is made from; the chart takes another step', async ({ page }) => {
  await openSmallShop(page)
  await page.getByRole('button', { name: /Net sales rose 1\.7% to £610\.00, from £600\.00/ }).click()
  const numbers = page.getByRole('dialog', { name: 'What this sentence is made from' })
  await expect(numbers.getByRole('row', { name: /Net sales/ })).toContainText('£600.00')
  await numbers.getByRole('button', { name: 'See the rows: Net sales' }).click()
  const sheet = page.getByRole('dialog', { name: 'Net sales' })
  await expect(sheet).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()

  const chart = page.getByRole('figure').filter({ hasText: 'GBP per' })
  await chart.getByText('Week', { exact: true }).click()
  await expect(page).toHaveURL(/grain=week/)
  await expect(chart.getByText('GBP per week')).toBeVisible()
  await chart.getByRole('button', { name: 'Show table' }).click()
  await expect(chart.getByRole('table').getByRole('row').nth(1)).toContainText('£')
})

/** Runs in the page: an engine that never answers. */
const silenceWorkers = (): void => {
  class Silent extends EventTarget {
    postMessage(): void {}
    terminate(): void {}
  }
  window.Worker = Silent as unknown as typeof Worker
}

test('figures of the last visit are there before the engine is', async ({ openProfile, baseURL }) => {
  const origin = baseURL ?? ''
  const visit = await openProfile(origin)
  const first = await visit.newPage()
  await first.goto(origin)
  await ready(first)
  await importText(first, smallExport(90))
  await first.goto(`${origin}/`)
  // Each card keeps its answer before it shows it.
  await expect(first.getByRole('button', { name: /Net sales.*£610\.00/ }).first()).toBeVisible()
  await expect(first.getByRole('table', { name: /Best-selling products/ })).toBeVisible()
  await visit.close()

  const later = await openProfile(origin)
  await later.addInitScript(silenceWorkers)
  const page = await later.newPage()
  await page.goto(origin)
  await expect(page.getByText('Figures of your last visit; updating…')).toBeVisible()
  await expect(page.getByText(NET).first()).toBeVisible()
})

test('the page and its sheet have no accessibility faults, in light and in dark', async ({ page }) => {
  const faults = async () => (await new AxeBuilder({ page }).analyze()).violations
  await page.emulateMedia({ colorScheme: 'light' })
  await openSmallShop(page)
  await expect(page.getByRole('table', { name: 'When it sells' })).toBeVisible()
  expect(await faults()).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await faults()).toEqual([])
  await page.goto('/?figure=orders')
  await expect(page.getByText(/The rows add up to 31/)).toBeVisible()
  expect(await faults()).toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await faults()).toEqual([])
})
