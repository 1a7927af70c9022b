import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PRESET_NAMES, PRESETS } from '../model/definitions.ts'
import type { RateEntry } from '../model/rates.ts'
import { partShape, partStates } from './part-shape.ts'
import { convertedViews, paidIn } from './rate-views.ts'
import { columnList, LINE_COLUMNS, ORDER_COLUMNS, PRODUCT_COLUMNS } from './tables.ts'
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

const COLUMNS = { lines: new Set(Object.keys(LINE_COLUMNS)), orders: new Set(Object.keys(ORDER_COLUMNS)) }

async function part(text: string) {
  const [preview] = await staging.stage([text])
  expect(preview?.action).toMatch(/accept|warn/)
  await staging.engine.exec('CREATE SCHEMA part')
  for (const table of ['lines', 'orders'])
    await staging.engine.exec(
      `CREATE TABLE part.${table} AS SELECT * EXCLUDE (identity), CAST(hash(identity) % 1000 AS INTEGER) AS customer_id FROM stage.${table}`,
    )
}

async function convert(
  to: string,
  entries: readonly RateEntry[],
  preset: (typeof PRESET_NAMES)[number] = 'files',
) {
  const shape = partShape(COLUMNS, await staging.engine.run(partStates('part', COLUMNS)))
  const parts = { orders: ['part'], products: null, people: null, shapes: new Map([['part', shape]]) }
  for (const sql of [
    ...storeViews(parts, paidIn('store'), PRESETS[preset]),
    ...storeViews(parts, 'store', PRESETS[preset]),
    ...convertedViews('store', { to, own: null, entries }),
  ])
    await staging.engine.exec(sql)
}

const rate = (day: string, base: string, quote: string, value: number): RateEntry => ({
  day,
  base,
  quote,
  rate: value,
})

const orders = () =>
  staging.query<Record<string, unknown>>(
    `SELECT order_id || ' ' || currency || ' ' || gross || ' ' || discount || ' ' || returned || ' ' || net AS row FROM store.orders ORDER BY order_id`,
  )

/** Five orders in four currencies, with no, two and three decimals. */
const SEVERAL = `order_id,date,customer,product,quantity,price,discount,currency
1,2024-03-01,a,Mug,1,100.00,0,EUR
2,2024-03-02,b,Mug,3,10.01,1.00,USD
2,2024-03-02,b,Cap,1,0.05,0,USD
3,2024-03-05,c,Mug,1,1001,0,JPY
4,2024-03-06,d,Mug,2,1.005,0,KWD
5,2024-02-27,e,Mug,1,50.00,0,USD
6,2024-03-07,f,Mug,1,70.00,0,GBP
`

const RATES = [
  rate('2024-03-01', 'USD', 'EUR', 0.9),
  rate('2024-03-03', 'EUR', 'JPY', 160),
  rate('2024-03-06', 'KWD', 'EUR', 3),
]

