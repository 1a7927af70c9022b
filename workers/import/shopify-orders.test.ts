import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStaging, type Staging } from '../../tests/staging.ts'

let staging: Staging

beforeEach(async () => {
  staging = await openStaging()
})
afterEach(() => staging.engine.close())

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
    const [preview] = await staging.stage([SHOPIFY])
    expect(preview).toMatchObject({
      source: 'shopify_orders',
      action: 'accept',
      raw_rows: 3,
      rows: 3,
      currency: 'CLP',
    })
    expect(preview?.time_zone).toBe('America/Santiago')
    expect(await staging.sums()).toEqual(FIXTURE)
    expect(
      await staging.query(
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
    await staging.stage([[HEADER, ROWS[0], second.join(','), ROWS[2]].join('\n')])
    expect(await staging.sums()).toEqual(FIXTURE)
  })

  it.each([
    ['cut in the middle of an order', [[ROWS[0]], [ROWS[1], ROWS[2]]]],
    ['the later half first', [[ROWS[1], ROWS[2]], [ROWS[0]]]],
    ['dropped twice', [ROWS, ROWS]],
    ['overlapping', [[ROWS[0], ROWS[1]], ROWS]],
  ] as const)('joins the files of a drop: %s', async (_, parts) => {
    await staging.stage(parts.map((rows) => [HEADER, ...rows].join('\n')))
    expect(await staging.sums()).toMatchObject({
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
      await staging.stage([[HEADER, cancelled, ROWS[1]].join('\n')], {}, { files })
      const rows = await staging.query(
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
    await staging.stage([[HEADER, ROWS[0], ROWS[1], again, extra].join('\n')])
    expect(
      await staging.query('SELECT order_id, CAST(lines AS DOUBLE) AS lines FROM stage.orders ORDER BY 1'),
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
    await staging.stage([[head, ...rows].join('\n')])
    expect(
      await staging.query('SELECT title, CAST(discount AS DOUBLE) AS discount FROM stage.lines ORDER BY 1'),
    ).toEqual([
      { title: 'A', discount: 34 },
      { title: 'B', discount: 33 },
      { title: 'C', discount: 33 },
    ])
  })

  it('gives the same versions whatever the order of lines, and others when something changes', async () => {
    const versions = async (rows: readonly (string | undefined)[]) => {
      await staging.empty()
      await staging.stage([[HEADER, ...rows].join('\n')])
      return staging.query(
        'SELECT order_id, CAST(version AS VARCHAR) AS version FROM stage.orders ORDER BY 1',
      )
    }
    const before = await versions(ROWS)
    expect(await versions([ROWS[2], ROWS[0], ROWS[1]])).toEqual(before)
    expect(await versions([ROWS[0]?.replace(',2,Taza', ',3,Taza'), ROWS[1], ROWS[2]])).not.toEqual(before)
  })
})
