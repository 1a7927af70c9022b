import type { FileKind } from '../../model/preview.ts'
import type { FactField } from '../fact-fields.ts'
import { list } from '../header.ts'

/** A layout of a table that is no table of orders: stock, refunds, events, reviews, spend, calendar, costs. */
export interface FactSource {
  readonly name: string
  readonly kind: FileKind
  /** Field → folded headers that may carry it, the surest first. */
  readonly fields: ReadonlyMap<FactField, readonly string[]>
  /** Each entry must be met by one of its fields. */
  readonly needs: readonly (readonly FactField[])[]
  /** A table with one of these columns is something else. */
  readonly not?: readonly string[]
  /** Without these words in its name or its headers it is not told from a table of sales. */
  readonly words?: RegExp
  /** Rows whose `type` does not match are of another kind: passed over, with a count. */
  readonly onlyTypes?: RegExp
}

/** `field: header, header` per line. */
export const fieldList = (
  lines: Readonly<Partial<Record<FactField, string>>>,
): ReadonlyMap<FactField, readonly string[]> =>
  new Map(Object.entries(lines).map(([field, names]) => [field as FactField, list(names)]))