describe('a reporting currency', () => {
  it('counts each line at the rate of its day; what has no rate stays apart in its own currency', async () => {
    await part(SEVERAL)
    await convert('EUR', RATES)
    expect((await orders()).map(({ row }) => row)).toEqual([
      '1 EUR 10000 0 0 10000',
      // 30.03 − 1.00 and 0.05 USD: 2702.7 → 2703, 90, 4.5 → 5.
      '2 EUR 2708 90 0 2618',
      // 1001 JPY at 160: 625.625 cents.
      '3 EUR 626 0 0 626',
      // 2.010 KWD at 3: 6.03 EUR.
      '4 EUR 603 0 0 603',
      '5 USD 5000 0 0 5000',
      '6 GBP 7000 0 0 7000',
    ])
  })

  it('rounds half away from zero, on both sides of it', async () => {
    await part(
      'order_id,date,customer,product,quantity,price,currency\n1,2024-03-01,a,Mug,1,0.05,USD\n2,2024-03-01,a,Mug,-1,0.05,USD\n3,2024-03-01,a,Mug,1,0.15,USD\n',
    )
    await convert('EUR', [rate('2024-03-01', 'USD', 'EUR', 0.5)])
    expect((await orders()).map(({ row }) => row)).toEqual([
      '1 EUR 3 0 0 3',
      '2 EUR 0 0 3 -3',
      '3 EUR 8 0 0 8',
    ])
  })

  it('is exact where floating point is not', async () => {
    await part(
      'order_id,date,customer,product,quantity,price,currency\n1,2024-03-01,a,Mug,1,1.00,USD\n2,2024-03-01,a,Mug,1,1.35,USD\n',
    )
    for (const table of ['lines', 'orders'])
      await staging.engine.exec(
        `UPDATE part.${table} SET gross = 9007199254740993, net = 9007199254740993 WHERE order_id = '1'`,
      )
    await convert('EUR', [rate('2024-03-01', 'USD', 'EUR', 1.1)])
    const [first, second] = await staging.query<{ net: bigint | number | string }>(
      'SELECT CAST(net AS VARCHAR) AS net FROM store.orders ORDER BY order_id',
    )
    // 9007199254740993 × 1.1 = 9907919180215092.3; 135 × 1.1 = 148.5.
    expect(first?.net).toBe('9907919180215092')
    expect(second?.net).toBe('149')
  })

  it('costs and prices of the catalogue, which have no day, take the newest rate', async () => {
    await part(SEVERAL)
    await staging.engine.exec(`CREATE TABLE part.products (${columnList(PRODUCT_COLUMNS)})`)
    await staging.engine
      .exec(`INSERT INTO part.products (product_id, price, cost, currency) VALUES ('A', 2000, 1000, 'USD'),
      ('B', 500, 250, 'EUR'), ('C', 900, NULL, NULL), ('D', 900, 450, 'GBP')`)
    const entries = [rate('2024-03-01', 'USD', 'EUR', 0.9), rate('2024-03-05', 'USD', 'EUR', 0.8)]
    const parts = { orders: ['part'], products: 'part', people: null }
    for (const sql of [
      ...storeViews(parts, paidIn('store')),
      ...storeViews(parts, 'store'),
      ...convertedViews('store', { to: 'EUR', own: 'USD', entries }),
    ])
      await staging.engine.exec(sql)
    const rows = await staging.query<Record<string, unknown>>(
      'SELECT product_id, CAST(price AS DOUBLE) AS price, CAST(cost AS DOUBLE) AS cost, currency FROM store.products ORDER BY 1',
    )
    expect(rows).toEqual([
      { product_id: 'A', price: 1600, cost: 800, currency: 'EUR' },
      { product_id: 'B', price: 500, cost: 250, currency: 'EUR' },
      // The shop's own currency is dollars.
      { product_id: 'C', price: 720, cost: null, currency: 'EUR' },
      { product_id: 'D', price: 900, cost: 450, currency: 'GBP' },
    ])
  })

  it('takes a cancellation off at the rate of its sale, so that both come to nothing', async () => {
    await part(`Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Cancelled at,Refunded Amount,Id
#2,b@x.co,refunded,2024-03-05 10:00:00 +0000,USD,40.00,5.00,7.60,52.60,10.00,2024-03-05 10:00:00 +0000,1,Mug,50.00,2024-04-02 09:00:00 +0000,52.60,12
`)
    await convert(
      'EUR',
      [rate('2024-03-01', 'USD', 'EUR', 0.9), rate('2024-04-01', 'USD', 'EUR', 0.8)],
      'shopify',
    )
    const [sum] = await staging.query<{ net: number; tax: number; shipping: number; documents: number }>(
      `SELECT CAST(sum(net) AS DOUBLE) AS net, CAST(sum(tax) AS DOUBLE) AS tax, CAST(sum(shipping) AS DOUBLE) AS shipping,
        CAST(count(*) AS DOUBLE) AS documents FROM store.orders WHERE currency = 'EUR'`,
    )
    expect(sum).toEqual({ net: 0, tax: 0, shipping: 0, documents: 2 })
  })
})

