import type { Product } from './catalogue.ts'
import type { Random } from './random.ts'

/** Whoever puts `from` into the basket adds `to` with this chance, if it can be bought and paid. */
export type Pull = { readonly from: number; readonly to: number; readonly chance: number }

const BACKWARDS = 0.6
const PAIRS_PER_RULE = 3

/** Kinds that go together, and how often the second follows the first. */
const RULES: readonly [string, string, number][] = [
  ['Plato llano', 'Plato hondo', 0.4],
  ['Plato hondo', 'Cuenco', 0.22],
  ['Copa de vino', 'Jarra de agua', 0.25],
  ['Mantel', 'Servilletas (juego de 4)', 0.45],
  ['Vela aromática', 'Portavelas', 0.32],
  ['Difusor de varillas', 'Incienso', 0.25],
  ['Tabla de cortar', 'Aceitera', 0.25],
  ['Delantal', 'Paño de cocina', 0.38],
  ['Toalla', 'Jabón', 0.32],
  ['Jabón', 'Jabonera', 0.28],
  ['Funda nórdica', 'Cojín', 0.3],
  ['Jarrón', 'Bandeja', 0.18],
  ['Maceta', 'Regadera', 0.25],
  ['Libreta', 'Tarjeta', 0.35],
  ['Adorno de árbol', 'Belén', 0.2],
]

const best = (random: Random, products: readonly Product[], noun: string): Product[] =>
  random.shuffle(
    products
      .filter(({ kind }) => kind.noun === noun)
      .sort((a, b) => b.popularity - a.popularity)
      .slice(0, PAIRS_PER_RULE + 1),
  )

/** About three pairs for each rule, from its best sellers; each pulls back at 0.6 of its strength. */
export const makePulls = (random: Random, products: readonly Product[]): Pull[] =>
  RULES.flatMap(([first, second, chance]) => {
    const others = best(random, products, second)
    return best(random, products, first)
      .slice(0, PAIRS_PER_RULE)
      .flatMap(({ index: from }, i) => {
        const to = others[i]?.index
        return to === undefined
          ? []
          : [
              { from, to, chance },
              { from: to, to: from, chance: chance * BACKWARDS },
            ]
      })
  })
