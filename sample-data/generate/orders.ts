import type { BasketLine } from './basket.ts'
import { EXPORTED_AT } from './clock.ts'
import { AFTERMATH, COUNTRIES, type Country } from './parameters.ts'
import type { Person, Source } from './people.ts'
import { CODES, isOn } from './promotions.ts'
import type { Random } from './random.ts'

export type OrderLine = BasketLine & {
  /** Cents taken off the line at the counter. */
  readonly discount: number
  readonly returned: boolean
}

export type Status = 'paid' | 'pending' | 'refunded' | 'partially_refunded' | 'voided'

/** An order as Shopify exports it; money in cents, instants in UTC milliseconds. */
export type Order = {
  readonly instant: number
  readonly day: number
  /** Absent when the counter took no name. */
  readonly person: Person | undefined
  readonly source: Source
  readonly lines: readonly OrderLine[]
  readonly code: string
  /** Off the whole order, by its code and at the counter. */
  readonly discount: number
  readonly subtotal: number
  readonly shipping: number
  readonly express: boolean
  readonly taxes: number
  readonly total: number
  readonly refunded: number
  readonly status: Status
  readonly payment: string
  readonly cancelledAt: number | undefined
  readonly fulfilledAt: number | undefined
  readonly country: Country
}

/** What is known of an order before money is counted. */
export type Draft = Pick<Order, 'instant' | 'day' | 'person' | 'source'> & {
  readonly isFirst: boolean
  readonly basket: readonly BasketLine[]
}

const HOUR = 3_600_000

const chooseCode = (random: Random, { day, source, isFirst }: Draft) =>
  source === 'pos' || source === 'marketplace'
    ? undefined
    : CODES.find(
        (code) =>
          isOn(code, day) &&
          (code.who === 'all' || (code.who === 'new' ? isFirst : source === 'instagram')) &&
          random.chance(code.uptake),
      )

const choosePayment = (random: Random, source: Source, country: Country): string => {
  if (source === 'pos') return random.chance(0.3) ? 'cash' : 'Shopify Payments'
  if (source === 'marketplace') return 'Marketplace'
  if (source === 'shopify_draft_order') return 'Transferencia bancaria'
  if (country === 'ES' && random.chance(0.16)) return 'Bizum'
  return random.chance(0.22) ? 'PayPal Express Checkout' : 'Shopify Payments'
}

const toLines = (random: Random, { basket, source }: Draft): OrderLine[] =>
  basket.map((line) => ({
    ...line,
    discount: source === 'pos' && random.chance(0.12) ? Math.round(line.price * line.quantity * 0.1) : 0,
    returned: random.chance(line.product.category.returned),
  }))

const chooseShipping = (random: Random, draft: Draft, country: Country, subtotal: number) => {
  if (draft.source === 'pos') return { shipping: 0, express: false }
  const { shipping, freeFrom } = COUNTRIES[country]
  const express = random.chance(0.07)
  return { shipping: (subtotal >= freeFrom ? 0 : shipping) + (express ? 400 : 0), express }
}

type Money = Pick<Order, 'lines' | 'discount' | 'subtotal' | 'taxes' | 'total' | 'country'>

/** Value of the goods that come back, with their tax and less their part of the discount. */
const returnedValue = ({ lines, subtotal, country }: Money): number => {
  const gross = lines.reduce((sum, line) => sum + line.price * line.quantity, 0)
  const back = lines.reduce((sum, line) => (line.returned ? sum + line.price * line.quantity : sum), 0)
  return Math.round((back / gross) * subtotal * (1 + COUNTRIES[country].vat))
}

type Fate = Pick<Order, 'refunded' | 'status' | 'cancelledAt' | 'fulfilledAt'>

const cancel = (random: Random, instant: number, total: number): Fate | undefined => {
  const cancelledAt = instant + Math.round((1 + 40 * random.uniform()) * HOUR)
  if (cancelledAt > EXPORTED_AT) return undefined
  const captured = random.chance(0.6)
  return {
    refunded: captured ? total : 0,
    status: captured ? 'refunded' : 'voided',
    cancelledAt,
    fulfilledAt: undefined,
  }
}

const decideFate = (random: Random, draft: Draft, payment: string, money: Money): Fate => {
  const { instant, source } = draft
  if (source !== 'pos' && random.chance(AFTERMATH.cancelled)) {
    const fate = cancel(random, instant, money.total)
    if (fate) return fate
  }
  const sent = source === 'pos' ? instant + 3000 : instant + Math.round((14 + 40 * random.uniform()) * HOUR)
  const fulfilledAt = sent < EXPORTED_AT ? sent : undefined
  const { shape, rate } = AFTERMATH.refundDays
  const refundedAt = instant + 24 * HOUR * (3 + random.gamma(shape, rate))
  const refunded = refundedAt < EXPORTED_AT ? returnedValue(money) : 0
  const waits = payment === 'Transferencia bancaria' && EXPORTED_AT - instant < 5 * 24 * HOUR
  const status =
    refunded === 0
      ? waits
        ? 'pending'
        : 'paid'
      : refunded === money.total
        ? 'refunded'
        : 'partially_refunded'
  return {
    refunded: waits ? 0 : refunded,
    status: waits ? 'pending' : status,
    cancelledAt: undefined,
    fulfilledAt,
  }
}

/** Counts an order's money and decides what becomes of it: Total = Subtotal + Shipping + Taxes, to the cent. */
export const placeOrder = (random: Random, draft: Draft): Order => {
  const country = draft.person?.country ?? 'ES'
  const lines = toLines(random, draft)
  const gross = lines.reduce((sum, line) => sum + line.price * line.quantity, 0)
  const atCounter = lines.reduce((sum, line) => sum + line.discount, 0)
  const code = chooseCode(random, draft)
  const discount = atCounter + Math.round(((gross - atCounter) * (code?.percent ?? 0)) / 100)
  const subtotal = gross - discount
  const delivery = chooseShipping(random, draft, country, subtotal)
  const taxes = Math.round((subtotal + delivery.shipping) * COUNTRIES[country].vat)
  const total = subtotal + delivery.shipping + taxes
  const payment = choosePayment(random, draft.source, country)
  const fate = decideFate(random, draft, payment, { lines, discount, subtotal, taxes, total, country })
  const { instant, day, person, source } = draft
  const bill = { discount, subtotal, ...delivery, taxes, total }
  return { instant, day, person, source, lines, code: code?.code ?? '', ...bill, ...fate, payment, country }
}
