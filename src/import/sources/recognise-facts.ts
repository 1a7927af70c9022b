import type { FactColumns, FactField } from '../fact-fields.ts'
import { FACT_FIELDS } from '../fact-fields.ts'
import { looksLikeDate } from '../date-format.ts'
import { foldHeader } from '../header.ts'
import { looksLikeNumber } from '../number-format.ts'
import type { TableSample } from '../propose-mapping.ts'
import type { FactSource } from './fact-source.ts'
import { FACT_TABLE_SOURCES, KNOWN_FACTS } from './facts.ts'

/** A table of facts and where its columns are. */
export interface SeenFacts {
  readonly source: FactSource
  readonly columns: FactColumns
}

const dateLike = (cell: string): boolean => looksLikeDate(cell) || /^(\d{5}|\d{10}|\d{13})$/.test(cell)

/** Whether a column's cells can be what its header says; an empty column can be anything. */
function agrees(field: FactField, rows: TableSample['rows'], index: number): boolean {
  const cells = rows.map((row) => (row[index] ?? '').trim()).filter((cell) => cell !== '')
  if (cells.length === 0) return true
  const type = FACT_FIELDS[field]
  if (type === 'date') return cells.filter(dateLike).length > cells.length * 0.4
  if (type !== 'number' && type !== 'money') return true
  return (
    cells.filter((cell) => looksLikeNumber(cell) || /^not stocked$/i.test(cell)).length > cells.length * 0.4
  )
}

/** A folded header without its last brackets and without the small words between the others: `fecha del reembolso (EUR)` → `fecha reembolso`. */
const plainName = (name: string): string =>
  name
    .replace(/ ?\([^()]*\)$/, '')
    .replace(/\b(de|del|la|las|el|los|do|da|dos|das|of|the)\b/g, ' ')
    .replace(/ +/g, ' ')
    .trim()

/** Columns of a table that carry a source's fields; each column serves one field. */
function factColumnsOf(source: FactSource, table: Pick<TableSample, 'header' | 'rows'>): FactColumns {
  const folded = table.header.map(foldHeader)
  const plain = folded.map(plainName)
  const taken = new Set<number>()
  const columns = new Map<FactField, number>()
  for (const [field, names] of source.fields) {
    for (const name of names) {
      const isFree = (at: number) => !taken.has(at) && agrees(field, table.rows, at)
      const exact = folded.findIndex((header, at) => header === name && isFree(at))
      const index =
        exact === -1 ? plain.findIndex((header, at) => header === plainName(name) && isFree(at)) : exact
      if (index === -1) continue
      columns.set(field, index)
      taken.add(index)
      break
    }
  }
  return columns
}

function fits(source: FactSource, table: TableSample, fileName: string): SeenFacts | null {
  const folded = table.header.map(foldHeader)
  if (source.not?.some((name) => folded.includes(name))) return null
  if (source.words && ![...folded, foldHeader(fileName)].some((text) => source.words?.test(text))) return null
  const columns = factColumnsOf(source, table)
  const met = source.needs.every((some) => some.some((field) => columns.has(field)))
  return met ? { source, columns } : null
}

const firstOf = (sources: readonly FactSource[], table: TableSample, fileName: string): SeenFacts | null => {
  for (const source of sources) {
    const seen = fits(source, table, fileName)
    if (seen) return seen
  }
  return null
}

/** The layout of facts that is sure by its header, or null. */
export const recogniseKnownFacts = (table: TableSample, fileName: string): SeenFacts | null =>
  firstOf(KNOWN_FACTS, table, fileName)

/** The kind of facts that a table of no known layout holds, or null: then it may be sales. */
export const recogniseFactTable = (table: TableSample, fileName: string): SeenFacts | null =>
  firstOf(FACT_TABLE_SOURCES, table, fileName)

/** Columns of a table that the user says is of that source: those by name, and over them those chosen (field → column, '' for none). */
export function chosenFactColumns(
  source: FactSource,
  table: Pick<TableSample, 'header' | 'rows'> & { readonly columns: readonly string[] },
  chosen: Readonly<Record<string, string>> = {},
): FactColumns {
  const columns = new Map(factColumnsOf(source, table))
  for (const [field, column] of Object.entries(chosen)) {
    if (!source.fields.has(field as FactField)) continue
    const index = table.columns.indexOf(column)
    if (index === -1) columns.delete(field as FactField)
    else columns.set(field as FactField, index)
  }
  return columns
}

/** Fields that a table of the source must have and has not, one of each group. */
export const lackingFields = ({ source, columns }: SeenFacts): readonly (readonly FactField[])[] =>
  source.needs.filter((some) => !some.some((field) => columns.has(field)))

/** A source of facts by its name: what the user says that a file is. */
export const factSourceNamed = (name: string): FactSource | undefined =>
  [...KNOWN_FACTS, ...FACT_TABLE_SOURCES].find((source) => source.name === name)
