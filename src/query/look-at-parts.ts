import type { Axes } from '../model/definitions.ts'
import { partColumns, partShape, type PartShape, partStates } from './part-shape.ts'
import type { Runner } from './statement.ts'

/** The columns of all attached parts, by alias. */
async function attachedColumns(engine: Runner): Promise<Map<string, PartShape['columns']>> {
  const found = new Map<string, { lines: Set<string>; orders: Set<string> }>()
  for (const { part, table, column } of await engine.run(partColumns())) {
    const columns = found.get(part) ?? { lines: new Set(), orders: new Set() }
    columns[table].add(column)
    found.set(part, columns)
  }
  return found
}

/** Whether definitions ask for more than the files' own platforms: only then the states in the parts matter. */
const asksStates = (axes: Axes): boolean =>
  axes.gift_cards === 'sale' ||
  Object.values(axes).some((value) => ['count', 'exclude', 'return', 'order'].includes(String(value)))

/**
 * Looks what attached parts hold that definitions can change. `known` keeps what was found, by alias: parts never change.
 * Without definitions only their columns are looked at.
 */
export async function lookAtParts(
  engine: Runner,
  aliases: readonly string[],
  axes: Axes | null,
  known: Map<string, PartShape> = new Map(),
): Promise<ReadonlyMap<string, PartShape>> {
  if (axes && asksStates(axes) && aliases.every((alias) => known.has(alias))) return known
  const columns = await attachedColumns(engine)
  const shapes = new Map<string, PartShape>()
  for (const alias of aliases) {
    const own = columns.get(alias)
    if (!own) continue
    const states = axes && asksStates(axes)
    const shape = known.get(alias) ?? partShape(own, states ? await engine.run(partStates(alias, own)) : [])
    if (states) known.set(alias, shape)
    shapes.set(alias, shape)
  }
  return shapes
}
