import type { CellField } from '../fields.ts'
import type { FileKind } from '../../model/preview.ts'
import type { OrderState } from '../../model/definitions.ts'
import type { TableSet } from './companion.ts'
import type { DateOrder, KindRule } from '../../model/reading.ts'

/** A layout that is known by its header. Headers are folded (`foldHeader`). */
export interface Source {
  readonly name: string
  readonly kind: FileKind
  /** Each entry must be met by one of its alternatives. */
  readonly must: readonly (readonly string[])[]
  /** Field → headers that may carry it, the preferred first. */
  readonly fields: ReadonlyMap<string, readonly string[]>
}

/** What reshaping may know of the file at hand. */
export interface ShapedFile {
  /** Whether a field of the source (or a group) has a column in this file. */
  readonly has: (field: string) => boolean
  /** Today, 'YYYY-MM-DD'. */
  readonly asOf: string
  readonly delimiter: string
  /** SQL: whether a text of the file's statuses means one of some states. */
  readonly means: (text: string, ...states: readonly OrderState[]) => string
}

/**
 * How the records of a layout become order lines, where it is not one record a line with its amounts in the cells. All texts
 * are expressions of DuckDB's SQL over `rows`: one row a record, a text column for each field of the source (null where the
 * file has none), a list of texts for each group, and `origin`, the number of the record. Expressions may use the macros of
 * `query/staging/macros.ts`.
 */
export interface Reshape {
  /** Records that are no data of orders (footers, totals, other documents): left out, counted under a code. */
  readonly drop?: readonly { readonly code: string; readonly when: string }[]
  /** SELECT over `rows` that gives the order lines, with `origin` and, where a record makes several, `item` (its place). */
  readonly lines?: string
  /** Field of a line → expression over `lines`. Fields of the source that are fields of a line go through untouched; null takes one away. */
  readonly fields: Readonly<Partial<Record<CellField, string | null>>>
  /** Amounts that stand once per order, where that depends on the file; else the source's. */
  readonly perOrder?: readonly CellField[]
  /** Things worth telling: code → condition over `lines`. */
  readonly tell?: Readonly<Record<string, string>>
  /** What the tables of the set have and no line takes: told under a code; FROM and WHERE over them and `rows`. */
  readonly left?: { readonly code: string; readonly from: string }
}

/** A layout of orders, with what its rows mean. */
export interface OrderSource extends Source {
  readonly kind: 'orders'
  readonly rules: readonly KindRule[]
  /** Amounts of these fields stand once per order, not per line. */
  readonly perOrder: readonly CellField[]
  /** Orders whose id starts so are documents that give goods back, or adjustments of accounts. */
  readonly returnPrefix?: string
  readonly otherPrefix?: string
  /** Currencies to offer first when the file names none. */
  readonly currencies: readonly string[]
  /** The currency of all files of this layout. */
  readonly currency?: string
  /** Field whose texts name the currency where lines are put together from several records. */
  readonly currencyField?: string
  /** One line of no product per order: a file of the same drop that has the order's lines goes before it. */
  readonly summary?: boolean
  /** What a plain `$` is: pattern of the texts of `zoneField` (or of nothing) → currency. */
  readonly dollars?: readonly (readonly [RegExp, string])[]
  /** Rows without price and customer are corrections of stock. */
  readonly stockRows: boolean
  /** Rows without product and price carry nothing but cells of their order. */
  readonly orderRows?: boolean
  /** Statuses of these states make no revenue; default: those of test orders. */
  readonly excluded?: readonly OrderState[]
  /** Statuses (`statusKey`) that do, though their state is one of those. */
  readonly counted?: readonly string[]
  /** The platform's own decimal mark and order of day and month, where the cells leave it open. */
  readonly decimal?: '.' | ','
  readonly dateOrder?: DateOrder
  /** Instants are in UTC, which says nothing of the shop's zone. */
  readonly isUtc?: boolean
  /** Field with the name of the zone that the dates are in. */
  readonly zoneField?: string
  /** Tab separated files of this layout do not quote: a quote is a letter. */
  readonly tabsUnquoted?: boolean
  /** Columns whose number varies (`line_item_1`, `line_item_2` …): name → pattern of the folded header with the number as its group. */
  readonly groups?: ReadonlyMap<string, RegExp>
  /** Text of a record that ends the file and is no row (`3 record(s) downloaded`). */
  readonly footer?: RegExp
  /** Tables that lie beside it in the drop and are looked up when its lines are made. */
  readonly set?: TableSet
  readonly reshape?: (file: ShapedFile) => Reshape
}
