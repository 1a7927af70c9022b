import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStaging, type Staging } from '../../tests/staging.ts'
import { refusedRows } from './refused-rows.ts'

let staging: Staging

beforeEach(async () => {
  staging = await openStaging()
})
afterEach(() => staging.engine.close())

describe('other tables', () => {
  const table = (...rows: string[]) =>
    ['order_id,date,customer_email,sku,product,qty,unit_price,status', ...rows].join('\n')

  it('asks for the currency when nothing says it, and takes the answer', async () => {
    const text = table('1,2024-03-01,a@x.test,S,Mug,2,1.50,paid')
    const [asked] = await staging.stage([text])
    expect(asked).toMatchObject({ action: 'ask', ask: [{ code: 'CURRENCY' }], rows: 0 })
    const [taken] = await staging.stage([text], { currency: 'CLP' })
    expect(taken).toMatchObject({ action: 'accept', rows: 1, currency: 'CLP' })
    expect(await staging.sums()).toMatchObject({ gross: 3 })
  })

  it('names line, column, code and text of a refused row', async () => {
    await staging.stage(
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
    expect(await refusedRows(staging.engine)).toEqual([
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
    const [preview] = await staging.stage(
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
      await staging.query(
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
    await staging.stage([text], { currency: 'EUR' })
    expect(await staging.sums()).toMatchObject({ gross: 4000, tax: 840, shipping: 1000, orders: 2 })
  })

  it.each([
    ['fractions', ['0.1', '0.1', '0', '']],
    ['percentages', ['10%', '10 %', '0%', '']],
  ])('turns a discount that is chosen and written in %s into amounts', async (_, rates) => {
    const rows = rates.map(
      (rate, index) => `${index < 2 ? 1 : index},2024-03-0${index + 1},S${index},2,50.00,${rate}`,
    )
    const text = ['order_id,date,sku,qty,unit_price,Rebate', ...rows].join('\n')
    const [preview] = await staging.stage([text], { currency: 'EUR', mapping: { discount: 'Rebate' } })
    expect(preview).toMatchObject({ action: 'warn', rows: 4 })
    expect(preview?.warnings.map(({ code }) => code)).toContain('DISCOUNT_AS_RATE')
    // A tenth of 100.00, on both lines of the first order.
    expect(await staging.sums()).toMatchObject({ gross: 40000, discount: 2000, net: 38000 })
  })

  it('takes small discounts that are amounts as amounts', async () => {
    const text =
      'order_id,date,sku,qty,unit_price,discount\n1,2024-03-01,S,1,50.00,0.50\n2,2024-03-02,S,1,50.00,3.00'
    await staging.stage([text], { currency: 'EUR' })
    expect(await staging.sums()).toMatchObject({ discount: 350 })
  })

  it('makes one order of the rows of one customer at one instant, and one of each row of strangers', async () => {
    const text = [
      'date,customer,product,amount',
      '2024-03-01 10:00:00,ana,Mug,10.00',
      '2024-03-01 10:00:00,ana,Rug,20.00',
      '2024-03-01 10:00:00,,Mug,10.00',
      '2024-03-01 10:00:00,,Rug,10.00',
    ].join('\n')
    await staging.stage([text], { currency: 'EUR' })
    expect(await staging.sums()).toMatchObject({ orders: 3, gross: 5000 })
  })

  it('reads local times in the zone of the shop, across a change of the clocks', async () => {
    const rows = [
      '2024-03-31 01:30:00',
      '2024-03-31 02:30:00',
      '2024-03-31 03:30:00',
      '2024-10-27 02:30:00',
      '2024-10-27 03:30:00',
    ]
    await staging.stage(
      [
        ['order_id,date,product,amount', ...rows.map((date, index) => `${index},${date},Mug,1.00`)].join(
          '\n',
        ),
      ],
      { currency: 'EUR' },
      { timeZone: 'Europe/Madrid' },
    )
    const utc = await staging.query<{ utc: string }>(
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
    const [preview] = await staging.stage([text])
    expect(
      await staging.query(
        'SELECT order_id, CAST(gross AS DOUBLE) AS gross, currency FROM stage.lines ORDER BY 1',
      ),
    ).toEqual([
      { order_id: '1', gross: 101, currency: 'EUR' },
      { order_id: '2', gross: 1500, currency: 'CLP' },
      { order_id: '3', gross: 1235, currency: 'KWD' },
    ])
    expect(preview?.warnings).toContainEqual({ code: 'CURRENCY_UNKNOWN', count: 1, lines: [5] })
  })

  it('undoes the guard of formulas, composes letters, and keeps long names distinct', async () => {
    const long = 'x'.repeat(600)
    await staging.stage(
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
    const titles = (
      await staging.query<{ title: string }>('SELECT title FROM stage.lines ORDER BY order_id')
    ).map(({ title }) => title)
    expect(titles.slice(0, 2)).toEqual(['=1+1', 'Caf\u00e9'])
    expect(titles[2]).toHaveLength(500)
    expect(titles[2]).not.toBe(titles[3])
  })
})
