import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type Axes, PRESET_NAMES, PRESETS } from '../model/definitions.ts'
import { partShape, partStates } from './part-shape.ts'
import { LINE_COLUMNS, ORDER_COLUMNS } from './tables.ts'
import { storeViews } from './views.ts'
import { openStaging, type Staging } from '../../tests/staging.ts'

let staging: Staging

beforeAll(async () => {
  staging = await openStaging()
})
beforeEach(async () => {
  await staging.empty()
  await staging.engine.exec('DROP SCHEMA IF EXISTS part CASCADE')
})
afterAll(() => staging.engine.close())

/** Every status, each with a total of its own; taxes 1.00 and shipping 2.00 on each order. */
const TABLE = `order_id,date,customer,product,quantity,price,tax,shipping,status
1,2024-03-01,a,Mug,1,100.00,1.00,2.00,paid
2,2024-03-02,b,Mug,1,20.00,1.00,2.00,pending
3,2024-03-03,c,Mug,1,30.00,1.00,2.00,Cancelled
4,2024-03-04,d,Mug,1,40.00,1.00,2.00,refunded
5,2024-03-05,e,Mug,1,50.00,1.00,2.00,test
6,2024-03-06,f,Mug,1,60.00,1.00,2.00,partially_paid
7,2024-03-07,g,Mug,1,70.00,1.00,2.00,failed
8,2024-03-08,h,Mug,1,80.00,1.00,2.00,on-hold
9,2024-03-09,i,Gift card,1,25.00,0.00,0.00,paid
`

/** 1 is paid; 2 of March is cancelled in April; 3 is refunded by 59.50 of 119.00 in all. */
const SHOPIFY = `Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Cancelled at,Refunded Amount,Id
#1,a@x.co,paid,2024-03-01 10:00:00 +0000,EUR,100.00,0,19.00,119.00,0,2024-03-01 10:00:00 +0000,1,Mug,100.00,,0,11
#2,b@x.co,refunded,2024-03-05 10:00:00 +0000,EUR,40.00,5.00,7.60,52.60,10.00,2024-03-05 10:00:00 +0000,1,Cap,50.00,2024-04-02 09:00:00 +0000,52.60,12
#3,c@x.co,partially_refunded,2024-03-08 10:00:00 +0000,EUR,100.00,0,19.00,119.00,0,2024-03-08 10:00:00 +0000,1,Mug,100.00,,59.50,13
`

async function part(text: string) {
  const options = text === TABLE ? { currency: 'EUR' } : {}
  const [preview] = await staging.stage([text], options)
  expect(preview?.action).toMatch(/accept|warn/)
  await staging.engine.exec('CREATE SCHEMA part')
  for (const table of ['lines', 'orders'])
    await staging.engine.exec(
      `CREATE TABLE part.${table} AS SELECT * EXCLUDE (identity), hash(identity)::INTEGER % 1000 AS customer_id FROM stage.${table}`.replace(
        'hash(identity)::INTEGER % 1000',
        'CAST(hash(identity) % 1000 AS INTEGER)',
      ),
    )
}

interface Sums {
  gross: number
  returned: number
  net: number
  orders: number
  tax: number
  shipping: number
  months: string
}

/** Product sums of the lines, counts and taxes of the orders, net by month; and that lines and orders say the same. */
async function sums(axes: Axes): Promise<Sums> {
  const columns = { lines: new Set(Object.keys(LINE_COLUMNS)), orders: new Set(Object.keys(ORDER_COLUMNS)) }
  const shape = partShape(columns, await staging.engine.run(partStates('part', columns)))
  const parts = { orders: ['part'], products: null, people: null, shapes: new Map([['part', shape]]) }
  for (const sql of storeViews(parts, 'store', axes)) await staging.engine.exec(sql)
  const [found] = await staging.query<
    Sums & { order_net: number; order_gross: number; order_units: number; units: number }
  >(`
    SELECT l.*, o.* FROM (
      SELECT CAST(sum(gross) AS DOUBLE) AS gross, CAST(sum(returned) AS DOUBLE) AS returned, CAST(sum(net) AS DOUBLE) AS net,
        sum(quantity) FILTER (quantity > 0) AS units,
        (SELECT string_agg(month || ':' || net, ' ' ORDER BY month) FROM (SELECT strftime(day, '%m') AS month, sum(net) AS net
          FROM store.lines WHERE kind = 'product' GROUP BY 1)) AS months
      FROM store.lines WHERE kind = 'product') l,
    (SELECT CAST(count(*) FILTER (kind = 'sale') AS DOUBLE) AS orders, CAST(sum(tax) AS DOUBLE) AS tax, CAST(sum(shipping) AS DOUBLE) AS shipping,
        CAST(sum(net) AS DOUBLE) AS order_net, CAST(sum(gross) AS DOUBLE) AS order_gross, sum(units) FILTER (kind = 'sale') AS order_units
      FROM store.orders WHERE kind <> 'excluded') o`)
  const { order_net, order_gross, order_units, units, ...rest } = found!
  expect([order_net, order_gross, order_units]).toEqual([rest.net, rest.gross, units])
  expect(rest.net).toBe(
    await staging
      .query<{ net: number }>(
        `SELECT CAST(sum(gross - discount - returned) AS DOUBLE) AS net FROM store.lines WHERE kind = 'product'`,
      )
      .then(([row]) => row?.net),
  )
  return rest
}

