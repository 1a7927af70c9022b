import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { ready } from '../built-app.ts'
import { chooseFiles, figuresOf, openDataPage, storeImport } from './import-page.ts'
import { expect, test } from './story.ts'

const FILE = '../shared/data/uci-online-retail-2009-10/online_retail_2009-12_2010-11.csv.gz'
const NAME = 'online_retail_2009-12_2010-11.csv'

test.skip(!existsSync(FILE), 'the UCI file of ../shared/data is not here')
test.setTimeout(240_000)

const cellsOf = (line: string): string[] =>
  [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) =>
    cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell,
  )

/** A line of the file as the count needs it; amounts in tenths of a penny, for prices have three decimals. */
const readLine = (line: string) => {
  const [invoice = '', code = '', , quantity, , price, customer = ''] = cellsOf(line)
  const tenths = Math.round(Number(price) * 1000) * Number(quantity)
  return { invoice, code, customer, pence: Math.sign(tenths) * Math.round(Math.abs(tenths) / 10) }
}

/** Codes of goods, read off the file by eye: five digits, and PADS, SP1002 and the dotcom gift shop's DCGS… */
const GOODS = /^(\d{5}|PADS$|SP1002$|DCGS)/i

/** The figures counted by hand, with no code of the app: goods at a price, invoices with C give goods back. */
function countByHand(text: string) {
  const lines = text.trimEnd().split(/\r?\n/).slice(1).map(readLine)
  const goods = lines.filter(({ code, pence }) => GOODS.test(code) && pence !== 0)
  const sold = goods.filter(({ invoice }) => !invoice.startsWith('C'))
  const sum = (some: typeof lines) => some.reduce((total, { pence }) => total + pence, 0) / 100
  const gross = sum(sold)
  const net = sum(goods)
  return {
    lines: lines.length,
    figures: {
      gross,
      returns: Math.round((gross - net) * 100) / 100,
      net,
      orders: new Set(sold.map(({ invoice }) => invoice)).size,
      customers: new Set(sold.flatMap(({ customer }) => (customer ? [customer] : []))).size,
    },
  }
}

async function expectCounted(page: Page, counted: ReturnType<typeof countByHand>['figures']) {
  const figures = await figuresOf(page)
  for (const name of ['gross', 'returns', 'net', 'orders', 'customers'] as const)
    expect(figures[name], name).toBeCloseTo(counted[name], 2)
}

test('half a million lines come in through the screen and equal a count by hand', async ({ page }) => {
  const packed = readFileSync(FILE)
  const { lines, figures } = countByHand(gunzipSync(packed).toString('utf8'))
  await openDataPage(page)
  await chooseFiles(page, { name: `${NAME}.gz`, text: packed })
  await page.getByRole('button', { name: /^GBP/ }).click({ timeout: 120_000 })
  await expect(page.getByText('Sales in the UCI “Online Retail” layout')).toBeVisible()
  await expect(page.getByText(`${lines.toLocaleString('en')} of ${lines.toLocaleString('en')}`)).toBeVisible({
    timeout: 120_000,
  })
  await storeImport(page, 120_000)
  await expectCounted(page, figures)
})

test('and through the API', async ({ page }) => {
  const packed = readFileSync(FILE)
  const { lines, figures } = countByHand(gunzipSync(packed).toString('utf8'))
  await page.goto('/data')
  await ready(page)
  const chooser = page.locator('input[type=file][multiple]')
  await chooser.evaluate((input) =>
    input.addEventListener('change', (event) => event.stopImmediatePropagation(), { capture: true }),
  )
  await chooser.setInputFiles({ name: `${NAME}.gz`, mimeType: 'application/gzip', buffer: packed })
  const committed = await chooser.evaluate(async (input) => {
    const files = [...((input as HTMLInputElement).files ?? [])]
    const api = window as unknown as {
      ventas: {
        call(method: string, path: string, options: object): Promise<{ status: number; body: object }>
      }
    }
    const seen = await api.ventas.call('POST', '/api/v1/imports', {
      body: { files, options: { currency: 'GBP' } },
    })
    const { id } = seen.body as { id: string }
    return api.ventas.call('POST', `/api/v1/imports/${id}/commit`, { body: {} })
  })
  expect(committed).toMatchObject({ status: 200, body: { state: 'committed', added: lines, rejected: 0 } })
  await expectCounted(page, figures)
})
