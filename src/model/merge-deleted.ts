import type { DatedRecord, Side } from './merge-records.ts'

/** A record that one side of a merge has, and that the other side had and deleted. */
export interface Deleted<Row extends DatedRecord> {
  readonly id: string
  /** Who deleted it. */
  readonly by: Side
  readonly deleted_at: string
  readonly record: Row
  /** Which side counts unless it is said: what is here is never deleted without being asked for. */
  readonly usual: Side
}

/** When each record was deleted, by its id. */
export type Deletions = ReadonlyMap<string, string>

/** An entry of a change history, as far as it tells of a deletion. */
interface Told {
  readonly at?: unknown
  readonly facts?: unknown
}

/** The deletions of which a change history tells, by table. */
export function deletionsIn(history: readonly Told[]): ReadonlyMap<string, Deletions> {
  const tables = new Map<string, Map<string, string>>()
  for (const { at, facts } of history) {
    const { table, id, act } = (facts ?? {}) as Readonly<Record<string, unknown>>
    if (act !== 'removed' || typeof table !== 'string' || typeof id !== 'string') continue
    const known = tables.get(table) ?? new Map<string, string>()
    tables.set(table, known.set(id, String(at)))
  }
  return tables
}

/** Records of one table that one side has deleted and the other has. */
export function mergeDeleted<Row extends DatedRecord>(
  mine: readonly Row[],
  theirs: readonly Row[],
  deleted: { readonly mine: Deletions | undefined; readonly theirs: Deletions | undefined },
): Deleted<Row>[] {
  const only = (rows: readonly Row[], others: readonly Row[]) => {
    const known = new Set(others.map(({ id }) => id))
    return rows.filter(({ id }) => !known.has(id))
  }
  const found = (rows: readonly Row[], by: Side) =>
    rows.flatMap((record): Deleted<Row>[] => {
      const deleted_at = deleted[by]?.get(record.id)
      if (deleted_at === undefined) return []
      const usual = by === 'mine' && record.at > deleted_at ? 'theirs' : 'mine'
      return [{ id: record.id, by, deleted_at, record, usual }]
    })
  return [...found(only(theirs, mine), 'mine'), ...found(only(mine, theirs), 'theirs')]
}
