import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { openNativeEngine } from '../../tests/native-engine.ts'
import { createStaging, stageFile } from './stage-file.ts'

const UCI = join(
  import.meta.dirname,
  '../../../shared/data/uci-online-retail-2009-10/online_retail_2009-12_2010-11.csv.gz',
)

/** Cells of a line of a table without line ends in cells. */
function cellsOf(line: string): string[] {
  if (!line.includes('"')) return line.split(',')
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    (found) => found[1]?.replaceAll('""', '"') ?? found[2] ?? '',
  )
}

/** Price × quantity in pence, half away from zero, in integers: '2.555', 3 → 767. */
function pence(price: string, quantity: number): number {
  const [whole = '0', decimals = ''] = price.replace('-', '').split('.')
  const tenths = BigInt(whole + decimals.padEnd(4, '0').slice(0, 4)) * BigInt(Math.abs(quantity))
  const rounded = Number((tenths + 50n) / 100n)
  return price.startsWith('-') === quantity < 0 ? rounded : -rounded
}

const NOT_PRODUCTS = /^(post|dot|c2|c3|bank charges|amazonfee|cruk|m|d|s|b|adjust.*|gift_.*|test.*)$/i

/** A count of the file that shares no code with the importer. */
function countByHand(text: string) {
  const sums = { lines: 0, gross: 0, returned: 0, units: 0 }
  const orders = new Set<string>()
  const invoices = new Set<string>()
  const customers = new Set<string>()
  for (const line of text.trimEnd().split('\n').slice(1)) {
    const [invoice = '', code = '', , quantityText = '', , price = '', customer = ''] = cellsOf(line)
    const quantity = Number(quantityText)
    const amount = pence(price, quantity)
    sums.lines++
    invoices.add(invoice)
    if (customer) customers.add(customer)
    const isStock = Number(price) === 0 && (customer === '' || quantity < 0)
    if (invoice.startsWith('A') || isStock || NOT_PRODUCTS.test(code)) continue
    if (amount < 0 || quantity < 0) sums.returned -= amount
    else sums.gross += amount
    if (quantity > 0) sums.units += quantity
    if (quantity > 0 && !invoice.startsWith('C')) orders.add(invoice)
  }
  return { ...sums, orders: orders.size, invoices: invoices.size, customers: customers.size }
}

it.skipIf(!existsSync(UCI))(
  'stages the UCI set to the figures of a count made apart (skipped where the data are not beside the project)',
  async () => {
    const bytes = readFileSync(UCI)
    const expected = countByHand(gunzipSync(bytes).toString('utf8'))
    const engine = await openNativeEngine()
    await createStaging(engine)
    const context = { timeZone: 'Europe/London', currency: null, asOf: '2026-01-31', files: 1 }
    const preview = await stageFile(engine, new File([bytes], 'uci.csv.gz'), 0, { currency: 'GBP' }, context)
    expect(preview).toMatchObject({ source: 'uci', rows: 502_938, first_day: '2009-12-01', skipped: 0 })
    const [lines] = await engine.run<Record<string, number>>({
      sql: `SELECT CAST(count(*) AS DOUBLE) AS lines, CAST(sum(gross) FILTER (kind = 'product') AS DOUBLE) AS gross, CAST(sum(returned) AS DOUBLE) AS returned,
        CAST(sum(quantity) FILTER (kind = 'product' AND quantity > 0) AS DOUBLE) AS units FROM stage.lines`,
      params: [],
    })
    const [orders] = await engine.run<Record<string, number>>({
      sql: `SELECT CAST(count(*) FILTER (kind = 'sale') AS DOUBLE) AS orders, CAST(count(*) AS DOUBLE) AS invoices, CAST(count(DISTINCT identity) AS DOUBLE) AS customers,
        CAST(sum(gross) AS DOUBLE) AS gross FROM stage.orders`,
      params: [],
    })
    expect({ ...lines, ...orders }).toEqual(expected)
    engine.close()
  },
  120_000,
)
