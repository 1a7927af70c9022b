import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportOptions } from '../../src/model/preview.ts'
import { type NativeEngine, openNativeEngine } from '../../tests/native-engine.ts'
import { refusedRows } from './refused-rows.ts'
import { createStaging, stageFile } from './stage-file.ts'
import { stagingOrder } from './staging-order.ts'

let engine: NativeEngine

beforeEach(async () => {
  engine = await openNativeEngine()
  await createStaging(engine)
})
afterEach(() => engine.close())

const file = (text: string | Uint8Array<ArrayBuffer>, name = 'file.csv') => new File([text], name)

const CONTEXT = { timeZone: 'UTC', currency: null, asOf: '2026-01-31' }

/** Stages texts as the files of one drop. */
async function stage(texts: readonly string[], options: ImportOptions = {}, context = {}) {
  const previews = []
  for (const [index, text] of texts.entries())
    previews.push(await stageFile(engine, file(text), index, options, { ...CONTEXT, ...context }))
  return previews
}

const query = <Row>(sql: string) => engine.run<Row>({ sql, params: [] })

const sums = async () => {
  const [row] = await query<
    Record<string, number>
  >(`SELECT CAST(count(*) FILTER (kind = 'sale') AS DOUBLE) AS orders, CAST(sum(gross) AS DOUBLE) AS gross,
    CAST(sum(discount) AS DOUBLE) AS discount, CAST(sum(returned) AS DOUBLE) AS returned, CAST(sum(net) AS DOUBLE) AS net,
    CAST(sum(shipping) AS DOUBLE) AS shipping, CAST(sum(tax) AS DOUBLE) AS tax, CAST(sum(lines) AS DOUBLE) AS lines FROM stage.orders`)
  return row
}

const SHOPIFY = `Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Cancelled at,Refunded Amount,Id,Lineitem discount
#1001,a@example.com,paid,2025-10-02 17:09:34 -0300,fulfilled,CLP,163056,1,30981,194038,,0,2025-10-02 17:09:33 -0300,2,Taza - Roja / 350 ml,50000,TZ-R,,0,5550001,0
#1001,a@example.com,,,,,,,,,,,,1,Plato,63056,PL-1,,,,0
#1002,b@example.com,partially_refunded,2025-10-02 18:00:00 -0300,fulfilled,CLP,50000,0,9500,59500,HOLA10,5000,2025-10-02 18:00:00 -0300,1,Taza - Roja / 350 ml,55000,TZ-R,,20000,5550002,0
`
const FIXTURE = {
  orders: 2,
  gross: 218056,
  discount: 5000,
  returned: 16807,
  net: 196249,
  shipping: 1,
  tax: 40481,
  lines: 3,
}

const [HEADER = '', ...ROWS] = SHOPIFY.trimEnd().split('\n')

