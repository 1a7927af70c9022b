/** No figure of a viewer file rests on fewer people than this. */
export const LEAST_GROUP = 5

/** What is told of a month, a product, a category or a country. Amounts in major units. */
export interface ViewerRow {
  readonly name: string
  /** Of a product: where it belongs. */
  readonly category?: string | null
  readonly net_sales: number
  readonly orders: number
  readonly units: number
}

/** Rows of a partition of the whole, and what is left of it: the small ones together, never alone. */
export interface ViewerTable {
  readonly rows: readonly ViewerRow[]
  readonly other: { readonly groups: number; readonly net_sales: number; readonly units: number } | null
}

export interface ViewerCohort {
  readonly month: string
  readonly size: number
  /** Share that came again in the month so many after the first; null: too few on either side to be told. */
  readonly cells: readonly (number | null)[]
}

export const VIEWER_TABLES = ['months', 'products', 'categories', 'countries'] as const

/** All that a viewer file holds: aggregates, no row of an order and nobody's key. */
export interface ViewerFigures {
  readonly format: 1
  readonly least_group: number
  readonly currency: string
  readonly time_zone: string
  /** What counts as a sale. */
  readonly preset: string
  readonly first_day: string
  readonly last_day: string
  /** null: rests on too few people, or is not known. */
  readonly metrics: Readonly<Record<string, number | null>>
  readonly months: ViewerTable
  readonly products: ViewerTable
  readonly categories: ViewerTable
  readonly countries: ViewerTable
  readonly cohorts: readonly ViewerCohort[]
}

/** A group before it is decided whether it may be told: how many people stand behind it. */
export interface ViewerGroup extends ViewerRow {
  readonly people: number
}

const byPeople = (a: ViewerGroup, b: ViewerGroup): number => a.people - b.people

const sum = (groups: readonly ViewerGroup[], name: 'net_sales' | 'units'): number =>
  groups.reduce((total, group) => total + group[name], 0)

/** The rest of a partition as one; `scale` is how many digits the currency has. */
export const restOf = (groups: readonly ViewerGroup[], scale: number): ViewerTable['other'] =>
  groups.length === 0
    ? null
    : {
        groups: groups.length,
        net_sales: Number(sum(groups, 'net_sales').toFixed(scale)),
        units: sum(groups, 'units'),
      }

/**
 * Splits a partition of a known total into what may be told and what may not. Where something is too small, the
 * smallest of the others is withheld with it: or the total less all that is told would give the small one away
 * (complementary suppression; Hundepool et al., Statistical Disclosure Control, 2012, ch. 4). Beyond `limit` rows all
 * are withheld.
 */
export function tellable<Group extends ViewerGroup>(
  groups: readonly Group[],
  limit = Number.POSITIVE_INFINITY,
): { readonly told: readonly Group[]; readonly withheld: readonly Group[] } {
  const large = groups
    .filter(({ people }) => people >= LEAST_GROUP)
    .toSorted((a, b) => b.net_sales - a.net_sales)
  const told = large.slice(0, limit)
  const withheld = groups.filter((group) => !told.includes(group))
  if (withheld.length === 0 || withheld.some(({ people }) => people >= LEAST_GROUP)) return { told, withheld }
  const cover = told.toSorted(byPeople)[0]
  if (!cover) return { told, withheld }
  return { told: told.filter((group) => group !== cover), withheld: [...withheld, cover] }
}

/** A count of some out of a known number of people; null when few did, or few did not. */
export const tellableShare = (some: number, all: number): number | null => {
  const hidden = (count: number) => count > 0 && count < LEAST_GROUP
  return all === 0 || hidden(some) || hidden(all - some) ? null : some / all
}