/** Many lines of two currencies over four months, amounts from a fixed rule. */
const many = (): string => {
  const rows = Array.from({ length: 600 }, (_, at) => {
    const day = new Date(Date.UTC(2024, 0, 1 + (at % 120))).toISOString().slice(0, 10)
    const cents = ((at * 7919) % 20_000) + 1
    return [1000 + (at >> 1), day, `c${at % 40}`, `P${at % 17}`, 1 + (at % 3), (cents / 100).toFixed(2), at % 5 === 0 ? '0.37' : '0', (at >> 1) % 2 ? 'USD' : 'EUR'] // prettier-ignore
  })
  // Both lines of an order are of one day.
  for (let at = 1; at < rows.length; at += 2) rows[at]![1] = rows[at - 1]![1]!
  return `order_id,date,customer,product,quantity,price,discount,currency\n${rows.map((row) => row.join(',')).join('\n')}\n`
}

const total = async (what: string, where = 'true') =>
  (
    await staging.query<{ value: number }>(
      `SELECT CAST(coalesce(sum(${what}), 0) AS DOUBLE) AS value FROM store.lines WHERE kind = 'product' AND ${where}`,
    )
  )[0]!.value

describe('laws of converting', () => {
  it.each(PRESET_NAMES)(
    'orders are the sums of their lines, months of days, the year of months (%s)',
    async (preset) => {
      await part(many())
      await convert(
        'EUR',
        [rate('2024-01-10', 'USD', 'EUR', 0.917), rate('2024-02-20', 'USD', 'EUR', 0.93)],
        preset,
      )
      const differing = await staging.query(
        `SELECT o.order_id FROM store.orders o JOIN (SELECT order_id, sum(gross) AS gross, sum(discount) AS discount, sum(returned) AS returned, sum(net) AS net
         FROM store.lines WHERE kind = 'product' GROUP BY 1) l ON l.order_id = o.order_id
       WHERE (o.gross, o.discount, o.returned, o.net) <> (l.gross, l.discount, l.returned, l.net) OR o.net <> o.gross - o.discount - o.returned`,
      )
      expect(differing).toEqual([])
      const months = await Promise.all(
        [1, 2, 3, 4].map((month) => total('net', `currency = 'EUR' AND month(day) = ${month}`)),
      )
      expect(months.reduce((sum, month) => sum + month, 0)).toBe(await total('net', `currency = 'EUR'`))
      expect(await total('1', `currency = 'USD' AND day >= DATE '2024-01-10'`)).toBe(0)
      expect(await total('1', `currency = 'USD'`)).toBeGreaterThan(0)
    },
  )

  it('converting at 1 changes no amount', async () => {
    await part(many())
    await convert('EUR', [rate('2023-12-01', 'USD', 'EUR', 1)])
    for (const table of ['lines', 'orders'])
      expect(
        await staging.query(
          `(SELECT * EXCLUDE (currency) FROM store.${table} EXCEPT SELECT * EXCLUDE (currency) FROM paid_store.${table})
           UNION ALL (SELECT * EXCLUDE (currency) FROM paid_store.${table} EXCEPT SELECT * EXCLUDE (currency) FROM store.${table})`,
        ),
      ).toEqual([])
  })

  it('at one rate the total is the scaled total, within half a unit for each rounding', async () => {
    await part(many())
    const paid = async (currency: string) =>
      (
        await staging.query<{ net: number; lines: number }>(
          `SELECT CAST(sum(net) AS DOUBLE) AS net, CAST(count(*) AS DOUBLE) AS lines FROM part.lines WHERE kind = 'product' AND currency = '${currency}'`,
        )
      )[0]!
    await convert('EUR', [rate('2023-12-01', 'USD', 'EUR', 0.91733)])
    const [euros, dollars] = [await paid('EUR'), await paid('USD')]
    const bound = dollars.lines * 1.5
    expect(Math.abs((await total('net')) - (euros.net + dollars.net * 0.91733))).toBeLessThanOrEqual(bound)
    expect(await total('net')).not.toBe(euros.net + dollars.net)
  })
})