it.each([
  ['files', { gross: 26000, returned: 0, net: 26000, orders: 4, tax: 400, shipping: 800 }],
  // Cancelled and refunded orders are sold and given back; their taxes with them.
  ['shopify', { gross: 33000, returned: 7000, net: 26000, orders: 6, tax: 400, shipping: 800 }],
  ['woocommerce', { gross: 28000, returned: 4000, net: 24000, orders: 4, tax: 300, shipping: 600 }],
  ['vtex', { gross: 36000, returned: 0, net: 36000, orders: 6, tax: 600, shipping: 1200 }],
  // Taxes and shipping of four orders (12.00) are sales; those of the refunded one are given back with it.
  ['metorik', { gross: 28900, returned: 4000, net: 24900, orders: 4, tax: 300, shipping: 600 }],
  // Paid only, with 3.00 of taxes and shipping; the gift card is money; the refunded order came and went.
  ['cash', { gross: 16800, returned: 4000, net: 12800, orders: 3, tax: 100, shipping: 200 }],
] as const)('counts the statuses of a table as %s', async (preset, expected) => {
  await part(TABLE)
  const { months, ...found } = await sums(PRESETS[preset])
  expect(found).toEqual(expected)
  expect(months).toBe(`03:${expected.net}`)
})

it.each([
  ['files', '03:19000 04:-4000', 3],
  ['shopify', '03:19000 04:-4000', 3],
  ['woocommerce', '03:15000', 2],
  ['vtex', '03:24000', 3],
  // 119.00 paid, and 119.00 of which 59.50 were paid back: 50.00 of goods with their taxes.
  ['metorik', '03:17850', 2],
  ['cash', '03:17850', 2],
] as const)('books the cancelled and refunded orders of Shopify as %s', async (preset, months, orders) => {
  await part(SHOPIFY)
  const found = await sums(PRESETS[preset])
  expect([found.months, found.orders]).toEqual([months, orders])
})

it('books a cancellation on the day of its order when returns fall on the day of the order', async () => {
  await part(SHOPIFY)
  expect((await sums({ ...PRESETS.shopify, refund_day: 'order' })).months).toBe('03:15000')
})

it('does not take refunds off, and cancellations still, where returns are not taken off', async () => {
  await part(SHOPIFY)
  expect((await sums({ ...PRESETS.shopify, refund_day: 'ignore' })).months).toBe('03:24000 04:-4000')
  await staging.empty()
  await staging.engine.exec('DROP SCHEMA part CASCADE')
  await part(TABLE)
  // The cancelled order (30.00) is sold and given back, the refunded one (40.00) is sold.
  expect(await sums({ ...PRESETS.shopify, refund_day: 'ignore' })).toMatchObject({ gross: 33000, net: 30000 })
})

it('keeps what the files say under every preset: nothing is lost when it is set back', async () => {
  await part(TABLE)
  const before = await sums(PRESETS.files)
  for (const preset of PRESET_NAMES) await sums(PRESETS[preset])
  expect(await sums(PRESETS.files)).toEqual(before)
})

it('reads a part of before these facts were kept', async () => {
  await part(TABLE)
  for (const column of ['item', 'state', 'origin_at', 'is_instant'])
    for (const table of ['lines', 'orders'])
      await staging.engine.exec(`ALTER TABLE part.${table} DROP COLUMN ${column}`)
  for (const column of ['charged', 'lines_version', 'list_version', 'from_list'])
    await staging.engine.exec(`ALTER TABLE part.orders DROP COLUMN ${column}`)
  const old = {
    lines: new Set(Object.keys(LINE_COLUMNS).slice(0, -4)),
    orders: new Set(Object.keys(ORDER_COLUMNS).slice(0, -8)),
  }
  const shape = partShape(old, await staging.engine.run(partStates('part', old)))
  const parts = { orders: ['part'], products: null, people: null, shapes: new Map([['part', shape]]) }
  for (const sql of storeViews(parts, 'store', PRESETS.shopify)) await staging.engine.exec(sql)
  expect(
    await staging.query(
      `SELECT CAST(sum(net) AS DOUBLE) AS net, count(state) AS states FROM store.lines WHERE kind = 'product'`,
    ),
  ).toEqual([{ net: 26000, states: 0 }])
})
