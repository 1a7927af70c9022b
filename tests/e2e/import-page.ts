import { expect } from '@playwright/test'
import type { Page } from '@playwright/test'
import { call, ready } from '../built-app.ts'

/** A file of a story: its name and its text. */
export interface Given {
  readonly name: string
  readonly text: string | Buffer
}

/** Shows the data page with the workspace open; `origin` for a page whose browser knows none. */
export async function openDataPage(page: Page, origin = ''): Promise<void> {
  await page.goto(`${origin}/data`)
  await ready(page)
  await expect(page.getByRole('button', { name: 'Choose files' })).toBeVisible()
}

/** Gives files to the chooser of the data page, as a person would choose them. */
export async function chooseFiles(page: Page, ...files: readonly Given[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose files' }).click()
  await (
    await chooser
  ).setFiles(files.map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })))
}

const importButton = (page: Page) => page.getByRole('button', { name: 'Import', exact: true }).first()

/** Waits for the dry run and presses Import; ends when it is stored. */
export async function storeImport(page: Page, timeout = 60_000): Promise<void> {
  await expect(importButton(page)).toBeEnabled({ timeout })
  await importButton(page).click()
  await expect(page.getByText('Import stored')).toBeVisible({ timeout })
}

/** A count of the dry run by its label: "To be added". */
export async function countOf(page: Page, label: string): Promise<string> {
  await expect(importButton(page)).toBeEnabled({ timeout: 60_000 })
  const term = page.getByRole('term').filter({ hasText: label })
  return term.locator('xpath=following-sibling::dd').innerText()
}

interface Figures {
  readonly gross: number
  readonly returns: number
  readonly net: number
  readonly orders: number
  readonly customers: number
}

interface Summary {
  readonly metrics?: Readonly<Record<string, { readonly value: number }>>
}

/** Figures of the open workspace over all time; 0 where there is nothing. */
export async function figuresOf(page: Page): Promise<Figures> {
  const query = { from: '2000-01-01', to: '2099-12-31', compare: 'none' }
  const { metrics } = (await call(page, 'GET', '/api/v1/dashboard/summary', { query })).body as Summary
  const value = (name: string) => metrics?.[name]?.value ?? 0
  return {
    gross: value('gross_sales'),
    returns: value('returns'),
    net: value('net_sales'),
    orders: value('orders'),
    customers: value('customers'),
  }
}

const HEADER = [
  ...['Name', 'Email', 'Financial Status', 'Paid at', 'Currency', 'Subtotal', 'Shipping', 'Taxes', 'Total'],
  ...[
    'Discount Code',
    'Discount Amount',
    'Created at',
    'Lineitem quantity',
    'Lineitem name',
    'Lineitem price',
  ],
  ...['Lineitem sku', 'Shipping Country', 'Refunded Amount', 'Id', 'Lineitem discount', 'Source'],
].join(',')

/** A Shopify order export of one-line orders with the given numbers, ten days apart at a time of day that is the same day everywhere. */
export const shopifyOrders = (first: number, last: number): string =>
  [
    HEADER,
    ...Array.from({ length: last - first + 1 }, (_, at) => {
      const number = first + at
      const at12 = `2025-03-${String((number % 28) + 1).padStart(2, '0')} 12:00:00 +0100`
      return `#${number},buyer${number % 7}@example.com,paid,${at12},EUR,20.00,0.00,0.00,20.00,,0.00,${at12},2,Cup ${number % 3},10.00,CUP-${number % 3},ES,0.00,${9_000_000 + number},0.00,web`
    }),
  ].join('\n')
