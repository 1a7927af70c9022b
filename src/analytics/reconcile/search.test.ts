import { expect, it } from 'vitest'
import { PRESETS } from '../../model/definitions.ts'
import { axisMoves, extraMoves, type Move } from './moves.ts'
import { formOf, type Counting, type Sums, valueOf } from './counting.ts'
import { explain } from './search.ts'

const START: Counting = { axes: PRESETS.shopify, offset: null, extra: {}, currencies: [] }

const SUMS: Sums = {
  ...{ gross: 100_000, discount: 5_000, returned: 8_000, tax: 19_000, shipping: 3_000, fees: 0 },
  ...{ orders: 40, units: 60, inside: 0, rounding: 7, other: 0 },
}

/** A shop of which pending orders make 6,100, tests 2,350 and refunds 8,000; its taxes fall with pending orders. */
const evaluate = async (counting: Counting): Promise<number> => {
  const { axes } = counting
  const pending = axes.unpaid === 'exclude' ? { gross: SUMS.gross - 6_100, tax: SUMS.tax - 1_159 } : {}
  const tests = axes.test === 'count' ? 2_350 : 0
  const sums = { ...SUMS, ...pending, ...(axes.refund_day === 'ignore' ? { returned: 0 } : {}) }
  return valueOf(formOf('total_sales', counting), { ...sums, gross: sums.gross + tests })
}

const MOVES = [...axisMoves(PRESETS.shopify, 'total_sales'), ...extraMoves('total_sales')]
const codes = (steps: readonly { readonly move: Move; readonly amount: number }[]) =>
  Object.fromEntries(steps.map(({ move, amount }) => [move.code, amount]))
const BASE = 109_000

it.each([
  ['nothing', BASE, {}, 0],
  ['refunds that fall on other days', BASE + 8_000, { refund_day: 8_000 }, 0],
  ['pending orders with their taxes', BASE - 7_259, { unpaid: -7_259 }, 0],
  ['roundings', BASE + 7, { rounding: 7 }, 0],
  ['two causes', BASE + 8_000 + 2_350, { refund_day: 8_000, test: 2_350 }, 0],
  // Taxes left out, of the orders that are not pending: what the two do to each other is in the steps.
  ['causes that touch each other', BASE - 6_100 - 19_000, { unpaid: -7_259, taxes_out: -17_841 }, 0],
  ['what no cause makes', BASE + 4_321, {}, 4_321],
] as const)('finds %s', async (_, target, expected, unexplained) => {
  const found = await explain(START, target, [], MOVES, 0, evaluate)
  expect(codes(found.steps)).toEqual(expected)
  expect(found.unexplained).toBe(unexplained)
  const explained = found.steps.reduce((sum, { amount }) => sum + amount, 0)
  expect(BASE + explained + found.unexplained).toBe(target)
})

it('leaves what the size of roundings leaves, and says so', async () => {
  const found = await explain(
    START,
    BASE + 8_003,
    [],
    MOVES.filter(({ code }) => code !== 'rounding'),
    20,
    evaluate,
  )
  expect([codes(found.steps), found.unexplained]).toEqual([{ refund_day: 8_000 }, 3])
})

it('takes what is sure whatever it leads to, and forces nothing on the rest', async () => {
  const sure = axisMoves(PRESETS.shopify, 'total_sales').filter(
    ({ code, value }) => code === 'unpaid' && value === 'exclude',
  )
  const found = await explain(
    START,
    BASE - 7_000,
    sure.map((move) => ({ ...move, cost: 0 })),
    MOVES,
    0,
    evaluate,
  )
  expect([codes(found.steps), found.unexplained]).toEqual([{ unpaid: -7_259 }, 259])
  expect(found.possible.map(({ move }) => move.code)).toContain('refund_day')
})

it('says when another set of causes fits as well', async () => {
  const same = async (counting: Counting) =>
    100 + (counting.axes.unpaid === 'exclude' ? 50 : 0) + (counting.axes.test === 'count' ? 50 : 0)
  const found = await explain(START, 150, [], axisMoves(PRESETS.shopify, 'orders'), 0, same)
  expect(found.steps).toHaveLength(1)
  expect(found.alternatives).toHaveLength(1)
})
