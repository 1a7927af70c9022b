import { readFile } from 'node:fs/promises'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { call, ready } from '../built-app.ts'
import { importText } from './small-export.ts'
import { expect, test } from './story.ts'

const HEAD = 'order_id,date,email,country,product,quantity,price'

const DAY_MS = 86_400_000
const dayAt = (index: number): string =>
  new Date(Date.UTC(2025, 0, 1) + index * DAY_MS).toISOString().slice(0, 10)

interface Bought {
  readonly who: number
  readonly day: number
  readonly product?: string
  readonly price?: number
}

const line = ({ who, day, product = 'Mug', price = 10 }: Bought, index: number) =>
  [`A${1000 + index}`, dayAt(day), `p${who}@example.com`, 'ES', product, 1, price].join(',')

/** Eighty customers over a year: the first ten order every fortnight at 40, the last twenty have been silent since spring. */
function shop(): string {
  const often = Array.from({ length: 10 }, (_, who) =>
    Array.from({ length: 26 }, (_, turn) => ({
      who,
      day: turn * 14 + (who % 3),
      price: 40,
      product: 'Teapot',
    })),
  )
  const now = Array.from({ length: 50 }, (_, at) => [
    { who: 10 + at, day: 20 + at * 5 },
    { who: 10 + at, day: 100 + at * 5 },
  ])
  const gone = Array.from({ length: 20 }, (_, at) =>
    Array.from({ length: 4 }, (_, turn) => ({
      who: 60 + at,
      day: at + turn * 20,
      price: 25,
      product: 'Lamp',
    })),
  )
  return [HEAD, ...[...often, ...now, ...gone].flat().map(line)].join('\n')
}

async function open(page: Page, text: string, path: string): Promise<void> {
  await page.goto('/')
  await ready(page)
  await importText(page, text)
  await page.goto(path)
  await ready(page)
}

test('my best customers are found and go to the e-mail tool', async ({ page }) => {
  await open(page, shop(), '/customers?tab=segments')
  const vip = page.getByRole('article', { name: 'VIP' })
  await expect(vip.getByText('Thank them personally, by name')).toBeVisible()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    vip.getByRole('button', { name: 'CSV for e-mail: VIP' }).click(),
  ])
  const rows = (await readFile(await download.path(), 'utf8')).trim().split('\r\n').slice(1)
  expect(rows.length).toBeGreaterThanOrEqual(10)
  expect(rows.slice(0, 10).every((row) => /^p\d@example\.com,/.test(row))).toBe(true)
  await vip.getByRole('button', { name: 'See customers' }).click()
  await expect(page).toHaveURL(/segment=vip/)
  const list = page.getByRole('table', { name: 'Customers' })
  await expect(list.getByRole('row', { name: /p0@example.com/ })).toContainText('£1,040.00')
  await expect(page.getByText(`${rows.length} rows`)).toBeVisible()
  // What is read anew stands pale meanwhile.
  await expect.poll(async () => (await new AxeBuilder({ page }).analyze()).violations).toEqual([])
})

test('why is this one at risk: the segment and the risk say what they rest on', async ({ page }) => {
  await open(page, shop(), '/customers?segment=at_risk')
  await page.getByRole('searchbox').fill('p79')
  await page.getByRole('button', { name: 'p79@example.com' }).click()
  const why = page.getByRole('region', { name: 'Segment' })
  await expect(why.getByText('At risk')).toBeVisible()
  await expect(why.getByText(/Last order \d+ days ago \(quiet beyond \d+\): R [12] of 5/)).toBeVisible()
  const outlook = page.getByRole('region', { name: 'Worth and next order' })
  await expect(outlook.getByText('Risk of leaving')).toBeVisible({ timeout: 20_000 })
  await expect(outlook.getByText(/Days without an order: \d+/)).toBeVisible()
})

