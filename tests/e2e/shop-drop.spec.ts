import { call } from '../built-app.ts'
import { makeWorkbook } from '../make-workbook.ts'
import { chooseFiles, figuresOf, openDataPage, storeImport } from './import-page.ts'
import { expect, test } from './story.ts'

const ORDERS = [
  'Name,Email,Financial Status,Currency,Subtotal,Shipping,Taxes,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Cancelled at,Refunded Amount,Id',
  '#1001,ana@example.com,partially_refunded,EUR,40.00,0,8.00,48.00,2025-03-01 12:00:00 +0100,2,Taza - Roja,10.00,TZ-R,,12.00,5550001',
  '#1001,ana@example.com,,,,,,,,1,Plato,20.00,PL-1,,,',
  '#1002,ben@example.com,paid,EUR,10.00,0,2.00,12.00,2025-03-02 12:00:00 +0100,1,Taza - Roja,10.00,TZ-R,,0,5550002',
].join('\n')

const STOCK = [
  'Handle,Title,SKU,Location,On hand (current)',
  'taza,Taza,TZ-R,Madrid,5',
  'taza,Taza,TZ-R,Lisboa,6',
].join('\n')
const COSTS = ['SKU;Coste', 'TZ-R;4,00', 'ZZ-9;1,00'].join('\n')

/** Payments as a workbook, under a title, dates as spreadsheets have them. */
const payments = makeWorkbook([
  {
    name: 'Payments',
    rows: [
      ['Payments of March and April'],
      [],
      ['Transaction Date', 'Type', 'Order', 'Payout Status', 'Amount', 'Currency'],
      [{ date: 45752.5 }, 'refund', '#1001', 'paid', -12, 'EUR'],
      [{ date: 45753.5 }, 'refund', '#9999', 'paid', -1, 'EUR'],
    ],
  },
])

test('four files of one shop go in together: refunds on their day, costs, stock, and what met nothing', async ({
  page,
}) => {
  await openDataPage(page)
  await chooseFiles(
    page,
    { name: 'costes.csv', text: COSTS },
    { name: 'inventory_export.csv', text: STOCK },
    { name: 'payments.xlsx', text: Buffer.from(await payments.arrayBuffer()) },
    { name: 'orders_export.csv', text: ORDERS },
  )
  const fit = page.getByRole('region', { name: 'How the files fit together' })
  await expect(fit).toContainText('1 of 2 meet an order', { timeout: 40_000 })
  await expect(fit).toContainText('#9999')
  await expect(fit).toContainText('The margin will cover 62.5% of net sales')
  await storeImport(page)
  expect(await figuresOf(page)).toMatchObject({ gross: 50, returns: 10, net: 40, orders: 2 })

  const day = { from: '2025-04-05', to: '2025-04-05', compare: 'none' }
  const { body } = await call(page, 'GET', '/api/v1/dashboard/summary', { query: day })
  expect(body).toMatchObject({ metrics: { returns: { value: 10 } } })
  const sql = 'SELECT product_id, sum(on_hand) FROM inventory GROUP BY 1'
  const stock = await call(page, 'POST', '/api/v1/query', { body: { sql } })
  expect(stock.body).toMatchObject({ rows: [['TZ-R', 11]] })
})

test('a file is left out of a drop, and cells are pasted from a spreadsheet', async ({ page }) => {
  await openDataPage(page)
  await chooseFiles(page, { name: 'costes.csv', text: COSTS }, { name: 'orders_export.csv', text: ORDERS })
  await page.getByRole('button', { name: 'Leave this file out: costes.csv' }).click()
  await expect(page.getByText('You left this file out.')).toBeVisible()
  await storeImport(page)
  await page.evaluate(() => {
    const data = new DataTransfer()
    data.setData('text/plain', 'Date\tOrder\tProduct\tAmount\tCurrency\n2025-03-05\tP-1\tTaza\t7.50\tEUR\n')
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  })
  await expect(page.getByRole('heading', { name: 'pasted.tsv' })).toBeVisible()
  await page.getByRole('button', { name: 'Import', exact: true }).first().click()
  await expect.poll(async () => (await figuresOf(page)).orders).toBe(3)
  await expect(page.getByRole('button', { name: 'Forget: pasted.tsv' })).toBeVisible()
})