describe('Shopify orders', () => {
  it('gives the figures of the conformance sample', async () => {
    const [preview] = await stage([SHOPIFY])
    expect(preview).toMatchObject({
      source: 'shopify_orders',
      action: 'accept',
      raw_rows: 3,
      rows: 3,
      currency: 'CLP',
    })
    expect(preview?.time_zone).toBe('America/Santiago')
    expect(await sums()).toEqual(FIXTURE)
    expect(
      await query(
        `SELECT order_id, line, strftime(ordered_at, '%H:%M:%S') AS utc, strftime(local_at, '%H:%M:%S') AS local, title FROM stage.lines ORDER BY ALL`,
      ),
    ).toEqual([
      { order_id: '5550001', line: 1, utc: '20:09:33', local: '17:09:33', title: 'Taza - Roja / 350 ml' },
      { order_id: '5550001', line: 2, utc: '20:09:33', local: '17:09:33', title: 'Plato' },
      { order_id: '5550002', line: 1, utc: '21:00:00', local: '18:00:00', title: 'Taza - Roja / 350 ml' },
    ])
  })

  it('takes order cells once where they are repeated on every line', async () => {
    const first = ROWS[0]!.split(',')
    const second = ROWS[1]!.split(',').map((cell, index) => (index > 12 && index < 17 ? cell : first[index]))
    await stage([[HEADER, ROWS[0], second.join(','), ROWS[2]].join('\n')])
    expect(await sums()).toEqual(FIXTURE)
  })

  it.each([
    ['cut in the middle of an order', [[ROWS[0]], [ROWS[1], ROWS[2]]]],
    ['the later half first', [[ROWS[1], ROWS[2]], [ROWS[0]]]],
    ['dropped twice', [ROWS, ROWS]],
    ['overlapping', [[ROWS[0], ROWS[1]], ROWS]],
  ] as const)('joins the files of a drop: %s', async (_, parts) => {
    await stage(parts.map((rows) => [HEADER, ...rows].join('\n')))
    expect(await sums()).toMatchObject({
      gross: 218056,
      discount: 5000,
      returned: 16807,
      lines: 3,
      orders: 2,
    })
  })

  it.each([1, 2])(
    'books a cancellation on its own day, so that both together are zero (%d files)',
    async (files) => {
      const cancelled = ROWS[0]!.replace('TZ-R,,0', 'TZ-R,2025-10-05 09:00:00 -0300,194038')
      await stage([[HEADER, cancelled, ROWS[1]].join('\n')], {}, { files })
      const rows = await query(
        `SELECT kind, strftime(day, '%Y-%m-%d') AS day, CAST(gross AS DOUBLE) AS gross, CAST(returned AS DOUBLE) AS returned, CAST(net AS DOUBLE) AS net, CAST(tax AS DOUBLE) AS tax FROM stage.orders ORDER BY day`,
      )
      expect(rows).toEqual([
        { kind: 'sale', day: '2025-10-02', gross: 163056, returned: 0, net: 163056, tax: 30981 },
        { kind: 'return', day: '2025-10-05', gross: 0, returned: 163056, net: -163056, tax: -30981 },
      ])
    },
  )

  it('tells two orders of the same name apart by their ids', async () => {
    const again = ROWS[2]!.replace('#1002', '#1001')
    const extra = ROWS[1]!.replace('Plato', 'Vaso')
    await stage([[HEADER, ROWS[0], ROWS[1], again, extra].join('\n')])
    expect(
      await query('SELECT order_id, CAST(lines AS DOUBLE) AS lines FROM stage.orders ORDER BY 1'),
    ).toEqual([
      { order_id: '5550001', lines: 2 },
      { order_id: '5550002', lines: 2 },
    ])
  })

  it('shares a discount among lines to the last unit', async () => {
    const head =
      'Name,Financial Status,Currency,Subtotal,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price'
    const rows = [
      '#1,paid,EUR,29.00,29.00,1.00,2025-10-02 10:00:00 +0200,1,A,10.00',
      '#1,,,,,,,1,B,10.00',
      '#1,,,,,,,1,C,10.00',
    ]
    await stage([[head, ...rows].join('\n')])
    expect(
      await query('SELECT title, CAST(discount AS DOUBLE) AS discount FROM stage.lines ORDER BY 1'),
    ).toEqual([
      { title: 'A', discount: 34 },
      { title: 'B', discount: 33 },
      { title: 'C', discount: 33 },
    ])
  })

  it('gives the same versions whatever the order of lines, and others when something changes', async () => {
    const versions = async (rows: readonly (string | undefined)[]) => {
      await engine.exec('DROP SCHEMA stage CASCADE')
      await createStaging(engine)
      await stage([[HEADER, ...rows].join('\n')])
      return query('SELECT order_id, CAST(version AS VARCHAR) AS version FROM stage.orders ORDER BY 1')
    }
    const before = await versions(ROWS)
    expect(await versions([ROWS[2], ROWS[0], ROWS[1]])).toEqual(before)
    expect(await versions([ROWS[0]?.replace(',2,Taza', ',3,Taza'), ROWS[1], ROWS[2]])).not.toEqual(before)
  })
})

