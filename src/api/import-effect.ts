import * as v from 'valibot'
import { toMajor } from '../model/currency.ts'
import type { ImportEffect } from '../model/import-effect.ts'

const sums = { gross_sales: v.number(), net_sales: v.number(), orders: v.number() }
const beforeAfter = { before: v.object(sums), after: v.object(sums) }

export const effectSchema = v.object({
  /** What the files hold. */
  held: v.array(v.object({ currency: v.string(), ...sums, first_day: v.string(), last_day: v.string() })),
  /** The main figures over all time before and after, and the months that change. */
  totals: v.array(v.object({ currency: v.string(), ...beforeAfter })),
  months: v.array(v.object({ month: v.string(), currency: v.string(), ...beforeAfter })),
  examples: v.object({
    orders: v.array(
      v.object({
        order_id: v.string(),
        fate: v.picklist(['added', 'updated']),
        day: v.nullable(v.string()),
        currency: v.string(),
        net_before: v.nullable(v.number()),
        net_after: v.number(),
        status_before: v.nullable(v.string()),
        status_after: v.nullable(v.string()),
      }),
    ),
    products: v.array(
      v.object({
        product_id: v.string(),
        field: v.string(),
        before: v.nullable(v.string()),
        after: v.string(),
      }),
    ),
  }),
})
export type EffectAnswer = v.InferOutput<typeof effectSchema>

type Month = ImportEffect['months'][number]

const sumsOf = (rows: readonly Month[], side: 'before' | 'after', currency: string) => {
  const total = (name: 'gross' | 'net' | 'orders') =>
    rows.reduce((sum, row) => sum + row[`${name}_${side}`], 0)
  return {
    gross_sales: toMajor(total('gross'), currency),
    net_sales: toMajor(total('net'), currency),
    orders: total('orders'),
  }
}

const bothOf = (rows: readonly Month[], currency: string) => ({
  currency,
  before: sumsOf(rows, 'before', currency),
  after: sumsOf(rows, 'after', currency),
})

const changes = (row: Month): boolean =>
  row.gross_before !== row.gross_after ||
  row.net_before !== row.net_after ||
  row.orders_before !== row.orders_after

/** The effect of an import as the API gives it: amounts in major units, only the months that change. */
export function effectAnswer({ held, months, orders, products }: ImportEffect): EffectAnswer {
  const currencies = [...new Set(months.map(({ currency }) => currency))]
  return {
    held: held.map(({ currency, gross, net, ...rest }) => ({
      currency,
      gross_sales: toMajor(gross, currency),
      net_sales: toMajor(net, currency),
      ...rest,
    })),
    totals: currencies.map((currency) =>
      bothOf(
        months.filter((row) => row.currency === currency),
        currency,
      ),
    ),
    months: months.filter(changes).map((row) => ({ month: row.month, ...bothOf([row], row.currency) })),
    examples: {
      orders: orders.map((order) => ({
        ...order,
        net_before: order.net_before === null ? null : toMajor(order.net_before, order.currency),
        net_after: toMajor(order.net_after, order.currency),
      })),
      products: products.map((product) => ({ ...product })),
    },
  }
}
