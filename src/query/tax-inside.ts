import type { Axes } from '../model/definitions.ts'

/** Minor units that the parts of an order may differ from what was paid by roundings. */
const ROUNDING = 5

/** Goods of a sale, and of a document that gives some back (negative). */
const GOODS = `CASE kind WHEN 'sale' THEN gross - discount ELSE net END`

/**
 * SQL for the taxes of an order that its prices hold already, in minor units, over columns kind, charged, gross, discount, net,
 * tax, shipping: adding them once more would count them twice. By the file: where what was paid is goods and shipping without
 * the tax on top, and not with it. 0 where the definitions count taxes as sales (`definedOrders` sees to it then).
 */
export function taxInside({ taxes_inside, taxes_in_net, shipping_in_net }: Axes): string {
  if (taxes_in_net || taxes_inside === 'on_top') return '0'
  if (taxes_inside === 'inside')
    return `CASE WHEN kind IN ('sale', 'return') THEN coalesce(tax, 0) ELSE 0 END`
  const left = `(charged - (${GOODS})${shipping_in_net ? '' : ' - coalesce(shipping, 0)'})`
  return `CASE WHEN tax <> 0 AND abs${left} <= ${ROUNDING} AND abs${left} < abs(${left} - tax) THEN tax ELSE 0 END`
}
