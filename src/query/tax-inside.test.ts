import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Axes, PRESETS } from '../model/definitions.ts'
import { openNativeEngine, type NativeEngine } from '../../tests/native-engine.ts'
import { taxInside } from './tax-inside.ts'

let engine: NativeEngine

/** gross, discount, net, tax, shipping, charged in minor units. */
const ORDERS = `SELECT * FROM (VALUES
  ('on top', 'sale', 10000, 1000, 9000, 1890, 500, 11390),
  ('in the prices', 'sale', 10000, 1000, 9000, 1562, 500, 9500),
  ('in them, a cent off', 'sale', 9999, 0, 9999, 1735, 0, 10000),
  ('no tax', 'sale', 10000, 0, 10000, NULL, 0, 10000),
  ('a tip, tax on top', 'sale', 10000, 0, 10000, 1900, 0, 12500),
  ('nothing said of what was paid', 'sale', 10000, 0, 10000, 1900, 0, NULL),
  ('a few cents of tax, on top', 'sale', 100, 0, 100, 3, 0, 103),
  ('in the prices, given back', 'return', 0, 0, -9000, -1562, -500, -9500)
) t(name, kind, gross, discount, net, tax, shipping, charged)`

beforeAll(async () => {
  engine = await openNativeEngine()
})
afterAll(() => engine.close())

const found = async (axes: Axes) =>
  Object.fromEntries(
    (
      await engine.run<{ name: string; inside: number }>({
        sql: `SELECT name, CAST(${taxInside(axes)} AS DOUBLE) AS inside FROM (${ORDERS}) WHERE true ORDER BY name`,
        params: [],
      })
    )
      .filter(({ inside }) => inside !== 0)
      .map(({ name, inside }) => [name, inside]),
  )

it('tells the taxes that prices hold by what was paid', async () => {
  expect(await found(PRESETS.files)).toEqual({
    'in the prices': 1562,
    'in them, a cent off': 1735,
    'in the prices, given back': -1562,
  })
})

it('does as it is told where the file cannot say', async () => {
  expect(await found({ ...PRESETS.files, taxes_inside: 'on_top' })).toEqual({})
  expect(await found({ ...PRESETS.files, taxes_inside: 'inside' })).toMatchObject({
    'nothing said of what was paid': 1900,
  })
  expect(await found(PRESETS.cash)).toEqual({})
})
