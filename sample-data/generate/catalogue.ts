import { CATEGORIES, type Category } from './categories.ts'
import { DAYS, dayOf } from './clock.ts'
import type { Kind } from './kinds.ts'
import type { Random } from './random.ts'

export type Variant = {
  readonly sku: string
  /** Option values, none for a product of one variant. */
  readonly values: readonly string[]
  /** On the product's list price. */
  readonly priceFactor: number
  /** Share of the product's sales. */
  readonly share: number
}

export type Product = {
  readonly index: number
  readonly handle: string
  readonly title: string
  readonly category: Category
  readonly kind: Kind
  readonly collection: string
  readonly vendor: string
  readonly options: readonly string[]
  readonly variants: readonly Variant[]
  /** Cents, before VAT, on day 0. */
  readonly listPrice: number
  /** Cost as a share of the list price; absent where the merchant never entered it. */
  readonly costShare: number | undefined
  /** Share of the shop's demand. */
  readonly popularity: number
  /** First and last day on sale. */
  readonly launched: number
  readonly retired: number
  /** Mean of its ratings before returns are counted in. */
  readonly quality: number
}

const COLLECTIONS =
  `Ronda, Nerja, Baza, Úbeda, Alhama, Mojácar, Vejer, Cazorla, Aracena, Guadix, Tarifa, Priego,
  Níjar, Lucena, Zahara, Frigiliana, Grazalema, Osuna, Carmona, Moguer`.split(/,\s+/)
const VENDORS: Record<string, string[]> = {
  Mesa: ['Casa Oliva', 'Cerámica del Guadalquivir', 'Olaria do Sado', 'Vidrios Mediterráneo'],
  Cocina: ['Casa Oliva', 'Maderas de Cazorla', 'Olaria do Sado', 'Nordlicht Manufaktur'],
  Textil: ['Lino & Sal', 'Atelier Garrigue', 'Casa Oliva'],
  Decoración: ['Taller Esparto', 'Cerámica del Guadalquivir', 'Nordlicht Manufaktur', 'Casa Oliva'],
  'Velas y aromas': ['Cerería Azahar', 'Atelier Garrigue'],
  Baño: ['Jabones La Almazara', 'Lino & Sal', 'Casa Oliva'],
  'Jardín y terraza': ['Olaria do Sado', 'Taller Esparto'],
  Regalos: ['Casa Oliva', 'Jabones La Almazara'],
  Navidad: ['Maderas de Cazorla', 'Casa Oliva'],
}
const WAVES = ['2025-02-17', '2025-05-05', '2025-09-08', '2026-02-16', '2026-05-04', '2026-09-14'].map(dayOf)

const OPTIONS: Record<string, { names: string[]; values: string[][]; factors: number[] }> = {
  colour: { names: ['Color'], values: [['Blanco roto'], ['Terracota'], ['Verde oliva']], factors: [1, 1, 1] },
  size: { names: ['Tamaño'], values: [['Pequeño'], ['Mediano'], ['Grande']], factors: [0.75, 1, 1.4] },
  scent: { names: ['Aroma'], values: [['Higo'], ['Azahar'], ['Lavanda'], ['Romero']], factors: [1, 1, 1, 1] },
  linen: {
    names: ['Medida', 'Color'],
    values: [
      ['140 × 200 cm', 'Blanco roto'],
      ['140 × 200 cm', 'Arena'],
      ['180 × 250 cm', 'Blanco roto'],
      ['180 × 250 cm', 'Arena'],
    ],
    factors: [1, 1, 1.3, 1.3],
  },
}

const slug = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')

/** Prices end in ,50 ,90 or ,95, as the shop's price tags do. */
export const tidyPrice = (cents: number): number => {
  const euros = Math.max(1, Math.round(cents / 100))
  return euros * 100 - (euros < 12 ? 50 : euros < 40 ? 10 : 5)
}

const makeVariants = (random: Random, kind: Kind, sku: string): Pick<Product, 'options' | 'variants'> => {
  const option = OPTIONS[kind.options]
  if (!option || !random.chance(0.38)) {
    return { options: [], variants: [{ sku, values: [], priceFactor: 1, share: 1 }] }
  }
  const weights = option.values.map(() => random.gamma(3, 1))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const variants = option.values.map((values, i) => ({
    sku: `${sku}-${i + 1}`,
    values,
    priceFactor: option.factors[i] ?? 1,
    share: (weights[i] ?? 0) / total,
  }))
  return { options: option.names, variants }
}

const makeLife = (random: Random, christmas: boolean): { launched: number; retired: number } => {
  const kind = christmas ? 0 : random.weighted([0.68, 0.2, 0.12])
  if (kind === 1) return { launched: random.pick(WAVES) + random.integer(0, 5), retired: DAYS - 1 }
  if (kind === 2) return { launched: 0, retired: random.integer(140, 690) }
  return { launched: 0, retired: DAYS - 1 }
}

/** A kind, a material and a village that no other product has yet. */
const nameProduct = (random: Random, category: Category, taken: Set<string>) => {
  for (;;) {
    const kind = random.pick(category.kinds)
    const collection = random.pick(COLLECTIONS)
    const title = `${kind.noun} ${random.pick(kind.materials)} ${collection}`
    if (taken.has(title)) continue
    taken.add(title)
    return { kind, collection, title, handle: slug(title) }
  }
}

const makeCategory = (random: Random, category: Category, first: number): Product[] => {
  const taken = new Set<string>()
  const ranks = random.shuffle(Array.from({ length: category.products }, (_, i) => (i + 1) ** -0.92))
  const total = ranks.reduce((sum, weight) => sum + weight, 0)
  return ranks.map((weight, i) => {
    const named = nameProduct(random, category, taken)
    const { low, high } = named.kind
    const index = first + i
    return {
      index,
      ...named,
      category,
      vendor: random.pick(VENDORS[category.name] ?? ['Casa Oliva']),
      ...makeVariants(random, named.kind, `CO-${category.code}-${String(index + 1).padStart(3, '0')}`),
      listPrice: tidyPrice(100 * (low + (high - low) * random.beta(1.4, 2.2))),
      costShare: random.chance(0.05) ? undefined : 0.3 + 0.28 * random.beta(3, 3),
      popularity: (category.share * weight) / total,
      ...makeLife(random, category.name === 'Navidad'),
      quality: Math.min(4.9, random.normal(4.45, 0.35)),
    }
  })
}

/** The shop's 320 products; popularity follows Zipf's law (exponent 0.92) within each category. */
export const makeCatalogue = (random: Random): Product[] =>
  CATEGORIES.reduce<Product[]>(
    (products, category) => [...products, ...makeCategory(random, category, products.length)],
    [],
  )