test('two that are one person are merged everywhere, and the merge is undone', async ({ page }) => {
  const two = [
    HEAD,
    'B1,2025-01-01,ana@example.com,ES,Mug,1,10',
    'B2,2025-02-01,a.ruiz@example.org,ES,Mug,1,30',
    'B3,2025-02-02,eva@example.com,ES,Mug,1,5',
  ].join('\n')
  await open(page, two, '/customers')
  // Keys follow the order of the e-mails.
  for (const [key, phone] of [
    [1, '+34 600 111 222'],
    [2, '600111222'],
  ])
    await call(page, 'PATCH', `/api/v1/customers/${key}`, { body: { name: 'Ana Ruiz', phone } })
  const list = page.getByRole('table', { name: 'Customers' })
  await expect(page.getByText('3 rows')).toBeVisible()
  await page.getByRole('button', { name: 'Duplicates' }).click()
  const sheet = page.getByRole('dialog', { name: 'Duplicates' })
  await sheet.getByRole('button', { name: /Merge into Ana Ruiz/ }).click()
  await expect(sheet.getByText('No duplicate customers to be seen')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('2 rows')).toBeVisible()
  await expect(list.getByRole('row', { name: /Ana Ruiz/ })).toContainText('£40.00')
  await list.getByRole('button', { name: 'Ana Ruiz' }).click()
  await page
    .getByRole('region', { name: 'Changes by hand' })
    .getByRole('button', { name: 'Undo' })
    .first()
    .click()
  await page.getByRole('link', { name: 'All customers' }).click()
  await expect(page.getByText('3 rows')).toBeVisible()
})

test('cohorts by what the first order was: as far as they have come', async ({ page }) => {
  await open(page, shop(), '/customers?tab=cohorts&group=first_product')
  const table = page.getByRole('table', { name: /first product/i })
  await expect(table.getByRole('rowheader', { name: 'Teapot · 10' })).toBeVisible()
  await expect(table.getByRole('rowheader', { name: 'Mug · 50' })).toBeVisible()
  await expect(table.getByRole('rowheader', { name: 'Lamp · 20' })).toBeVisible()
  // The last order is of mid December 2025, the first of January: no column is later than the eleventh month.
  await expect(table.getByRole('columnheader').last()).toHaveText(/^1[01]$/)
  const teapot = table.getByRole('row', { name: /^Teapot/ })
  // All ten came again in each of the first ten months.
  await expect(teapot.getByRole('cell', { name: '100%' })).toHaveCount(11)
  const lamp = table.getByRole('row', { name: /^Lamp/ })
  await expect(lamp.getByRole('cell').nth(6)).toHaveText('0')
})

test('little data: ten customers, one order each', async ({ page }) => {
  const once = [HEAD, ...Array.from({ length: 10 }, (_, who) => line({ who, day: who * 3 }, who))].join('\n')
  await open(page, once, '/customers?tab=segments')
  await expect(page.getByText('Only 10 customers: below 50, groups and scores say little.')).toBeVisible()
  await page.goto('/customers?tab=worth')
  await expect(page.getByText(/Nobody has come back yet/)).toBeVisible({ timeout: 20_000 })
})

test('no order names its customer: every part says so, and what to do', async ({ page }) => {
  const nobody = [
    'order_id,date,country,product,quantity,price',
    ...Array.from({ length: 30 }, (_, at) => `N${at},${dayAt(at * 3)},ES,Mug,1,10`),
  ].join('\n')
  await open(page, nobody, '/customers')
  await expect(page.getByText('None of your orders names its customer')).toBeVisible()
  for (const part of ['Segments & RFM', 'Worth', 'Retention']) {
    await page.getByRole('link', { name: part }).click()
    await expect(
      page.getByText(/rests on customers with orders|names? (its|no) customer/).first(),
    ).toBeVisible()
  }
  await page.getByRole('link', { name: 'Behaviour' }).click()
  await expect(page.getByText('30 orders name no customer: they count under “Everybody”')).toBeVisible()
  await expect(page.getByRole('row', { name: /^Everybody 0 30 £10.00/ })).toBeVisible()
})
