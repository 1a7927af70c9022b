import { daysBetween } from '../../model/day.ts'
import { periodDays } from '../period.ts'
import { metricValue } from './dictionary.ts'
import { type Headline, headline } from './headline.ts'
import { amount, type HeadlineFacts, money, moverDriver, param, plainDriver } from './headline-facts.ts'

const net = (facts: HeadlineFacts): number => facts.now.net ?? 0

/** What the period brought, without comparison. */
export function netSalesLevel(facts: HeadlineFacts): Headline {
  const orders = facts.now.orders ?? 0
  const daily = net(facts) / periodDays(facts.period)
  return headline(
    'net_sales_level',
    'net_sales',
    facts.currency,
    { value: money(facts, net(facts)), orders: param('count', orders), daily: money(facts, daily) },
    [plainDriver('net_sales', amount(facts, net(facts)), null), plainDriver('orders', orders, null)],
  )
}

/** The day with most net sales; null for a period of one day or without sales. */
export function bestDay(facts: HeadlineFacts): Headline | null {
  const best = facts.bestDay
  if (!best || best.net <= 0 || net(facts) <= 0 || periodDays(facts.period) < 2) return null
  const params = {
    day: param('day', best.day),
    value: money(facts, best.net),
    share: param('percent', best.net / net(facts)),
  }
  return headline('best_day', 'net_sales', facts.currency, params, [
    plainDriver(best.day, amount(facts, best.net), null),
  ])
}

/** The product with most net sales. */
export function topProduct(facts: HeadlineFacts): Headline | null {
  const top = facts.topProduct
  if (!top || top.key === '' || top.net <= 0 || net(facts) <= 0) return null
  const params = {
    product: param('text', top.name || top.key),
    value: money(facts, top.net),
    share: param('percent', top.net / net(facts)),
  }
  return headline('top_product', 'net_sales', facts.currency, params, [moverDriver(facts, top)])
}

/** The share of customers who had bought before; null when the history begins in the period and none could have. */
export function returningShare(facts: HeadlineFacts): Headline | null {
  const rate = metricValue('returning_rate', facts.now)
  if (rate === null || facts.firstDay >= facts.period.from) return null
  const fresh = facts.now.new_customers ?? 0
  const before = facts.before ? metricValue('returning_rate', facts.before) : null
  return headline(
    'returning_share',
    'returning_rate',
    facts.currency,
    { share: param('percent', rate), new: param('count', fresh) },
    [plainDriver('returning_rate', rate, before)],
  )
}

/** Units, products and average order value. */
export function sold(facts: HeadlineFacts): Headline | null {
  const average = metricValue('average_order_value', facts.now, facts.axes)
  if (average === null) return null
  const [units, products] = [facts.now.units ?? 0, facts.now.products ?? 0]
  const params = {
    units: param('count', units),
    products: param('count', products),
    average: money(facts, average),
  }
  return headline('sold', 'units', facts.currency, params, [
    plainDriver('units', units, facts.before?.units ?? null),
    plainDriver('products_sold', products, facts.before?.products ?? null),
    plainDriver('average_order_value', amount(facts, average), null),
  ])
}

/** What discounts and returns took of gross sales. */
export function deductions(facts: HeadlineFacts): Headline | null {
  const { gross, discount, returned } = facts.now
  if (!gross || gross <= 0 || facts.absent?.discounts || facts.absent?.returns) return null
  const shares = { discounts: (discount ?? 0) / gross, returns: (returned ?? 0) / gross }
  const params = {
    discounts: param('percent', shares.discounts),
    returns: param('percent', shares.returns),
  }
  return headline('deductions', 'net_sales', facts.currency, params, [
    plainDriver('discount_rate', shares.discounts, null),
    plainDriver('returns_rate', shares.returns, null),
  ])
}

/** What to know before believing the figures. */
export function caveats(facts: HeadlineFacts): Headline[] {
  const { period, previous, lastDay, firstDay, currency } = facts
  const missing = daysBetween(lastDay, period.to)
  const estimated = facts.now.estimated ?? 0
  return [
    ...(missing > 0 && lastDay >= period.from
      ? [
          headline('period_incomplete', 'net_sales', currency, {
            last_day: param('day', lastDay),
            to: param('day', period.to),
          }),
        ]
      : []),
    ...(previous && facts.before && firstDay > previous.from
      ? [headline('comparison_incomplete', 'net_sales', currency, { first_day: param('day', firstDay) })]
      : []),
    ...(estimated > 0
      ? [headline('returns_estimated', 'returns', currency, { orders: param('count', estimated) })]
      : []),
  ]
}
