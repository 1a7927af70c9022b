import { DAYS, dateOf } from './clock.ts'
import { type Cells, money, writeCsv } from './csv.ts'
import { makeRandom, type Random } from './random.ts'
import type { Shop } from './shop.ts'

const SESSIONS_HEADER = 'date,channel,device,sessions,product_views,carts,checkouts,orders,cost'.split(',')

/** How visits come in: share of the web's orders, orders per session on a mobile, euros per session paid. */
export const CHANNELS = [
  { name: 'direct', share: 0.24, conversion: 0.024, cost: 0 },
  { name: 'organic search', share: 0.3, conversion: 0.021, cost: 0 },
  { name: 'paid search', share: 0.17, conversion: 0.025, cost: 0.38 },
  { name: 'email', share: 0.15, conversion: 0.041, cost: 0 },
  { name: 'social', share: 0.09, conversion: 0.009, cost: 0.11 },
  { name: 'referral', share: 0.05, conversion: 0.017, cost: 0 },
] as const
const DEVICES = [
  { name: 'mobile', share: 0.61, factor: 1 },
  { name: 'desktop', share: 0.34, factor: 1.7 },
  { name: 'tablet', share: 0.05, factor: 1.2 },
] as const

const SPLITS = CHANNELS.flatMap((channel) => DEVICES.map((device) => ({ channel, device })))
const SHARES = SPLITS.map(({ channel, device }) => channel.share * device.share)
const SOCIAL = SPLITS.map(({ channel, device }) => (channel.name === 'social' ? device.share : 0))

/** Orders of the web shop by day and by entry of SPLITS; what Instagram sells arrives through social. */
const splitOrders = (shop: Shop, random: Random): number[][] => {
  const counts = Array.from({ length: DAYS }, () => SPLITS.map(() => 0))
  for (const { day, source } of shop.orders) {
    if (source !== 'web' && source !== 'instagram') continue
    const today = counts[day] ?? []
    const split = random.weighted(source === 'web' ? SHARES : SOCIAL)
    today[split] = (today[split] ?? 0) + 1
  }
  return counts
}

/** Visits without an order are drawn from the mean that the channel's usual trade would bring, not from its orders. */
const cellsOf = (
  random: Random,
  split: (typeof SPLITS)[number],
  orders: number,
  usual: number,
  day: number,
): Cells => {
  const { channel, device } = split
  const conversion = channel.conversion * device.factor
  const lost = random.poisson((usual / conversion) * (1 - conversion) * Math.exp(random.normal(0, 0.06)))
  const sessions = orders + lost
  const checkouts = orders + random.poisson(0.022 * lost * device.factor)
  const carts = checkouts + random.poisson(0.05 * lost)
  return {
    date: dateOf(day),
    channel: channel.name,
    device: device.name,
    sessions,
    product_views: sessions + random.poisson(1.6 * sessions),
    carts,
    checkouts,
    orders,
    cost: money(Math.round(100 * sessions * channel.cost)),
  }
}

/** `sessions.csv`: visits of the web shop by day, channel and device; its orders are those of the orders file. */
export const writeSessions = (shop: Shop): { text: string; rows: number } => {
  const random = makeRandom(shop.seed, 'sessions')
  const counts = splitOrders(shop, random)
  const all = counts.flat().reduce((sum, count) => sum + count, 0)
  const demand = shop.calendar.demand.reduce((sum, value) => sum + value, 0)
  const shares = SPLITS.map((_, i) => counts.reduce((sum, today) => sum + (today[i] ?? 0), 0) / all)
  const rows = counts.flatMap((today, day) =>
    SPLITS.map((split, i) => {
      const usual = (shop.calendar.demand[day] ?? 0) * (all / demand) * (shares[i] ?? 0)
      return cellsOf(random, split, today[i] ?? 0, usual, day)
    }),
  )
  return writeCsv(SESSIONS_HEADER, rows)
}
