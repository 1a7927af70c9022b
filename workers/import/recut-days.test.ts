import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { zoneSpans } from '../../src/import/time-zone.ts'
import { PRESETS } from '../../src/model/definitions.ts'
import { LINE_COLUMNS, ORDER_COLUMNS } from '../../src/query/tables.ts'
import { storeViews } from '../../src/query/views.ts'
import { openStaging, type Staging } from '../../tests/staging.ts'

let staging: Staging

beforeAll(async () => {
  staging = await openStaging()
})
afterAll(() => staging.engine.close())

const second = (text: string): number => Date.parse(`${text}Z`) / 1000
const spansOf = (zone: string) =>
  zoneSpans(zone, second('2024-01-01T00:00:00'), second('2026-12-31T00:00:00'))

/** Stages a text in a zone and puts what came under views, days as imported or cut anew by another zone. */
async function shop(text: string, imported: string, recutIn?: string) {
  await staging.empty()
  const [preview] = await staging.stage([text], { currency: 'EUR', time_zone: imported })
  expect(preview?.action).toMatch(/accept|warn/)
  await staging.engine.exec('DROP SCHEMA IF EXISTS part CASCADE')
  await staging.engine.exec('CREATE SCHEMA part')
  for (const table of ['lines', 'orders'])
    await staging.engine.exec(
      `CREATE TABLE part.${table} AS SELECT * EXCLUDE (identity), 1 AS customer_id FROM stage.${table}`,
    )
  const columns = { lines: new Set(Object.keys(LINE_COLUMNS)), orders: new Set(Object.keys(ORDER_COLUMNS)) }
  const shape = { columns, states: [], giftCards: false, origins: true }
  const parts = { orders: ['part'], products: null, people: null, shapes: new Map([['part', shape]]) }
  for (const sql of storeViews(parts, 'store', PRESETS.files, recutIn ? spansOf(recutIn) : null))
    await staging.engine.exec(sql)
  return preview
}

const stamps = () =>
  staging.query<{ order_id: string; utc: string; local: string; day: string }>(
    `SELECT order_id, strftime(ordered_at, '%Y-%m-%dT%H:%M') AS utc, strftime(local_at, '%Y-%m-%dT%H:%M') AS local, strftime(day, '%Y-%m-%d') AS day
     FROM store.orders ORDER BY ordered_at, order_id`,
  )

/** One order of 1.00 every half hour between two instants, each named by its instant. */
const halfHours = (from: string, to: string): string => {
  const rows: string[] = []
  for (let at = second(from); at < second(to); at += 1800) {
    const stamp = new Date(at * 1000).toISOString().slice(0, 19)
    rows.push(`${stamp.slice(0, 16)},${stamp}Z,Mug,1,1.00`)
  }
  return `order_id,date,product,quantity,price\n${rows.join('\n')}\n`
}

const wallIn = (zone: string, instant: string): string => {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(new Date(`${instant}:00Z`))
  return parts.replace(', ', 'T')
}

/** The days on which the clocks of a zone change in 2025, and how many half hours they have. */
const CHANGES = [
  ['America/New_York', '2025-03-09', 46],
  ['America/New_York', '2025-11-02', 50],
  ['Europe/Madrid', '2025-03-30', 46],
  ['Europe/Madrid', '2025-10-26', 50],
  ['America/Santiago', '2025-04-05', 50],
  ['America/Santiago', '2025-09-07', 46],
  ['Australia/Lord_Howe', '2025-04-06', 49],
  ['Australia/Lord_Howe', '2025-10-05', 47],
  ['Asia/Kathmandu', '2025-04-06', 48],
] as const

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

describe.each(CHANGES)('%s on %s', (zone, day, expected) => {
  it.each([
    ['imported in it', zone, undefined],
    ['cut anew after an import in UTC', 'UTC', zone],
  ])('holds every order of its %#. way: %s', async (_, imported, recutIn) => {
    await shop(halfHours(`${addDays(day, -2)}T00:00:00`, `${addDays(day, 3)}T00:00:00`), imported, recutIn)
    const orders = await stamps()
    expect(orders).toHaveLength(240)
    for (const order of orders) {
      expect(order.local).toBe(wallIn(zone, order.utc))
      expect(order.day).toBe(order.local.slice(0, 10))
    }
    expect(orders.filter((order) => order.day === day)).toHaveLength(expected)
    const hours = await staging.query<{ day: string; hours: number; net: number }>(
      `SELECT day, CAST(sum(orders) AS DOUBLE) AS hours, CAST(sum(net) AS DOUBLE) AS net FROM (
         SELECT strftime(day, '%Y-%m-%d') AS day, hour(local_at) AS hour, count(*) AS orders, sum(net) AS net FROM store.lines GROUP BY 1, 2)
       GROUP BY 1 ORDER BY 1`,
    )
    expect(hours.find((row) => row.day === day)).toEqual({ day, hours: expected, net: expected * 100 })
    expect(hours.reduce((sum, { net }) => sum + net, 0)).toBe(24_000)
  })
})

