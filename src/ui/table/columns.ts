import type { JSX } from 'solid-js'
import type { Formats } from '../text/format.ts'
import type { Cell } from './csv.ts'

export interface Column<Row> {
  readonly key: string
  readonly label: string
  /** Plain value: what is sorted and exported. */
  readonly value: (row: Row) => Cell
  /** Text unless told; the others are right-aligned figures. `money` needs `currency`. */
  readonly kind?: 'text' | 'number' | 'money' | 'percent' | 'change' | 'day'
  readonly currency?: string | undefined
  readonly digits?: number
  /** Draws the cell instead of the kind's format. */
  readonly show?: (row: Row) => JSX.Element
  /** Figure of the total row. */
  readonly total?: Cell
  readonly sortable?: boolean
  /** Not shown at first; can be chosen. */
  readonly hidden?: boolean
}

export interface Sort {
  readonly key: string
  readonly descending: boolean
}

export const isFigure = (column: Pick<Column<never>, 'kind'>): boolean =>
  column.kind !== undefined && column.kind !== 'text' && column.kind !== 'day'

/** A value as its column writes it. */
export function formatCell<Row>(column: Column<Row>, value: Cell, format: Formats): string {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'boolean') return value ? '✓' : '–'
  if (column.kind === 'day') return format.day(String(value))
  if (typeof value === 'string') return value
  if (column.kind === 'money') return format.money(value, column.currency ?? 'XXX')
  if (column.kind === 'percent') return format.percent(value, column.digits ?? 1)
  if (column.kind === 'change') return format.change(value)
  return format.number(value, column.digits ?? 0)
}

const compare = (collator: Intl.Collator) => (a: Cell, b: Cell) => {
  if (typeof a === 'string' || typeof b === 'string') return collator.compare(String(a), String(b))
  return Number(a) - Number(b)
}

const missing = (cell: Cell) => cell === null || cell === undefined || cell === ''

/** Rows in the order asked for; what has no value comes last both ways; equals keep their order. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: Sort | undefined,
  locale: string,
): readonly Row[] {
  const column = columns.find((known) => known.key === sort?.key)
  if (!column || !sort) return rows
  const order = compare(new Intl.Collator(locale, { numeric: true, sensitivity: 'base' }))
  return rows
    .map((row) => [column.value(row), row] as const)
    .toSorted(([a], [b]) => {
      if (missing(a) || missing(b)) return Number(missing(a)) - Number(missing(b))
      return sort.descending ? order(b, a) : order(a, b)
    })
    .map(([, row]) => row)
}
