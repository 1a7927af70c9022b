import { DAYS, dateOf, localDay } from './clock.ts'
import { type Cells, writeCsv } from './csv.ts'
import type { Order, OrderLine } from './orders.ts'
import type { Person } from './people.ts'
import { makeRandom, type Random } from './random.ts'
import { type Mood, PHRASES, type Phrases } from './review-words.ts'
import type { Shop } from './shop.ts'

const REVIEWS_HEADER =
  'product_handle,product_title,review_date,rating,title,body,reviewer_name,reviewer_email'.split(',')

/** Chance that a line that was sent is reviewed; goods that came back are reviewed more often. */
const REVIEWED = { kept: 0.043, returned: 0.09 }

const moodOf = (rating: number): Mood => (rating >= 4 ? 'good' : rating === 3 ? 'mixed' : 'bad')

/** One to five: the product's own quality, the buyer's humour, and whether it came back. */
const rate = (random: Random, { product, returned }: OrderLine): number =>
  Math.max(1, Math.min(5, Math.round(product.quality + random.normal(0, 0.85) - (returned ? 1.9 : 0))))

const aspectsOf = (random: Random, phrases: Phrases, mood: Mood, category: string): string[] => {
  const special = phrases.special[category]
  const chosen = random.shuffle(phrases.aspects).slice(0, random.integer(0, 2))
  const all = special && random.chance(0.5) ? [special, ...chosen] : chosen
  const goodness = { good: 0.93, mixed: 0.5, bad: 0.1 }[mood]
  return all.map((aspect) => random.pick(random.chance(goodness) ? aspect.good : aspect.bad))
}

const compose = (random: Random, phrases: Phrases, mood: Mood, category: string): string =>
  [
    random.pick(phrases.openings[mood]),
    ...aspectsOf(random, phrases, mood, category),
    ...(random.chance(0.4) ? [random.pick(phrases.endings[mood])] : []),
  ]
    .join(' ')
    .replace(/\s+/g, ' ')

const reviewCells = (random: Random, line: OrderLine, person: Person, day: number): Cells => {
  const spanish = person.tongue === 'es' || (person.tongue === 'pt' && random.chance(0.5))
  const phrases = PHRASES[spanish ? 'es' : 'en']
  const rating = rate(random, line)
  const mood = moodOf(rating)
  return {
    product_handle: line.product.handle,
    product_title: line.product.title,
    review_date: dateOf(day),
    rating,
    title: random.chance(0.7) ? random.pick(phrases.titles[mood]) : '',
    body: compose(random, phrases, mood, line.product.category.name),
    reviewer_name: `${person.given} ${person.family[0]}.`,
    reviewer_email: person.email,
  }
}

const reviewsOf = (random: Random, { lines, person, fulfilledAt }: Order): { day: number; cells: Cells }[] =>
  lines.flatMap((line) => {
    const day = localDay(fulfilledAt ?? Number.MAX_SAFE_INTEGER / 1000) + random.integer(4, 32)
    if (!person || !fulfilledAt || day >= DAYS) return []
    if (!random.chance(line.returned ? REVIEWED.returned : REVIEWED.kept)) return []
    return [{ day, cells: reviewCells(random, line, person, day) }]
  })

/** `reviews.csv`: what buyers wrote, in Spanish or English, oldest first. */
export const writeReviews = (shop: Shop): { text: string; rows: number } => {
  const random = makeRandom(shop.seed, 'reviews')
  const reviews = shop.orders.flatMap((order) => reviewsOf(random, order)).sort((a, b) => a.day - b.day)
  return writeCsv(
    REVIEWS_HEADER,
    reviews.map(({ cells }) => cells),
  )
}
