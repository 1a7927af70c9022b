import type { MetricName } from '../../model/metric.ts'
import type { Formats } from '../../ui/text/format.ts'

export interface Pair {
  readonly mine: number | null
  readonly theirs: number | null
  /** Mine less theirs; null where they cannot be held against each other. */
  readonly difference: number | null
}

/** The open workspace held against a file. */
export interface Compared {
  readonly currency: string | null
  readonly their_currency: string | null
  readonly empty_there: boolean
  readonly figures: readonly ({ readonly metric: MetricName } & Pair)[]
  readonly months: readonly { readonly month: string; readonly net_sales: Pair }[]
  readonly settings: readonly {
    readonly name: 'currency' | 'time_zone' | 'preset' | 'rates'
    readonly mine: string | null
    readonly theirs: string | null
  }[]
  readonly causes: readonly {
    readonly code: 'only_mine' | 'only_theirs' | 'different' | 'rules'
    readonly orders: number | null
    readonly net_sales: number
  }[]
  readonly same_orders: number
  readonly other_status: number
  readonly orders: readonly {
    readonly order_id: string
    readonly day: string
    readonly mine: number | null
    readonly theirs: number | null
  }[]
}

export type Unit = 'money' | 'number' | 'percent'

/** A line of the comparison: something that both sides have. */
export interface Row extends Pair {
  readonly name: string
  readonly unit: Unit
}

const COUNTED: readonly MetricName[] = [
  'orders',
  'units',
  'customers',
  'new_customers',
  'returning_customers',
  'products_sold',
]

export const unitOf = (metric: MetricName): Unit => {
  if (metric === 'returning_rate' || metric === 'gross_margin') return 'percent'
  return COUNTED.includes(metric) ? 'number' : 'money'
}

/** Whether a line has to be shown: its sides differ, or cannot be held against each other. What is not there and nothing are one. */
export const differs = ({ mine, theirs, difference }: Pair): boolean =>
  difference === null ? (mine ?? 0) !== (theirs ?? 0) : difference !== 0

export interface Currencies {
  readonly mine: string
  readonly theirs: string
}

/** Writes the figures of a comparison: each side in its currency, and a difference, which always has its sign. */
export function pairWriter(format: Formats, currencies: Currencies, points: (n: string) => string) {
  const value = (unit: Unit, amount: number | null, side: keyof Currencies = 'mine'): string => {
    if (unit === 'money') return format.money(amount, currencies[side])
    return unit === 'percent' ? format.percent(amount) : format.number(amount)
  }
  const plain = (unit: Unit, amount: number): string =>
    unit === 'percent' ? points(format.number(amount * 100, 1)) : value(unit, amount)
  return {
    value,
    difference(unit: Unit, amount: number | null): string {
      if (amount === null) return '–'
      const written = plain(unit, amount)
      return amount > 0 && /[1-9]/.test(written) ? `+${written}` : written
    },
  }
}
