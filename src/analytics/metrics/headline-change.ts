import type { Figures } from '../../model/metric.ts'
import { decomposeChange } from './decompose.ts'
import { relativeChange } from './dictionary.ts'
import { type Driver, type Headline, headline } from './headline.ts'
import type { HeadlineCode } from './headline-texts.ts'
import {
  amount,
  type HeadlineFacts,
  money,
  type Mover,
  moverDriver,
  param,
  plainDriver,
  signedMoney,
} from './headline-facts.ts'

/** Smaller relative changes are said to be none. */
const FLAT = 0.005

/** A rate has moved notably: by a point at least, and by a tenth of itself. */
const notable = (now: number, before: number): boolean =>
  Math.abs(now - before) >= 0.01 && Math.abs(now - before) >= 0.1 * Math.max(now, before)

const figure = (figures: Figures, name: keyof Figures): number => figures[name] ?? 0

/** How far net sales moved; null without a past to compare with. */
export function netSalesChange(facts: HeadlineFacts): Headline | null {
  if (!facts.before) return null
  const [now, before] = [figure(facts.now, 'net'), figure(facts.before, 'net')]
  const change = relativeChange(now, before)
  if (change === null) return null
  const direction = now > before ? 'net_sales_up' : 'net_sales_down'
  return headline(
    Math.abs(change) < FLAT ? 'net_sales_flat' : direction,
    'net_sales',
    facts.currency,
    { value: money(facts, now), previous: money(facts, before), change: param('change', Math.abs(change)) },
    [
      {
        ...plainDriver('net_sales', amount(facts, now), amount(facts, before)),
        contribution: amount(facts, now - before),
      },
    ],
  )
}

/** The change of net sales as orders × units per order × net sales per unit. */
export function changeDrivers(facts: HeadlineFacts): Headline | null {
  if (!facts.before) return null
  const chain = (figures: Figures) => ({
    orders: figure(figures, 'orders'),
    units: figure(figures, 'units'),
    net: figure(figures, 'net'),
  })
  const [now, before] = [chain(facts.now), chain(facts.before)]
  const parts = decomposeChange(now, before)
  if (parts.method === 'whole' || parts.change === 0) return null
  const driver = (name: string, value: number, previous: number, part: number): Driver => ({
    ...plainDriver(name, value, previous),
    contribution: amount(facts, part),
  })
  const perUnit = (side: typeof now) => amount(facts, side.net / side.units)
  return headline(
    'change_drivers',
    'net_sales',
    facts.currency,
    {
      change: signedMoney(facts, parts.change),
      orders: signedMoney(facts, parts.orders),
      basket: signedMoney(facts, parts.basket),
      price: signedMoney(facts, parts.price),
    },
    [
      driver('orders', now.orders, before.orders, parts.orders),
      driver('units_per_order', now.units / now.orders, before.units / before.orders, parts.basket),
      driver('net_per_unit', perUnit(now), perUnit(before), parts.price),
    ],
  )
}

/**
 * What new and returning customers brought to the change; null when customers are not known, or when the history
 * begins with the comparison period: then all its customers look new.
 */
export function customersMix(facts: HeadlineFacts): Headline | null {
  const known = facts.customers.filter(({ key }) => key !== '')
  if (!facts.before || !facts.previous || known.length === 0) return null
  if (facts.firstDay >= facts.previous.from) return null
  const delta = (key: string) => {
    const mover = known.find((one) => one.key === key)
    return mover ? mover.net - mover.previous : 0
  }
  return headline(
    'customers_mix',
    'net_sales',
    facts.currency,
    { new: signedMoney(facts, delta('new')), returning: signedMoney(facts, delta('returning')) },
    facts.customers.map((mover) => moverDriver(facts, { ...mover, name: mover.name || 'unknown' })),
  )
}

type Area = 'products' | 'countries'

const BY_SIDES: Readonly<Record<Area, readonly [both: HeadlineCode, up: HeadlineCode, down: HeadlineCode]>> =
  {
    products: ['products_both', 'products_up', 'products_down'],
    countries: ['countries_both', 'countries_up', 'countries_down'],
  }

/** Which product or country gained and which lost most; null when there is none or (countries) only one. */
export function movers(facts: HeadlineFacts, area: Area): Headline | null {
  const named = facts[area].filter(({ key }) => key !== '')
  if (!facts.before || (area === 'countries' && named.length < 2)) return null
  const delta = (mover: Mover) => mover.net - mover.previous
  const ranked = named.filter((mover) => delta(mover) !== 0).sort((a, b) => delta(b) - delta(a))
  const up = ranked.find((mover) => delta(mover) > 0)
  const down = ranked.findLast((mover) => delta(mover) < 0)
  if (!up && !down) return null
  const [both, onlyUp, onlyDown] = BY_SIDES[area]
  const side = (name: string, mover: Mover | undefined) =>
    mover && {
      [name]: param('text', mover.name || mover.key),
      [`${name}_change`]: signedMoney(facts, delta(mover)),
    }
  const code = up && down ? both : up ? onlyUp : onlyDown
  const drivers = ranked.map((mover) => moverDriver(facts, mover))
  return headline(code, 'net_sales', facts.currency, { ...side('up', up), ...side('down', down) }, drivers)
}

/** Returns or discounts as a share of gross sales, when the share moved notably. */
export function rateMoved(facts: HeadlineFacts, part: 'returned' | 'discount'): Headline | null {
  const rate = (figures: Figures | null) => {
    const gross = figures ? figure(figures, 'gross') : 0
    return figures && gross > 0 ? figure(figures, part) / gross : null
  }
  const [now, before] = [rate(facts.now), rate(facts.before)]
  if (now === null || before === null || !notable(now, before)) return null
  const name = part === 'returned' ? 'returns_rate' : 'discount_rate'
  return headline(
    `${name}_${now > before ? 'up' : 'down'}`,
    part === 'returned' ? 'returns' : 'discounts',
    facts.currency,
    { rate: param('percent', now), previous: param('percent', before) },
    [plainDriver(name, now, before)],
  )
}
