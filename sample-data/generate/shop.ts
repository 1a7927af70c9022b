import { type Pull, makePulls } from './affinity.ts'
import { type Appeal, type Craze, makeAppeal, makeCrazes } from './appeal.ts'
import { type Shelf, fillBasket } from './basket.ts'
import { type Buyer, makeBuyers } from './buyers.ts'
import { type Calendar, makeCalendar } from './calendar.ts'
import { type Product, makeCatalogue } from './catalogue.ts'
import { DAYS, weekdayOf } from './clock.ts'
import { drawInstant } from './hours.ts'
import { type Draft, type Order, placeOrder } from './orders.ts'
import { DEMAND, SEED, SPENDING } from './parameters.ts'
import { type Person, type Source, makePeople, tasteFactors } from './people.ts'
import { type Prices, makePrices } from './prices.ts'
import { type Random, makeRandom } from './random.ts'
import { type Stockout, makeStockouts } from './stockouts.ts'

/** Everything that happened in the shop, and the truth behind it. */
export type Shop = {
  readonly seed: number
  readonly products: readonly Product[]
  readonly prices: Prices
  readonly stockouts: readonly Stockout[]
  readonly crazes: readonly Craze[]
  readonly pulls: readonly Pull[]
  readonly appeal: Appeal
  readonly calendar: Calendar
  readonly buyers: readonly Buyer[]
  /** Buyers first, in the order of `buyers`, then subscribers who never bought. */
  readonly people: readonly Person[]
  /** By time. */
  readonly orders: readonly Order[]
}

const SUBSCRIBERS = 310
/** Chance that a customer buys where they always do. */
const HABIT = 0.88

type Visit = { readonly person: Person | undefined; readonly isFirst: boolean }

const visitsByDay = (buyers: readonly Buyer[], people: readonly Person[]): Visit[][] => {
  const visits: Visit[][] = Array.from({ length: DAYS }, () => [])
  for (const buyer of buyers) {
    buyer.days.forEach((day, i) => visits[day]?.push({ person: people[buyer.id], isFirst: i === 0 }))
  }
  return visits
}

/** People without a name come to the counter, which is closed on Sundays. */
const anonymousVisits = (random: Random, demand: number, day: number): Visit[] =>
  weekdayOf(day) === 6
    ? []
    : Array.from({ length: random.poisson((demand * DEMAND.anonymous * 7) / 6) }, () => ({
        person: undefined,
        isFirst: false,
      }))

const sourceOf = (random: Random, person: Person | undefined, day: number): Source => {
  if (!person) return 'pos'
  const source = random.chance(HABIT) ? person.source : 'web'
  return source === 'pos' && weekdayOf(day) === 6 ? 'web' : source
}

/** Cents to be spent, by the Gamma-Gamma law. */
const budgetOf = (random: Random, person: Person | undefined): number =>
  100 * random.gamma(SPENDING.p, person?.nu ?? random.gamma(SPENDING.q, SPENDING.gamma))

type Stage = Pick<Shop, 'products' | 'prices' | 'appeal'> & {
  readonly pulls: ReadonlyMap<number, readonly Pull[]>
  readonly factors: readonly ReadonlyMap<string, number>[]
}

/** One shelf for each taste. */
const stockShelves = ({ products, prices, appeal, pulls, factors }: Stage, day: number): Shelf[] =>
  factors.map((factor) => {
    const weights = appeal.weights[day] ?? new Float64Array()
    let sum = 0
    const sums = weights.map(
      (weight, i) => (sum += weight * (factor.get(products[i]?.category.name ?? '') ?? 1)),
    )
    return { day, products, prices, pulls, sums, weights }
  })

const ordersOf = (random: Random, stage: Stage, visits: readonly Visit[], day: number): Order[] => {
  const shelves = stockShelves(stage, day)
  const drafts = visits.map(({ person, isFirst }): Draft => {
    const source = sourceOf(random, person, day)
    const shelf = shelves[person?.taste ?? random.integer(0, shelves.length - 1)] as Shelf
    const basket = fillBasket(random, shelf, budgetOf(random, person))
    return { instant: drawInstant(random, day, source === 'pos'), day, person, source, isFirst, basket }
  })
  return drafts.sort((a, b) => a.instant - b.instant).map((draft) => placeOrder(random, draft))
}

const groupPulls = (pulls: readonly Pull[]): Map<number, Pull[]> => {
  const groups = new Map<number, Pull[]>()
  for (const pull of pulls) groups.set(pull.from, [...(groups.get(pull.from) ?? []), pull])
  return groups
}

/** Runs the two years of Casa Oliva from a seed. */
export const runShop = (seed: number = SEED): Shop => {
  const stream = (label: string) => makeRandom(seed, label)
  const products = makeCatalogue(stream('catalogue'))
  const prices = makePrices(stream('prices'), products)
  const stockouts = makeStockouts(stream('stockouts'), products)
  const crazes = makeCrazes(stream('crazes'), products)
  const pulls = makePulls(stream('pulls'), products)
  const appeal = makeAppeal(stream('appeal'), products, prices, stockouts, crazes)
  const calendar = makeCalendar(stream('calendar'), appeal.lift)
  const buyers = makeBuyers(stream('buyers'), calendar)
  const people = makePeople(stream('people'), buyers, SUBSCRIBERS)
  const stage = { products, prices, appeal, pulls: groupPulls(pulls), factors: tasteFactors() }
  const random = stream('orders')
  const orders = visitsByDay(buyers, people).flatMap((visits, day) =>
    ordersOf(random, stage, [...visits, ...anonymousVisits(random, calendar.demand[day] ?? 0, day)], day),
  )
  return { seed, products, prices, stockouts, crazes, pulls, appeal, calendar, buyers, people, orders }
}
