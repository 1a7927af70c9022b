import { chooseFiles, openDataPage, storeImport } from './import-page.ts'
import { call } from '../built-app.ts'
import { expect, test } from './story.ts'

const HEADER =
  'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Id'

const row = (index: number, day: number, currency: string, price: string): string => {
  const at = `2025-03-${String(day).padStart(2, '0')} 12:00:00 +0100`
  return `#${1001 + index},buyer${index}@example.com,paid,${currency},${price},0,0,${price},0,${at},1,Jug,${price},${5001 + index}`
}

/** Four orders of 100.00 EUR, two of 50.05 USD on days with a rate, one of 30.00 USD before the first rate. */
const ORDERS = [
  ...[3, 5, 7, 9].map((day, index) => row(index, day, 'EUR', '100.00')),
  row(10, 6, 'USD', '50.05'),
  row(11, 11, 'USD', '50.05'),
  row(12, 2, 'USD', '30.00'),
]

const summary = async (page: Parameters<typeof call>[0]) =>
  (await call(page, 'GET', '/api/v1/dashboard/summary', { query: { from: '2025-03-01', to: '2025-03-31' } }))
    .body as { currency: string; metrics: Record<string, { value: number }>; currencies: unknown }

test('two currencies stay apart until rates are pasted, then there is one total', async ({ page }) => {
  await openDataPage(page)
  await chooseFiles(page, { name: 'orders_export.csv', text: [HEADER, ...ORDERS].join('\n') })
  await storeImport(page)
  expect((await summary(page)).metrics['net_sales']?.value).toBe(400)

  await page.goto('/settings')
  const part = page.getByRole('region', { name: 'Currencies and rates' })
  await expect(part.getByRole('row', { name: /USD 3 (US)?\$130.10/ })).toBeVisible({ timeout: 40_000 })
  await part.getByLabel('Paste the rates, one a line').fill('2025-03-05 USD 0.90\n2025-03-10 USD 0.95\nhello')
  await part.getByRole('button', { name: 'Read and look' }).click()
  await expect(part.getByText('2 rates read · 1 line not read')).toBeVisible()
  await part.getByRole('button', { name: 'Keep 2 rates' }).click()

  // What it would be stands there before; the notice says that it is.
  await expect(page.getByText('2 rates kept', { exact: false })).toBeVisible()
  // 4 × 100.00 + 45.045 → 45.05 + 47.5475 → 47.55.
  await expect(part.getByText('All that is converted: €492.60 in 6 orders')).toBeVisible()
  await expect(part.getByRole('row', { name: /USD 3 .* 1 order, (US)?\$30.00/ })).toBeVisible()
  const after = await summary(page)
  expect([after.currency, after.metrics['net_sales']?.value, after.metrics['orders']?.value]).toEqual([
    'EUR',
    492.6,
    6,
  ])
  const months = await call(page, 'GET', '/api/v1/dashboard/metrics', {
    query: { metric: 'net_sales', grain: 'month', from: '2025-03-01', to: '2025-03-31' },
  })
  expect((months.body as { points: { value: number }[] }).points.map(({ value }) => value)).toEqual([492.6])
  const customers = await call(page, 'GET', '/api/v1/customers', { query: { limit: 10 } })
  const items = (customers.body as { currency: string; items: { net_sales: number }[] }).items
  expect(items.reduce((sum, { net_sales }) => sum + net_sales, 0)).toBeCloseTo(492.6, 6)

  await page.goto('/?from=2025-03-01&to=2025-03-31')
  await expect(page.locator('[data-figure="net_sales"]').first()).toContainText('492.6')
  // What has no rate is there to be chosen, as before.
  await page.getByLabel('Currency', { exact: true }).selectOption({ label: 'USD · 1 order' })
  await expect(page.locator('[data-figure="net_sales"]').first()).toContainText('30')

  await page.goto('/settings')
  await part.getByLabel('Count everything in').selectOption({ label: 'USD' })
  await expect(part.getByRole('table', { name: 'What it would be' })).toBeVisible()
  await part.getByRole('button', { name: 'Leave it as it was' }).click()
  await part.getByRole('button', { name: 'Remove' }).click()
  await expect(part.getByText('All that is converted: €400.00 in 4 orders')).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(part.getByText('All that is converted: €492.60 in 6 orders')).toBeVisible()
})