describe('a clock on the wall', () => {
  const wall = (...times: string[]): string =>
    `order_id,date,product,quantity,price\n${times.map((time, index) => `${index + 1},${time},Mug,1,1.00`).join('\n')}\n`

  it.each([
    // Half past two does not exist on the first day, and comes twice on the second.
    ['Europe/Madrid', '2025-03-30 02:30:00', '2025-03-30T01:30'],
    ['Europe/Madrid', '2025-10-26 02:30:00', '2025-10-26T00:30'],
    ['America/New_York', '2025-03-09 02:30:00', '2025-03-09T07:30'],
    ['America/New_York', '2025-11-02 01:30:00', '2025-11-02T05:30'],
    // Midnight itself is left out, and comes twice, in Santiago.
    ['America/Santiago', '2025-09-07 00:30:00', '2025-09-07T04:30'],
    ['America/Santiago', '2025-04-05 23:30:00', '2025-04-06T02:30'],
    ['Australia/Lord_Howe', '2025-10-05 02:15:00', '2025-10-04T15:45'],
    ['Australia/Lord_Howe', '2025-04-06 01:45:00', '2025-04-05T14:45'],
    ['Asia/Kathmandu', '2025-04-06 00:10:00', '2025-04-05T18:25'],
  ])(
    'in %s at %s stays in its day and hour; doubled times are the first, left out ones are read before the change',
    async (zone, time, utc) => {
      const preview = await shop(wall(time), zone)
      expect(preview?.stamps).toBe('wall')
      expect(await stamps()).toEqual([
        { order_id: '1', utc, local: time.slice(0, 16).replace(' ', 'T'), day: time.slice(0, 10) },
      ])
    },
  )

  it('keeps its days when the zone is changed, and its points in time follow', async () => {
    await shop(wall('2025-07-01 23:30:00', '2025-01-01 00:15:00'), 'UTC', 'Europe/Madrid')
    expect(await stamps()).toEqual([
      { order_id: '2', utc: '2024-12-31T23:15', local: '2025-01-01T00:15', day: '2025-01-01' },
      { order_id: '1', utc: '2025-07-01T21:30', local: '2025-07-01T23:30', day: '2025-07-01' },
    ])
  })
})

it('knows of each row whether it is a point in time, where a file has some of each', async () => {
  const text = `order_id,date,product,quantity,price
1,2025-07-01T23:30:00Z,Mug,1,1.00
2,2025-07-01T23:30:00,Mug,1,1.00
3,2025-07-01T23:30:00Z,Mug,1,1.00
4,2025-07-01T23:30:00,Mug,1,1.00
`
  const preview = await shop(text, 'UTC', 'Asia/Kathmandu')
  expect(preview?.stamps).toBe('mixed')
  expect((await stamps()).map(({ order_id, day }) => `${order_id} ${day}`).toSorted()).toEqual([
    '1 2025-07-02',
    '2 2025-07-01',
    '3 2025-07-02',
    '4 2025-07-01',
  ])
})

it('moves a cancellation with its sale, and changing back brings every day back', async () => {
  const text = `Name,Email,Financial Status,Paid at,Currency,Subtotal,Shipping,Taxes,Total,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Cancelled at,Refunded Amount,Id
#2,b@x.co,refunded,2024-03-05 23:30:00 +0000,EUR,40.00,0,0,40.00,0,2024-03-05 23:30:00 +0000,1,Mug,40.00,2024-04-02 23:30:00 +0000,40.00,12
`
  const days = async () =>
    (
      await staging.query<{ row: string }>(
        `SELECT order_id || ' ' || strftime(day, '%m-%d') || ' ' || coalesce(strftime(origin_at, '%m-%d'), '') AS row FROM store.lines ORDER BY 1`,
      )
    ).map(({ row }) => row)
  await shop(text, 'UTC')
  const before = await days()
  await shop(text, 'UTC', 'Asia/Kathmandu')
  expect(await days()).toEqual(['12 03-06 ', '12/cancelled 04-03 03-06'])
  await shop(text, 'UTC', 'UTC')
  expect(await days()).toEqual(before)
})

it('gives an order the same version in every zone, so that the same file again changes nothing', async () => {
  const text = halfHours('2025-03-29T00:00:00', '2025-03-31T00:00:00')
  const versions = () =>
    staging.query(`SELECT order_id, CAST(version AS VARCHAR) AS version FROM stage.orders ORDER BY 1`)
  await shop(text, 'UTC')
  const first = await versions()
  await shop(text, 'America/Santiago')
  expect(await versions()).toEqual(first)
})
