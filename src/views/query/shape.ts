import type { QueryResult } from './data.ts'

const NUMBER = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|FLOAT|DOUBLE|DECIMAL\(\d+,\d+\))$/

/** Whether a column of a result (type as DuckDB names it) holds figures. */
export const isNumber = (type: string): boolean => NUMBER.test(type)

/** Digits after the point that the values of a column need, four at most. */
export function digitsOf(values: readonly unknown[]): number {
  const digits = (value: unknown) => {
    if (typeof value !== 'number' || Number.isInteger(value)) return 0
    return Math.min(4, (String(value).split('.')[1] ?? '').length)
  }
  return values.reduce<number>((most, value) => Math.max(most, digits(value)), 0)
}

export interface BarShape {
  /** Index of the column that names, and of the one that counts. */
  readonly by: number
  readonly value: number
}

/** Columns for bars: the first that is text or day, and the first of figures; null when the result has not both. */
export function barShape({ columns, rows }: Pick<QueryResult, 'columns' | 'rows'>): BarShape | null {
  const by = columns.findIndex(({ type }) => /^(VARCHAR|DATE|TIMESTAMP|ENUM)/.test(type))
  const value = columns.findIndex(({ type }) => isNumber(type))
  if (by < 0 || value < 0 || rows.length < 2) return null
  return rows.every((row) => row[value] === null || typeof row[value] === 'number') ? { by, value } : null
}
