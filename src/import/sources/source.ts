import type { CellField } from '../fields.ts'
import type { FileKind } from '../../model/preview.ts'
import type { KindRule } from '../../model/reading.ts'

/** A layout that is known by its header. Headers are folded (`foldHeader`). */
export interface Source {
  readonly name: string
  readonly kind: FileKind
  /** Each entry must be met by one of its alternatives. */
  readonly must: readonly (readonly string[])[]
  /** Field → headers that may carry it, the preferred first. */
  readonly fields: ReadonlyMap<string, readonly string[]>
}

/** A layout of orders, with what its rows mean. */
export interface OrderSource extends Source {
  readonly kind: 'orders'
  readonly fields: ReadonlyMap<CellField, readonly string[]>
  readonly rules: readonly KindRule[]
  /** Amounts of these fields stand once per order, not per line. */
  readonly perOrder: readonly CellField[]
  /** Orders whose id starts so are documents that give goods back, or adjustments of accounts. */
  readonly returnPrefix?: string
  readonly otherPrefix?: string
  /** Currencies to offer first when the file names none. */
  readonly currencies: readonly string[]
  /** Rows without price and customer are corrections of stock. */
  readonly stockRows: boolean
}
