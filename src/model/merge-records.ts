/** A record of two workspaces, or of a workspace and a file that went out from it. */
export interface DatedRecord {
  readonly id: string
  readonly at: string
  readonly data: Readonly<Record<string, unknown>>
}

export type Side = 'mine' | 'theirs'

/** The same record, changed on both sides: which of the two is newer. */
export interface Conflict<Row extends DatedRecord> {
  readonly id: string
  readonly mine: Row
  readonly theirs: Row
  readonly newer: Side
  /** What of theirs is not in dispute, and is kept where mine counts. */
  readonly rest?: Row | undefined
}

export interface RecordMerge<Row extends DatedRecord> {
  readonly added: readonly Row[]
  readonly conflicts: readonly Conflict<Row>[]
  readonly same: number
}

/** JSON that is the same for the same content, whatever the order of its keys. */
const plain = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )

/**
 * Holds the records of a file against those that are there, by id: new ones, equal ones, and those that differ. A field
 * named `aside` says nothing of a record's content: where two differ in it alone, they are equal.
 */
export function mergeRecords<Row extends DatedRecord>(
  mine: readonly Row[],
  theirs: readonly Row[],
  aside?: string,
): RecordMerge<Row> {
  const content = ({ data }: Row): string => plain(aside ? { ...data, [aside]: null } : data)
  const own = new Map(mine.map((row) => [row.id, row]))
  const known = theirs.flatMap((row) => {
    const there = own.get(row.id)
    return there ? [{ id: row.id, mine: there, theirs: row }] : []
  })
  const conflicts = known
    .filter((pair) => content(pair.mine) !== content(pair.theirs))
    .map((pair) => ({
      ...pair,
      newer: pair.theirs.at > pair.mine.at ? ('theirs' as const) : ('mine' as const),
    }))
  const added = theirs.filter(({ id }) => !own.has(id))
  return { added, conflicts, same: known.length - conflicts.length }
}
