import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStaging, type Staging } from '../../../tests/staging.ts'
import { FACT_NAMES, factColumns } from '../fact-tables.ts'
import { columnList, IDENTITY_COLUMNS, LINE_COLUMNS, ORDER_COLUMNS, PRODUCT_COLUMNS } from '../tables.ts'
import { PRESETS } from '../../model/definitions.ts'
import { importEffect } from './effect.ts'
import { planMerge } from './plan.ts'
import { writeForce, writeRemainder } from './tables.ts'

/** Lines that say what was sold, and neither to whom, nor in what state, nor with what tax. */
const LINES = `Order ID;Date;Product;SKU;Quantity;Price
1;2025-03-10;Mug;MUG;2;25.00
1;2025-03-10;Plate;PLA;1;50.00
2;2025-03-11;Mug;MUG;1;25.00
3;2025-03-12;Mug;MUG;1;25.00
`

/** The shop's list of the same orders: state, person, discount, tax and shipping. */
const list = (state = 'Complete', refunded = '0.00') => `ID,"Purchase Point","Purchase Date","Bill-to Name","Ship-to Name","Grand Total (Base)","Grand Total (Purchased)",Status,"Billing Address","Shipping Address","Shipping Information","Customer Email","Customer Group",Subtotal,"Shipping and Handling","Customer Name","Payment Method","Total Refunded"
1,Main,"Mar 10, 2025 10:12:33 AM",Ana,Ana,€105.00,€105.00,${state},S,S,Flat,ana@m.test,General,€100.00,€5.00,Ana,check,€${refunded}
2,Main,"Mar 11, 2025 10:12:33 AM",Bo,Bo,€25.00,€25.00,Canceled,S,S,Flat,bo@m.test,General,€25.00,€0.00,Bo,check,€0.00
9,Main,"Mar 12, 2025 10:12:33 AM",Cy,Cy,€30.00,€30.00,Complete,S,S,Flat,cy@m.test,General,€30.00,€0.00,Cy,check,€0.00
` // prettier-ignore

let staging: Staging

beforeAll(async () => {
  staging = await openStaging()
  await staging.engine.exec('CREATE SCHEMA old')
  const tables = {
    lines: LINE_COLUMNS,
    orders: ORDER_COLUMNS,
    products: PRODUCT_COLUMNS,
    identities: IDENTITY_COLUMNS,
    ...Object.fromEntries(FACT_NAMES.map((name) => [name, factColumns(name)])),
  }
  for (const [name, columns] of Object.entries(tables))
    await staging.engine.exec(`CREATE TABLE old.${name} (${columnList(columns)})`)
})
afterAll(() => staging.engine.close())

/** Imports texts, one after the other; the fates of the lines of the last. */
async function importAll(...texts: string[]) {
  const { engine } = staging
  await engine.exec(
    'DELETE FROM old.lines; DELETE FROM old.orders; DELETE FROM old.identities; DELETE FROM old.products',
  )
  let fates: unknown
  for (const text of texts) {
    await staging.empty()
    const previews = await staging.stage([text], { currency: text.includes('$') ? 'USD' : 'EUR' })
    expect(previews.map(({ action }) => action === 'accept' || action === 'warn')).toEqual([true])
    fates = (await planMerge(engine)).lines
    await engine.exec('CREATE SCHEMA force; CREATE SCHEMA rest')
    for (const sql of [...writeForce('force'), ...writeRemainder('rest', 'old')]) await engine.exec(sql)
    for (const name of ['lines', 'orders'])
      await engine.exec(
        `DELETE FROM old.${name}; INSERT INTO old.${name} FROM rest.${name} UNION ALL FROM force.${name}`,
      )
    for (const name of ['identities', 'products'])
      await engine.exec(`DELETE FROM old.${name}; INSERT INTO old.${name} FROM merge.${name}`)
    await engine.exec('DROP SCHEMA force CASCADE; DROP SCHEMA rest CASCADE')
  }
  return fates
}

