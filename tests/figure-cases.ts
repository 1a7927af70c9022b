import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Scope } from '../src/model/metric.ts'
import { dataSpan } from '../src/query/sql/data-span.ts'
import { dimensionTotals } from '../src/query/sql/dimension-totals.ts'
import { heatOrders } from '../src/query/sql/heat-orders.ts'
import { heatSales } from '../src/query/sql/heat-sales.ts'
import { keptApart } from '../src/query/sql/kept-apart.ts'
import { lineFigures } from '../src/query/sql/line-figures.ts'
import { orderFigures } from '../src/query/sql/order-figures.ts'
import type { RowsBehind } from '../src/query/sql/rows-behind.ts'
import { rowsCustomers } from '../src/query/sql/rows-customers.ts'
import { rowsLines } from '../src/query/sql/rows-lines.ts'
import { rowsOrderSums } from '../src/query/sql/rows-order-sums.ts'
import { rowsOrders } from '../src/query/sql/rows-orders.ts'
import { rowsProducts } from '../src/query/sql/rows-products.ts'
import type { BulkEngine } from '../src/query/statement.ts'
import { fillSmallShop } from './small-shop.ts'

interface Closing extends BulkEngine {
  close(): unknown
}

const MARCH: Scope = {
  currency: 'EUR',
  period: { from: '2024-03-01', to: '2024-03-31' },
  previous: { from: '2024-02-01', to: '2024-02-29' },
}

