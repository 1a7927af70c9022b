import { hex } from '../model/hex.ts'
import type { Columns } from './statement.ts'

/** The little of an Arrow table that is read here, so that nothing else needs the package. */
export interface ResultTable {
  readonly numRows: number
  readonly schema: { readonly fields: readonly { readonly name: string; readonly type: unknown }[] }
  getChildAt(index: number): { get(row: number): unknown; toArray?(): unknown } | null
}

const isBag = (value: unknown): value is { toJSON(): unknown } =>
  typeof value === 'object' && value !== null && 'toJSON' in value && typeof value.toJSON === 'function'

/** Decimals come as doubles: 15 digits are what both hold. */
const withoutNoise = (value: number): number => Number(value.toPrecision(15))

const plain = (value: unknown): unknown => {
  if (typeof value === 'bigint') return Number(value)
  if (typeof value === 'number') return Number.isInteger(value) ? value : withoutNoise(value)
  if (value instanceof Uint8Array) return `\\x${hex(value)}`
  return isBag(value) ? value.toJSON() : value
}

const isoOf = (type: string) => (value: unknown) => {
  if (typeof value !== 'number') return plain(value)
  const text = new Date(value).toISOString()
  return type.startsWith('Date') ? text.slice(0, 10) : text
}

const readerOf = (type: string) => (/^(Date|Timestamp)/.test(type) ? isoOf(type) : plain)

/** Rows as arrays of plain JSON values; days as YYYY-MM-DD and instants as ISO 8601 in UTC. */
export function tableRows(table: ResultTable, limit = table.numRows): unknown[][] {
  const columns = table.schema.fields.map((field, index) => ({
    read: readerOf(String(field.type)),
    vector: table.getChildAt(index),
  }))
  return Array.from({ length: Math.min(limit, table.numRows) }, (_, row) =>
    columns.map(({ read, vector }) => read(vector?.get(row) ?? null)),
  )
}

/** Rows as objects keyed by column name. */
export function tableObjects<Row>(table: ResultTable): Row[] {
  const names = table.schema.fields.map((field) => field.name)
  return tableRows(table).map(
    (row) => Object.fromEntries(row.map((value, index) => [names[index], value])) as Row,
  )
}

const numbersOf = (
  vector: ReturnType<ResultTable['getChildAt']>,
  rows: number,
): Float64Array<ArrayBuffer> => {
  const array = vector?.toArray?.()
  if (array instanceof Float64Array) return new Float64Array(array)
  return Float64Array.from({ length: rows }, (_, row) => Number(vector?.get(row) ?? Number.NaN))
}

/** Columns of DOUBLEs by name, as copies of their own. */
export function tableColumns<Name extends string>(table: ResultTable, names: readonly Name[]): Columns<Name> {
  const fields = table.schema.fields.map(({ name }) => name)
  return Object.fromEntries(
    names.map((name) => [name, numbersOf(table.getChildAt(fields.indexOf(name)), table.numRows)]),
  ) as Columns<Name>
}