const orders = () =>
  staging.query<
    Record<string, unknown>
  >(`SELECT order_id, kind, state, i.identity, CAST(gross AS DOUBLE) AS gross, CAST(discount AS DOUBLE) AS discount,
    CAST(returned AS DOUBLE) AS returned, CAST(net AS DOUBLE) AS net, CAST(shipping AS DOUBLE) AS shipping
    FROM old.orders LEFT JOIN old.identities i USING (customer_id) ORDER BY order_id`)
const lines = () =>
  staging.query<Record<string, unknown>>(
    `SELECT order_id, line, sku, kind, CAST(net AS DOUBLE) AS net, i.identity FROM old.lines LEFT JOIN old.identities i USING (customer_id) ORDER BY order_id, line`,
  )

describe('lines and the list of their orders in separate imports', () => {
  it('come to the same in either order, and neither changes anything when it comes again', async () => {
    await importAll(LINES, list())
    const both = [await orders(), await lines()]
    expect(both[0]).toEqual([
      { order_id: '1', kind: 'sale', state: null, identity: 'ana@m.test', gross: 10_000, discount: 0, returned: 0, net: 10_000, shipping: 500 },
      { order_id: '2', kind: 'excluded', state: 'cancelled', identity: 'bo@m.test', gross: 0, discount: 0, returned: 0, net: 0, shipping: 0 },
      { order_id: '3', kind: 'sale', state: null, identity: null, gross: 2_500, discount: 0, returned: 0, net: 2_500, shipping: 0 },
      { order_id: '9', kind: 'sale', state: null, identity: 'cy@m.test', gross: 3_000, discount: 0, returned: 0, net: 3_000, shipping: 0 },
    ]) // prettier-ignore
    expect(both[1]?.map(({ order_id, sku, kind }) => [order_id, sku, kind])).toEqual([
      ['1', 'MUG', 'product'],
      ['1', 'PLA', 'product'],
      ['2', 'MUG', 'excluded'],
      ['3', 'MUG', 'product'],
      ['9', null, 'product'],
    ])
    await importAll(list(), LINES)
    expect([await orders(), await lines()]).toEqual(both)
    expect(await importAll(list(), LINES, list())).toEqual({ added: 0, updated: 0, unchanged: 3 })
    expect(await importAll(LINES, list(), LINES)).toEqual({ added: 0, updated: 0, unchanged: 4 })
    expect([await orders(), await lines()]).toEqual(both)
  })

  it('take the state and the refund of a newer list, and share the refund among the lines', async () => {
    await importAll(LINES, list(), list('Complete', '21.00'))
    const [first] = await orders()
    expect(first).toMatchObject({ kind: 'sale', returned: 2_000, net: 8_000, shipping: 500 })
    expect((await lines()).filter((row) => row['order_id'] === '1').map((row) => row['net'])).toEqual([
      4_000, 4_000,
    ])
    await importAll(LINES, list(), list('Canceled'))
    expect((await orders())[0]).toMatchObject({ kind: 'excluded', state: 'cancelled', net: 0 })
    await importAll(LINES, list('Canceled'), list())
    expect((await orders())[0]).toMatchObject({ kind: 'sale', state: null, net: 10_000 })
  })

  it('are counted once in what the import would do', async () => {
    await importAll(LINES)
    await staging.empty()
    await staging.stage([list()], { currency: 'EUR' })
    await planMerge(staging.engine)
    const parts = { orders: ['old'], products: null, people: null }
    const effect = await importEffect(staging.engine, parts, PRESETS.files)
    // The second order turns out to be cancelled; the ninth is new.
    expect(effect.months).toMatchObject([
      { month: '2025-03', net_before: 15_000, net_after: 15_500, orders_before: 3, orders_after: 3 },
    ])
  })

  it('keep what the list gave when corrected lines come', async () => {
    await importAll(LINES, list(), LINES.replace('PLA;1;50.00', 'PLA;2;50.00'))
    expect((await orders())[0]).toMatchObject({ identity: 'ana@m.test', gross: 15_000, shipping: 500 })
  })
})