/** The named queries on the small shop, counted by hand: the same cases in native DuckDB and in the browser's. */
export function figureCases(open: () => Promise<Closing>): void {
  let engine: Closing

  beforeAll(async () => {
    engine = await open()
    await fillSmallShop(engine)
  })
  afterAll(async () => void (await engine.close()))

  const whole = { scope: MARCH, grain: null, shift: null } as const

  it('sums product lines of both periods by their own day', async () => {
    const rows = await engine.run(lineFigures(whole))
    expect(rows.sort((a, b) => a.period - b.period)).toEqual([
      {
        period: 0,
        date: null,
        key: 0,
        gross: 5000,
        discount: 100,
        returned: 1400,
        net: 3500,
        units: 5,
        products: 2,
        margin: 900 - 300 + (3000 - 1200) + (600 - 300),
        cost_net: 4500,
        line_orders: 3,
        line_customers: 2,
      },
      {
        period: 1,
        date: null,
        key: 0,
        gross: 2000,
        discount: 0,
        returned: 0,
        net: 2000,
        units: 2,
        products: 1,
        margin: 1400,
        cost_net: 2000,
        line_orders: 1,
        line_customers: 1,
      },
    ])
  })

  it('counts orders, customers and new customers by the whole history', async () => {
    const rows = await engine.run(orderFigures(whole))
    expect(rows.sort((a, b) => a.period - b.period)).toEqual([
      {
        period: 0,
        date: null,
        key: 0,
        orders: 3,
        customers: 2,
        new_customers: 1,
        returning_customers: 1,
        guests: 1,
        tax: 350,
        tax_inside: 0,
        shipping: 500,
        estimated: 1,
      },
      {
        period: 1,
        date: null,
        key: 0,
        orders: 1,
        customers: 1,
        new_customers: 1,
        returning_customers: 0,
        guests: 0,
        tax: 200,
        tax_inside: 0,
        shipping: null,
        estimated: 0,
      },
    ])
  })

  it('gives days, moved to their partners, and the whole in one answer', async () => {
    const request = { scope: MARCH, grain: 'day', shift: { unit: 'day', count: 29 } } as const
    const rows = await engine.run(lineFigures(request, ['net']))
    const at = (period: number) =>
      Object.fromEntries(rows.filter((row) => row.period === period).map((row) => [row.date, row.net]))
    expect(at(0)).toEqual({ null: 3500, '2024-03-01': 3900, '2024-03-03': 600, '2024-03-04': -1000 })
    expect(at(1)).toEqual({ null: 2000, '2024-03-28': 2000 })
  })

  it('gives hours of the shop’s clock', async () => {
    const scope = { ...MARCH, period: { from: '2024-03-01', to: '2024-03-03' }, previous: null }
    const rows = await engine.run(orderFigures({ scope, grain: 'hour', shift: null }, ['orders']))
    expect(Object.fromEntries(rows.map((row) => [row.date, row.orders]))).toEqual({
      null: 3,
      '2024-03-01T09': 2,
      '2024-03-03T23': 1,
    })
  })

  it.each([
    ['month', '2024-03-01', 3500],
    ['quarter', '2024-01-01', 3500],
    ['year', '2024-01-01', 3500],
    ['week', '2024-02-26', 4500],
  ] as const)('starts a %s at %s', async (grain, date, net) => {
    const rows = await engine.run(
      lineFigures({ scope: { ...MARCH, previous: null }, grain, shift: null }, ['net']),
    )
    expect(rows.find((row) => row.date === date)?.net).toBe(net)
  })

  it.each([
    ['country', ['ES', 'PT', ''], [900, 2000, 600]],
    ['customer_type', ['new', 'returning', ''], [3000, -100, 600]],
    ['coupon', ['HOLA'], [900]],
    ['category', ['Kitchen'], [1500]],
    ['vendor', ['Acme'], [3500]],
  ] as const)('splits net sales by %s; the rest is under 0', async (dimension, keys, nets) => {
    const rows = await engine.run(lineFigures({ ...whole, split: { dimension, keys } }, ['net']))
    const present = rows.filter((row) => row.period === 0)
    expect(keys.map((_, index) => present.find((row) => row.key === index + 1)?.net ?? 0)).toEqual(nets)
    expect(present.reduce((sum, row) => sum + (row.net ?? 0), 0)).toBe(3500)
  })

  it('splits orders by type of customer', async () => {
    const split = { dimension: 'customer_type', keys: ['new', 'returning', ''] } as const
    const rows = await engine.run(orderFigures({ ...whole, split }, ['orders', 'new_customers']))
    const present = rows.filter((row) => row.period === 0).sort((a, b) => a.key - b.key)
    expect(present.map((row) => [row.key, row.orders, row.new_customers])).toEqual([
      [1, 1, 1],
      [2, 1, 0],
      [3, 1, 0],
    ])
  })

  it('ranks products with both periods, the catalogue’s title first', async () => {
    const request = { scope: MARCH, dimension: 'product', sort: '-net_sales', limit: 10, offset: 0 } as const
    const rows = await engine.run(dimensionTotals(request))
    const overall = { total_net: 3500, total_previous_net: 2000, total_units: 5, keys: 2 }
    expect(rows).toEqual([
      {
        key: 'CAP',
        title: 'Cap',
        gross: 3000,
        discount: 0,
        returned: 1000,
        net: 2000,
        units: 3,
        previous_net: 0,
        previous_units: 0,
        ...overall,
      },
      {
        key: 'MUG',
        title: 'Mug, white',
        gross: 2000,
        discount: 100,
        returned: 400,
        net: 1500,
        units: 2,
        previous_net: 2000,
        previous_units: 2,
        ...overall,
      },
    ])
    const second = await engine.run(dimensionTotals({ ...request, limit: 1, offset: 1 }))
    expect(second.map(({ key }) => key)).toEqual(['MUG'])
    const fallen = await engine.run(dimensionTotals({ ...request, sort: 'delta', limit: 1 }))
    expect(fallen.map(({ key }) => key)).toEqual(['MUG'])
  })

  it('keeps apart what is no product', async () => {
    expect(await engine.run(keptApart('EUR', MARCH.period))).toEqual([
      { kind: 'excluded', lines: 1, orders: 1, gross: 9000, net: 9000 },
      { kind: 'shipping', lines: 1, orders: 1, gross: 500, net: 500 },
    ])
  })

  it('says what there is, per currency', async () => {
    expect(await engine.run(dataSpan())).toEqual([
      {
        currency: 'EUR',
        orders: 4,
        lines: 5,
        first_day: '2024-02-28',
        last_day: '2024-03-04',
        last_sale: '2024-03-03',
      },
      {
        currency: 'USD',
        orders: 1,
        lines: 1,
        first_day: '2024-03-02',
        last_day: '2024-03-02',
        last_sale: '2024-03-02',
      },
    ])
  })

  it('heats weekdays and hours', async () => {
    expect(await engine.run(heatSales('EUR', MARCH.period))).toEqual([
      { weekday: 1, hour: 12, net: -1000 },
      { weekday: 5, hour: 9, net: 3900 },
      { weekday: 7, hour: 23, net: 600 },
    ])
    expect(await engine.run(heatOrders('EUR', MARCH.period))).toEqual([
      { weekday: 5, hour: 9, orders: 2 },
      { weekday: 7, hour: 23, orders: 1 },
    ])
  })

  it('gives the rows behind figures, and what they add up to', async () => {
    const request = { currency: 'EUR', period: MARCH.period, limit: 1, offset: 1 }
    const behind = async (rows: RowsBehind<object>) => ({
      page: (await engine.run(rows.page)).map((row) => ('order_id' in row ? row.order_id : row)),
      total: await engine.run(rows.total),
    })
    expect(await behind(rowsLines('net_sales', request))).toEqual({
      page: ['A4'],
      total: [{ count: 4, amount: 3500 }],
    })
    expect(await behind(rowsLines('gross_margin', request))).toEqual({
      page: ['A2'],
      total: [{ count: 3, amount: 2700 }],
    })
    expect(await behind(rowsOrders('taxes', request))).toEqual({
      page: ['A4'],
      total: [{ count: 4, amount: 350 }],
    })
    expect(await behind(rowsOrderSums('total_sales', request))).toEqual({
      page: ['A4'],
      total: [{ count: 4, amount: 3500 + 350 + 500 }],
    })
    const only = { dimension: 'country', key: 'PT' } as const
    expect(await behind(rowsLines('net_sales', { ...request, only }))).toEqual({
      page: ['A3'],
      total: [{ count: 2, amount: 2000 }],
    })
    expect(await engine.run(rowsProducts({ ...request, offset: 0 }).page)).toEqual([
      { product_id: 'CAP', title: 'Cap', units: 3, net: 2000, amount: 1 },
    ])
  })

  it('tells new customers from returning ones', async () => {
    const request = { currency: 'EUR', period: MARCH.period, limit: 10, offset: 0 }
    const rows = await engine.run(rowsCustomers('returning_rate', request).page)
    expect(rows.map(({ customer_id, is_new, amount }) => [customer_id, is_new, amount])).toEqual([
      [2, true, 0],
      [1, false, 1],
    ])
    expect(await engine.run(rowsCustomers('new_customers', request).total)).toEqual([{ count: 1, amount: 1 }])
  })
}