describe('other tables', () => {
  const table = (...rows: string[]) =>
    ['order_id,date,customer_email,sku,product,qty,unit_price,status', ...rows].join('\n')

  it('asks for the currency when nothing says it, and takes the answer', async () => {
    const text = table('1,2024-03-01,a@x.test,S,Mug,2,1.50,paid')
    const [asked] = await stage([text])
    expect(asked).toMatchObject({ action: 'ask', ask: [{ code: 'CURRENCY' }], rows: 0 })
    const [taken] = await stage([text], { currency: 'CLP' })
    expect(taken).toMatchObject({ action: 'accept', rows: 1, currency: 'CLP' })
    expect(await sums()).toMatchObject({ gross: 3 })
  })

  it('names line, column, code and text of a refused row', async () => {
    await stage(
      [
        table(
          '1,2024-03-01,a@x.test,S,Mug,2,1.50,paid',
          '',
          '2,2024-02-30,b@x.test,S,Mug,1,2.00,paid',
          '3,2024-03-02,c@x.test,S,Mug,x,2.00,paid',
        ),
      ],
      { currency: 'EUR' },
    )
    expect(await refusedRows(engine)).toEqual([
      {
        file: 'file.csv',
        line: 4,
        column: 'date',
        code: 'DATE_IMPOSSIBLE',
        raw: '2,2024-02-30,b@x.test,S,Mug,1,2.00,paid',
      },
      {
        file: 'file.csv',
        line: 5,
        column: 'qty',
        code: 'NOT_A_NUMBER',
        raw: '3,2024-03-02,c@x.test,S,Mug,x,2.00,paid',
      },
    ])
  })

  it('keeps shipping, returns and excluded statuses apart from product sales', async () => {
    const [preview] = await stage(
      [
        table(
          '1,2024-03-01,a@x.test,S,Mug,2,1.50,paid',
          '1,2024-03-01,a@x.test,,Shipping,1,4.00,paid',
          '2,2024-03-02,a@x.test,S,Mug,-1,1.50,paid',
          '3,2024-03-02,b@x.test,S,Mug,1,1.50,Cancelado',
        ),
      ],
      { currency: 'EUR' },
    )
    expect(preview?.warnings.map(({ code, count, lines }) => [code, count, lines])).toEqual([
      ['NEGATIVE_QTY_AS_RETURN', 1, [4]],
      ['NON_PRODUCT_LINES', 1, [3]],
      ['STATUS_EXCLUDED_FROM_REVENUE', 1, [5]],
    ])
    expect(
      await query(
        'SELECT order_id, kind, CAST(gross AS DOUBLE) AS gross, CAST(returned AS DOUBLE) AS returned, CAST(shipping AS DOUBLE) AS shipping FROM stage.orders ORDER BY 1',
      ),
    ).toEqual([
      { order_id: '1', kind: 'sale', gross: 300, returned: 0, shipping: 400 },
      { order_id: '2', kind: 'return', gross: 0, returned: 150, shipping: 0 },
      { order_id: '3', kind: 'excluded', gross: 0, returned: 0, shipping: 0 },
    ])
  })

  it('counts amounts that repeat on all lines of an order once, others per line', async () => {
    const text = [
      'order_id,date,product,price,tax,shipping',
      '1,2024-03-01,Mug,10.00,2.10,5.00',
      '1,2024-03-01,Rug,20.00,4.20,5.00',
      '2,2024-03-02,Mug,10.00,2.10,5.00',
    ].join('\n')
    await stage([text], { currency: 'EUR' })
    expect(await sums()).toMatchObject({ gross: 4000, tax: 840, shipping: 1000, orders: 2 })
  })

  it('makes one order of the rows of one customer at one instant, and one of each row of strangers', async () => {
    const text = [
      'date,customer,product,amount',
      '2024-03-01 10:00:00,ana,Mug,10.00',
      '2024-03-01 10:00:00,ana,Rug,20.00',
      '2024-03-01 10:00:00,,Mug,10.00',
      '2024-03-01 10:00:00,,Rug,10.00',
    ].join('\n')
    await stage([text], { currency: 'EUR' })
    expect(await sums()).toMatchObject({ orders: 3, gross: 5000 })
  })

  it('reads local times in the zone of the shop, across a change of the clocks', async () => {
    const rows = [
      '2024-03-31 01:30:00',
      '2024-03-31 02:30:00',
      '2024-03-31 03:30:00',
      '2024-10-27 02:30:00',
      '2024-10-27 03:30:00',
    ]
    await stage(
      [
        ['order_id,date,product,amount', ...rows.map((date, index) => `${index},${date},Mug,1.00`)].join(
          '\n',
        ),
      ],
      { currency: 'EUR' },
      { timeZone: 'Europe/Madrid' },
    )
    const utc = await query<{ utc: string }>(
      `SELECT strftime(ordered_at, '%H:%M') AS utc FROM stage.lines ORDER BY order_id`,
    )
    expect(utc.map((row) => row.utc)).toEqual(['00:30', '01:30', '01:30', '00:30', '02:30'])
  })

  it('keeps currencies with other minor units exact, row by row', async () => {
    const text = [
      'order_id,date,product,price,currency',
      '1,2024-03-01,Mug,1.005,EUR',
      '2,2024-03-01,Mug,1500,CLP',
      '3,2024-03-01,Mug,1.2345,KWD',
      '4,2024-03-01,Mug,1.00,XX1',
    ].join('\n')
    const [preview] = await stage([text])
    expect(
      await query('SELECT order_id, CAST(gross AS DOUBLE) AS gross, currency FROM stage.lines ORDER BY 1'),
    ).toEqual([
      { order_id: '1', gross: 101, currency: 'EUR' },
      { order_id: '2', gross: 1500, currency: 'CLP' },
      { order_id: '3', gross: 1235, currency: 'KWD' },
    ])
    expect(preview?.warnings).toContainEqual({ code: 'CURRENCY_UNKNOWN', count: 1, lines: [5] })
  })

  it('undoes the guard of formulas, composes letters, and keeps long names distinct', async () => {
    const long = 'x'.repeat(600)
    await stage(
      [
        table(
          `1,2024-03-01,a@x.test,A,'=1+1,1,1.00,paid`,
          '2,2024-03-01,a@x.test,B,Cafe\u0301,1,1.00,paid',
          `3,2024-03-01,a@x.test,C,${long}1,1,1.00,paid`,
          `4,2024-03-01,a@x.test,D,${long}2,1,1.00,paid`,
        ),
      ],
      { currency: 'EUR' },
    )
    const titles = (await query<{ title: string }>('SELECT title FROM stage.lines ORDER BY order_id')).map(
      ({ title }) => title,
    )
    expect(titles.slice(0, 2)).toEqual(['=1+1', 'Caf\u00e9'])
    expect(titles[2]).toHaveLength(500)
    expect(titles[2]).not.toBe(titles[3])
  })
})