/** Items of a till, and its payments: the refund of the second order is told by the payments alone. */
const ITEMS = `Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Event Type,Itemization Type
2025-07-18,10:12:33,Eastern Time (US & Canada),Coffee,Latte,2.0,Regular,LATT,,$8.00,$0.00,$8.00,$0.71,T1,Payment,Physical Good
2025-07-19,09:00:00,Eastern Time (US & Canada),Coffee,Beans,1.0,Regular,BEAN,,$30.00,$0.00,$30.00,$0.00,T2,Payment,Physical Good
` // prettier-ignore
const PAYMENTS = `Date,Time,Time Zone,Gross Sales,Discounts,Net Sales,Gift Card Sales,Tax,Tip,Partial Refunds,Total Collected,Fees,Net Total,Transaction ID,Payment ID,Event Type,Location
2025-08-02,11:00:00,Eastern Time (US & Canada),($30.00),$0.00,($30.00),$0.00,$0.00,$0.00,$0.00,($30.00),$0.00,($30.00),T2,P2,Refund,Main St
` // prettier-ignore

describe('what a list books back by a document of its own', () => {
  const net = async () =>
    Object.fromEntries((await orders()).map((row) => [String(row['order_id']).split('/')[0], row['net']]))
  const sum = async () => (await orders()).reduce((total, row) => total + Number(row['net']), 0)

  it('is added when the lines of the order know of nothing given back, before or after them, once', async () => {
    await importAll(ITEMS, PAYMENTS)
    expect(await orders()).toHaveLength(3)
    expect(await sum()).toBe(800)
    expect(await net()).toEqual({ T1: 800, T2: -3_000 })
    await importAll(ITEMS, PAYMENTS, PAYMENTS, ITEMS)
    expect(await sum()).toBe(800)
    await importAll(PAYMENTS, ITEMS)
    expect(await sum()).toBe(800)
  })

  it('is not added when they say it already', async () => {
    await importAll(ITEMS)
    await staging.engine.exec(
      `UPDATE old.orders SET returned = 3000, net = 0 WHERE order_id = 'T2'; UPDATE old.lines SET returned = 3000, net = 0 WHERE order_id = 'T2'`,
    )
    await staging.empty()
    await staging.stage([PAYMENTS], { currency: 'USD' })
    expect((await planMerge(staging.engine)).lines).toEqual({ added: 0, updated: 0, unchanged: 1 })
  })
})

const CATALOGUE = (title: string) => `Handle,Title,Variant SKU,Variant Price\njar,${title},JAR,5.00\n`
const sold = (order: string, title: string) =>
  `Order ID;Date;Product;SKU;Quantity;Price\n${order};2025-03-10;${title};JAR;1;5.00\n`

it('a given title takes the place of an older one; what lines call a product does not', async () => {
  const titleAfter = async (...texts: string[]) => {
    await importAll(...texts)
    return (await staging.query<{ title: string }>('SELECT title FROM old.products')).map(
      ({ title }) => title,
    )
  }
  expect(await titleAfter(sold('1', 'jar'))).toEqual(['jar'])
  expect(await titleAfter(sold('1', 'jar'), CATALOGUE('Jar'), sold('2', 'jar (old)'))).toEqual(['Jar'])
  expect(await titleAfter(CATALOGUE('Jar'), CATALOGUE('Glass jar'))).toEqual(['Glass jar'])
})

it('an order that two files cut is of the earlier day, in either order', async () => {
  const half = (day: string, sku: string) =>
    `Order ID;Date;Product;SKU;Quantity;Price\n9;${day};${sku};${sku};1;5.00\n`
  const [first, second] = [half('2025-03-01', 'CUP'), half('2025-03-02', 'POT')]
  for (const texts of [
    [first, second],
    [second, first],
  ]) {
    await importAll(...texts)
    const rows = await staging.query(
      'SELECT CAST(lines AS DOUBLE) AS lines, CAST(day AS VARCHAR) AS day FROM old.orders',
    )
    expect(rows).toEqual([{ lines: 2, day: '2025-03-01' }])
  }
})
