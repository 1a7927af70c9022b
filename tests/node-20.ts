interface Grouping {
  groupBy?: (
    items: Iterable<unknown>,
    key: (item: unknown, index: number) => unknown,
  ) => Map<unknown, unknown[]>
}

const groupBy: Grouping['groupBy'] = (items, key) => {
  const groups = new Map<unknown, unknown[]>()
  let index = 0
  for (const item of items) {
    const name = key(item, index)
    groups.set(name, [...(groups.get(name) ?? []), item])
    index += 1
  }
  return groups
}

/** Vitest 5 calls Map.groupBy to print a failed test, which Node 20 does not have: without it the reason is lost. */
export function completeNode20(): void {
  const map = Map as Grouping
  map.groupBy ??= groupBy
}
