import { chooseFiles, openDataPage, storeImport } from './import-page.ts'
import { call } from '../built-app.ts'
import { expect, test } from './story.ts'

const HEADER =
  'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Id'

const row = (index: number, email: string, at: string): string =>
  `#${1001 + index},${email},paid,EUR,100.00,0,0,100.00,0,${at},1,Jug,100.00,${5001 + index}`

/** The second is of 31 March in Madrid, and of 1 April already in Kathmandu. */
const ORDERS = [
  row(1, 'ana@example.com', '2025-03-10 12:00:00 +0100'),
  row(2, 'ana+shop@example.com', '2025-03-31 22:30:00 +0200'),
  row(3, 'bea@example.com', '2025-04-02 12:00:00 +0200'),
]

const monthly = async (page: Parameters<typeof call>[0]) => {
  const query = { metric: 'net_sales', grain: 'month', from: '2025-03-01', to: '2025-04-30' }
  const { body } = await call(page, 'GET', '/api/v1/dashboard/metrics', { query })
  return (body as { points: { value: number }[] }).points.map(({ value }) => value)
}

test('the zone and the rule of who is one customer are looked at, changed and taken back', async ({
  page,
}) => {
  await openDataPage(page)
  await chooseFiles(page, { name: 'orders_export.csv', text: [HEADER, ...ORDERS].join('\n') })
  await storeImport(page)
  expect(await monthly(page)).toEqual([200, 100])

  await page.goto('/settings')
  const clock = page.getByRole('region', { name: 'Time zone of the shop' })
  await expect(clock.getByText('3 orders with an exact point in time')).toBeVisible({ timeout: 40_000 })
  await clock.getByLabel('Time zone', { exact: true }).fill('Asia/Kathmandu')
  await clock.getByLabel('Time zone', { exact: true }).press('Enter')
  await expect(clock.getByText('1 order changes its day, 1 of them its month.')).toBeVisible()
  await expect(clock.getByRole('row', { name: /March 2025 €200.00 €100.00/ })).toBeVisible()
  await clock.getByRole('button', { name: /^Count days in Asia\/Kath?mandu$/ }).click()
  await expect(page.getByText(/Days are now counted in Asia\/Kath?mandu/)).toBeVisible()
  expect(await monthly(page)).toEqual([100, 200])
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Days are now counted in Europe/Madrid')).toBeVisible()
  expect(await monthly(page)).toEqual([200, 100])

  const people = page.getByRole('region', { name: 'Who is the same customer' })
  await expect(people.getByText('3 customers by e-mail, 3 orders')).toBeVisible()
  await people.getByLabel('ana+shop@x.com is ana@x.com').check()
  await expect(people.getByText('1 customer becomes another that you have.')).toBeVisible()
  await expect(people.getByText('ana+shop@example.com will be ana@example.com')).toBeVisible()
  await people.getByRole('button', { name: 'Tell them apart like this' }).click()
  await expect(people.getByText('2 customers by e-mail, 3 orders')).toBeVisible()
  const customers = await call(page, 'GET', '/api/v1/customers', { query: { limit: 10 } })
  const { items } = customers.body as { items: { email: string; orders: number }[] }
  expect(items.map(({ email, orders }) => [email, orders]).toSorted()).toEqual([
    ['ana@example.com', 2],
    ['bea@example.com', 1],
  ])
})
