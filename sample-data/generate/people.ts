import type { Buyer } from './buyers.ts'
import { CATEGORIES } from './categories.ts'
import { NAMES, PLACES, type Tongue } from './names.ts'
import { COUNTRIES, type Country, SPENDING } from './parameters.ts'
import type { Random } from './random.ts'

/** Where an order comes in, as Shopify's `Source`. */
export type Source = 'web' | 'instagram' | 'pos' | 'marketplace' | 'shopify_draft_order'

/** A customer as the merchant knows one, and the hidden traits that make the baskets. */
export type Person = {
  readonly id: number
  readonly given: string
  readonly family: string
  readonly email: string
  readonly tongue: Tongue
  readonly country: Country
  readonly city: string
  readonly zip: string
  readonly province: string
  readonly provinceName: string
  readonly street: string
  readonly door: string
  readonly marketing: boolean
  readonly source: Source
  /** Index into TASTES. */
  readonly taste: number
  /** Gamma-Gamma rate: this customer's mean order is p / nu euros. */
  readonly nu: number
}

/** Kinds of customer: share, and how much more they want of some categories. */
const TASTES: readonly { name: string; share: number; likes: Readonly<Record<string, number>> }[] = [
  { name: 'The table', share: 0.28, likes: { Mesa: 3, Cocina: 2.2, 'Velas y aromas': 0.5, Baño: 0.4 } },
  { name: 'Soft things', share: 0.2, likes: { Textil: 3.5, Baño: 2.5, Cocina: 0.5, Mesa: 0.5 } },
  { name: 'The look of a room', share: 0.22, likes: { Decoración: 3, Textil: 1.3, Cocina: 0.4 } },
  { name: 'Presents', share: 0.2, likes: { 'Velas y aromas': 3, Regalos: 4, Navidad: 2, Textil: 0.4 } },
  { name: 'Out of doors', share: 0.1, likes: { 'Jardín y terraza': 3.5, Decoración: 1.5, Cocina: 0.7 } },
]

/** Factor of a taste for each category, scaled so that all tastes together leave the category shares alone. */
export const tasteFactors = (): Map<string, number>[] => {
  const liking = (taste: (typeof TASTES)[number], category: string) => taste.likes[category] ?? 1
  return TASTES.map(
    (taste) =>
      new Map(
        CATEGORIES.map(({ name }) => [
          name,
          liking(taste, name) / TASTES.reduce((sum, each) => sum + each.share * liking(each, name), 0),
        ]),
      ),
  )
}

const SOURCES: readonly [Source, number][] = [
  ['web', 0.7],
  ['instagram', 0.12],
  ['marketplace', 0.1],
  ['pos', 0.06],
  ['shopify_draft_order', 0.02],
]

const tongueOf = (random: Random, country: Country): Tongue => {
  if (country === 'ES') return random.chance(0.11) ? 'en' : 'es'
  if (random.chance(0.06)) return 'en'
  return country === 'PT' ? 'pt' : country === 'FR' ? 'fr' : 'de'
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase()

const address = (random: Random, country: Country) => {
  const { streets, digits, cities } = PLACES[country]
  const city = cities[random.weighted(cities.map(({ weight }) => weight))] ?? cities[0]!
  const rest = digits - city.zip.length
  const zip = city.zip + String(random.integer(1, 10 ** rest - 1)).padStart(rest, '0')
  const street = random.pick(streets)
  const number = random.integer(1, 120)
  return {
    city: city.name,
    zip: country === 'PT' ? `${zip}-${random.integer(100, 499)}` : zip,
    province: city.province,
    provinceName: city.provinceName,
    street: country === 'FR' ? `${number} ${street}` : `${street} ${number}`,
    door:
      random.chance(0.4) && country === 'ES'
        ? `${random.integer(1, 6)}º ${random.pick(['A', 'B', 'C'])}`
        : '',
  }
}

const sourceOf = (random: Random, country: Country): Source => {
  const source = SOURCES[random.weighted(SOURCES.map(([, share]) => share))]?.[0] ?? 'web'
  return source === 'pos' && country !== 'ES' ? 'web' : source
}

const makePerson = (random: Random, id: number, mails: Map<string, number>): Person => {
  const codes = Object.keys(COUNTRIES) as Country[]
  const country = codes[random.weighted(codes.map((code) => COUNTRIES[code].share))] ?? 'ES'
  const tongue = tongueOf(random, country)
  const given = random.pick(NAMES[tongue].given)
  const family =
    tongue === 'es' && random.chance(0.5)
      ? `${random.pick(NAMES.es.family)} ${random.pick(NAMES.es.family)}`
      : random.pick(NAMES[tongue].family)
  const mailbox = `${plain(given)}.${plain(family.split(' ')[0] ?? '')}`
  const count = (mails.get(mailbox) ?? 0) + 1
  mails.set(mailbox, count)
  return {
    id,
    given,
    family,
    email: `${mailbox}${count > 1 ? count : ''}@example.${count % 3 === 2 ? 'org' : 'com'}`,
    tongue,
    country,
    ...address(random, country),
    marketing: random.chance(0.56),
    source: sourceOf(random, country),
    taste: random.weighted(TASTES.map(({ share }) => share)),
    nu: random.gamma(SPENDING.q, SPENDING.gamma),
  }
}

/** One person for each buyer, then `subscribers` who never bought. */
export const makePeople = (random: Random, buyers: readonly Buyer[], subscribers: number): Person[] => {
  const mails = new Map<string, number>()
  return Array.from({ length: buyers.length + subscribers }, (_, id) => makePerson(random, id, mails))
}