describe('catalogues', () => {
  it('stages the variants of a product file with cost, stock and category', async () => {
    const text = [
      'Handle,Title,Vendor,Type,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Qty,Variant Price,Cost per item,Image Src,Status',
      'taza,Taza,Norte,Cocina,Color,Roja,TZ-R,3,50.00,20.5,http://x/1.jpg,active',
      'taza,,,,,Azul,TZ-A,,55.00,,,',
      'taza,,,,,,,,,,http://x/2.jpg,',
      'plato,Plato,Sur,Mesa,Title,Default Title,,7,12,,,draft',
    ].join('\n')
    const [preview] = await stage([text], { currency: 'EUR' })
    expect(preview).toMatchObject({ kind: 'products', source: 'shopify_products', action: 'accept', rows: 4 })
    expect(
      await query(
        'SELECT product_id, title, category, vendor, CAST(price AS DOUBLE) AS price, CAST(cost AS DOUBLE) AS cost, stock FROM stage.products ORDER BY 1',
      ),
    ).toEqual([
      {
        product_id: 'TZ-A',
        title: 'Taza - Azul',
        category: 'Cocina',
        vendor: 'Norte',
        price: 5500,
        cost: null,
        stock: null,
      },
      {
        product_id: 'TZ-R',
        title: 'Taza - Roja',
        category: 'Cocina',
        vendor: 'Norte',
        price: 5000,
        cost: 2050,
        stock: 3,
      },
      {
        product_id: 't:plato',
        title: 'Plato',
        category: 'Mesa',
        vendor: 'Sur',
        price: 1200,
        cost: null,
        stock: 7,
      },
    ])
  })

  it('stages people apart, folded by e-mail', async () => {
    const text = [
      'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Country Code,Phone,Total Spent,Total Orders',
      "'7210,Ana,Gil,Ana@X.test,yes,ES,'+34 600 111 222,1,1",
    ].join('\n')
    await stage([text])
    expect(await query('SELECT * FROM stage.identities')).toEqual([
      {
        identity: 'ana@x.test',
        platform_id: '7210',
        email: 'ana@x.test',
        name: 'Ana Gil',
        phone: '+34600111222',
        country: 'ES',
      },
    ])
  })
})

it('stops when it is told to, and leaves nothing staged', async () => {
  const signal = { aborted: false }
  const onProgress = ({ phase }: { phase: string }) => (signal.aborted ||= phase === 'check')
  const preview = await stageFile(engine, file(SHOPIFY), 0, {}, CONTEXT, { signal, onProgress })
  expect(preview).toMatchObject({ action: 'reject', reason: 'CANCELLED' })
  expect(await query('SELECT CAST(count(*) AS DOUBLE) AS lines FROM stage.lines')).toEqual([{ lines: 0 }])
})

it('refuses what is far too wide at once', async () => {
  const [preview] = await stage([
    Array.from({ length: 100_000 }, (_, index) => `c${index}`).join(',') + '\n1,2\n',
  ])
  expect(preview).toMatchObject({ action: 'reject', reason: 'TOO_MANY_COLUMNS' })
})

it('stages orders before products before people, files of a kind by name', async () => {
  const products = file('Handle,Title,Variant Price\na,A,1.00', 'a-products.csv')
  const people = file(
    'Email,Accepts Email Marketing,Total Spent,Total Orders\na@x.test,no,1,1',
    'a-customers.csv',
  )
  const orders = ['orders_10.csv', 'orders_2.csv'].map((name) => file(SHOPIFY, name))
  expect(await stagingOrder([people, products, ...orders])).toEqual([3, 2, 1, 0])
})
