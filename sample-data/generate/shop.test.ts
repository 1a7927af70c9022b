import { describe, expect, it } from 'vitest'
import { CATEGORIES, type Category } from './categories.ts'
import { DAYS, dateOf, weekdayOf } from './clock.ts'
import type { Order } from './orders.ts'
import { AFTERMATH, WEEKDAYS } from './parameters.ts'
import { cutFactor } from './prices.ts'
import { runShop } from './shop.ts'

const shop = runShop()
const { orders } = shop
const lines = orders.flatMap((order) => order.lines.map((line) => ({ ...line, day: order.day })))

const ordersByDay = (of: readonly Order[]): number[] => {
  const days = Array.from({ length: DAYS }, () => 0)
  for (const { day } of of) days[day]!++
  return days
}
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const within = (value: number, low: number, high: number) => {
  expect(value).toBeGreaterThanOrEqual(low)
  expect(value).toBeLessThanOrEqual(high)
}

describe('the size of the shop', () => {
  it('is about 25,000 orders, 60,000 lines, 9,500 customers, 320 products', () => {
    within(orders.length, 24_000, 26_000)
    within(lines.length, 57_000, 63_000)
    within(shop.buyers.length, 9_000, 10_000)
    expect(shop.products.length).toBe(320)
    within(shop.products.flatMap(({ variants }) => variants).length, 430, 490)
  })

  it('is heavy-tailed: a tenth of the products sells about half of the units, all sell something', () => {
    const units = shop.products.map(() => 0)
    for (const { product, quantity } of lines) units[product.index]! += quantity
    const sorted = units.sort((a, b) => b - a)
    const total = sorted.reduce((sum, value) => sum + value, 0)
    within(sorted.slice(0, 32).reduce((sum, value) => sum + value, 0) / total, 0.4, 0.6)
    expect(sorted.at(-1)).toBeGreaterThan(0)
  })
})

describe('the seasons', () => {
  const days = ordersByDay(orders)

  it('follow the week', () => {
    const byWeekday = WEEKDAYS.map((_, weekday) => mean(days.filter((__, day) => weekdayOf(day) === weekday)))
    const level = mean(byWeekday)
    // Sundays lack the counter's orders, hence the width.
    WEEKDAYS.forEach((factor, i) => within(byWeekday[i]! / level / factor, 0.9, 1.1))
  })

  it('follow the year: the end of the year towers, August sinks', () => {
    const month = (name: string) => mean(days.filter((_, day) => dateOf(day).startsWith(name)))
    for (const [november, august] of [
      ['2024-11', '2025-08'],
      ['2025-11', '2026-08'],
    ] as const) {
      within(month(november) / mean(days), 1.25, 1.9)
      within(month(august) / mean(days), 0.55, 0.8)
    }
  })

  it('grow by about an eighth from one year to the next', () => {
    within(mean(days.slice(365)) / mean(days.slice(0, 365)), 1.07, 1.18)
  })
})

/** Lines sold in a category's campaigns, and what would be wanted at usual prices, of its cut and uncut products. */
const compareCuts = (category: Category, sold: readonly (readonly number[])[]) => {
  const [cut, uncut] = [
    { sold: 0, wanted: 0 },
    { sold: 0, wanted: 0 },
  ]
  let logCut = 0
  const mine = shop.products.filter((product) => product.category === category)
  shop.appeal.weights.forEach((weights, day) => {
    const factors = mine.map(({ index }) => cutFactor(shop.prices, index, day))
    if (factors.every((factor) => factor === 1)) return
    mine.forEach(({ index }, i) => {
      const wanted = weights[index]! * factors[i]! ** category.elasticity
      const side = factors[i]! < 1 ? cut : uncut
      side.sold += sold[index]![day]!
      side.wanted += wanted
      logCut += wanted * Math.log(factors[i]!)
    })
  })
  return { cut, uncut, logCut }
}

describe('what moves demand', () => {
  it('sells nothing that is out of stock, not yet launched, or retired', () => {
    const lost = lines.filter(({ product, day }) =>
      shop.stockouts.some((out) => out.product === product.index && day >= out.from && day <= out.to),
    )
    expect(lost).toEqual([])
    expect(lines.filter(({ product, day }) => day < product.launched || day > product.retired)).toEqual([])
    expect(shop.stockouts.length).toBe(46)
  })

  it('sells more at cut prices: cut against uncut products of a category show the true elasticity', () => {
    const sold = shop.products.map(() => Array.from({ length: DAYS }, () => 0))
    for (const { product, day } of lines) sold[product.index]![day]! += 1
    let [seen, truth] = [0, 0]
    for (const category of CATEGORIES.filter(({ name }) => name !== 'Navidad' && name !== 'Regalos')) {
      const { cut, uncut, logCut } = compareCuts(category, sold)
      seen += cut.wanted * (Math.log(cut.sold / cut.wanted) - Math.log(uncut.sold / uncut.wanted))
      truth -= category.elasticity * logCut
    }
    within(seen / truth, 0.8, 1.2)
  })

  it('puts pairs into baskets far more often than chance would', () => {
    const baskets = orders.map((order) => new Set(order.lines.map(({ product }) => product.index)))
    const share = (test: (basket: Set<number>) => boolean) => baskets.filter(test).length / baskets.length
    const strongest = [...shop.pulls].sort((a, b) => b.chance - a.chance).slice(0, 6)
    for (const { from, to } of strongest) {
      const both = share((basket) => basket.has(from) && basket.has(to))
      expect(
        both / (share((basket) => basket.has(from)) * share((basket) => basket.has(to))),
      ).toBeGreaterThan(2)
    }
  })
})

describe('what becomes of orders', () => {
  it('cancels about one in a hundred and takes back each category at its rate', () => {
    within(
      orders.filter(({ cancelledAt }) => cancelledAt).length / orders.length / AFTERMATH.cancelled,
      0.75,
      1.15,
    )
    for (const { name, returned } of CATEGORIES.filter(({ share }) => share > 0.1)) {
      const mine = lines.filter(({ product }) => product.category.name === name)
      within(mine.filter((line) => line.returned).length / mine.length / returned, 0.85, 1.15)
    }
  })

  it('counts money to the cent', () => {
    const grossOf = (order: Order) =>
      order.lines.reduce((sum, { price, quantity }) => sum + price * quantity, 0)
    expect(orders.filter((order) => order.subtotal !== grossOf(order) - order.discount)).toEqual([])
    expect(orders.filter((order) => order.total !== order.subtotal + order.shipping + order.taxes)).toEqual(
      [],
    )
    expect(orders.filter(({ refunded, total }) => refunded < 0 || refunded > total)).toEqual([])
  })
})
