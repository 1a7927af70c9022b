import type { FileKind } from '../../model/preview.ts'
import { foldHeader } from '../header.ts'

/**
 * A table of a set whose order lines stand in another of its files: orders beside items, people, products, translations. It
 * brings no rows by itself, it is looked up when the lines are read, as the table `tableName` of texts.
 */
export interface CompanionTable {
  readonly name: string
  readonly kind: FileKind
  /** Columns of the table that is looked up → folded headers that may carry them, each needed. None: nothing of it is used. */
  readonly columns: Readonly<Record<string, readonly string[]>>
  /** Further headers by which it is known. */
  readonly must?: readonly string[]
}

/** A table that is one of a set, and the name of the layout of lines that it belongs to. */
export interface SeenCompanion {
  readonly table: CompanionTable
  readonly of: string
}

/** A set of tables: what its order lines need, and what they take when it is there. */
export interface TableSet {
  readonly needs: readonly CompanionTable[]
  readonly takes: readonly CompanionTable[]
}

export const companionsOf = ({ needs, takes }: TableSet): readonly CompanionTable[] => [...needs, ...takes]

/** Where the texts of a companion stand for the expressions of the lines. */
export const tableName = ({ name }: CompanionTable): string => `stage.set_${name}`

/** Indices of a companion's columns in a header, or null where it is another table. */
export function companionColumns(
  { columns, must = [] }: CompanionTable,
  header: readonly string[],
): ReadonlyMap<string, number> | null {
  const folded = header.map(foldHeader)
  const found = new Map(
    Object.entries(columns).map(
      ([column, names]) => [column, folded.findIndex((name) => names.includes(name))] as const,
    ),
  )
  const isIt =
    [...found.values()].every((index) => index !== -1) && must.every((name) => folded.includes(name))
  return isIt ? found : null
}
