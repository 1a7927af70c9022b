/** Rows by a key of theirs, in the order in which keys and rows come. */
export function groupedBy<Row, Key>(
  rows: Iterable<Row>,
  keyOf: (row: Row) => Key,
): ReadonlyMap<Key, readonly Row[]> {
  const groups = new Map<Key, Row[]>()
  for (const row of rows) {
    const own = groups.get(keyOf(row)) ?? []
    groups.set(keyOf(row), own)
    own.push(row)
  }
  return groups
}
