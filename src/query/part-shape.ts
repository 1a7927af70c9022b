import type { Statement } from './statement.ts'
import type { ColumnTypes } from './tables.ts'

/** What a part holds that definitions can change: looked up once, since parts never change. */
export interface PartShape {
  /** Columns of its tables; a part of an older version of the app lacks the newest. */
  readonly columns: { readonly lines: ReadonlySet<string>; readonly orders: ReadonlySet<string> }
  /** States of its lines, and whether lines of that state are left out as the file's platform does it. */
  readonly states: readonly { readonly state: string; readonly excluded: boolean }[]
  readonly giftCards: boolean
  /** It has documents that book a sale back and know the day of the sale. */
  readonly origins: boolean
}

export interface PartColumnRow {
  readonly part: string
  readonly table: 'lines' | 'orders'
  readonly column: string
}

/** Columns of all attached parts. */
export const partColumns = (): Statement<PartColumnRow> => ({
  sql: `SELECT database_name AS part, table_name AS "table", column_name AS "column" FROM duckdb_columns()
    WHERE NOT internal AND table_name IN ('lines', 'orders') AND database_name NOT IN ('memory', 'system', 'temp')`,
  params: [],
})

export interface PartStateRow {
  readonly state: string | null
  readonly kind: string
  readonly origins: number
}

/** Which states and kinds the lines of a part have. */
export const partStates = (alias: string, { lines }: PartShape['columns']): Statement<PartStateRow> => ({
  sql: lines.has('state')
    ? `SELECT state, kind, CAST(count(origin_at) AS DOUBLE) AS origins FROM ${alias}.lines GROUP BY 1, 2`
    : `SELECT CAST(NULL AS VARCHAR) AS state, kind, 0 AS origins FROM ${alias}.lines GROUP BY 2`,
  params: [],
})

/** Puts together what `partStates` found. */
export function partShape(columns: PartShape['columns'], rows: readonly PartStateRow[]): PartShape {
  return {
    columns,
    states: rows.flatMap(({ state, kind }) =>
      state === null ? [] : [{ state, excluded: kind === 'excluded' }],
    ),
    giftCards: rows.some(({ kind }) => kind === 'gift_card'),
    origins: rows.some(({ origins }) => origins > 0),
  }
}

/** Columns of a part's table, in order; what it lacks is null, what is given in `changed` is computed. */
export function partColumnList(
  columns: ColumnTypes,
  present: ReadonlySet<string> | undefined,
  changed: ReadonlyMap<string, string> = new Map(),
): string {
  return Object.entries(columns)
    .map(([name, type]) => {
      const sql = changed.get(name)
      if (sql !== undefined && sql !== name) return `${sql} AS ${name}`
      return !present || present.has(name) ? name : `CAST(NULL AS ${type}) AS ${name}`
    })
    .join(', ')
}
