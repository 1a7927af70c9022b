import type { Engine } from '../../src/query/duckdb.ts'
import { FACT_NAMES } from '../../src/query/fact-tables.ts'
import { rowsOf, spanOf, supersededIn } from '../../src/query/merge/counts.ts'
import { changes, type MergePlan } from '../../src/query/merge/plan.ts'
import { writeForce, writeRemainder, writeSource } from '../../src/query/merge/tables.ts'
import type { PartShape } from '../../src/query/part-shape.ts'
import type { AttachedParts } from '../../src/query/views.ts'
import { sha256 } from '../../src/store/sha256.ts'

/** A new database file with what must be known of it. */
export interface MadePart {
  readonly kind: 'import' | 'orders' | 'products' | 'people' | 'facts'
  readonly file: Blob
  readonly sha256: string
  readonly rows: number
  readonly first_day: string | null
  readonly last_day: string | null
}

/** What a merge made: parts that are new, and which of the older ones are replaced by which. */
export interface MadeParts {
  /** All that the import brought. */
  readonly source: MadePart
  /** What of it is in force; null: `source` itself; 'nothing': no order of it. */
  readonly force: MadePart | 'source' | 'nothing'
  /** Remainders of older parts, by the alias they were attached under; null: nothing is left of that part. */
  readonly remainders: ReadonlyMap<string, MadePart | null>
  readonly products: MadePart | null
  readonly people: MadePart | null
  readonly facts: MadePart | null
}

/** Writes one part, and measures it. */
export async function makePart(
  engine: Engine,
  kind: MadePart['kind'],
  statements: (target: string) => readonly string[],
): Promise<MadePart> {
  let span = { rows: 0, first_day: null as string | null, last_day: null as string | null }
  const file = await engine.writeDatabase(async (target) => {
    for (const sql of statements(target)) await engine.exec(sql)
    const [found] = await engine.run(measure(kind, target))
    span = { ...span, ...found }
  })
  return { kind, file, sha256: await sha256(file), ...span }
}

const measure = (kind: MadePart['kind'], target: string) => {
  if (kind === 'products') return rowsOf(`${target}.products`)
  if (kind === 'facts') return rowsOf(`${target}.events`)
  return kind === 'people' ? rowsOf(`${target}.identities`) : spanOf(target)
}

const copyOf = (table: string) => (target: string) => [
  `CREATE TABLE ${target}.${table} AS SELECT * FROM merge.${table}`,
]

const copyFacts = (target: string) => FACT_NAMES.flatMap((name) => copyOf(name)(target))

async function remainderOf(
  engine: Engine,
  alias: string,
  shape?: PartShape,
): Promise<MadePart | null | undefined> {
  const [count] = await engine.run(supersededIn(alias))
  if (!count?.orders) return undefined
  const part = await makePart(engine, 'orders', (target) => writeRemainder(target, alias, shape))
  return part.rows > 0 ? part : null
}

async function forceOf(engine: Engine, plan: MergePlan): Promise<MadeParts['force']> {
  if (!changes(plan.lines)) return 'nothing'
  if (plan.lines.updated + plan.lines.unchanged === 0) return 'source'
  return makePart(engine, 'orders', writeForce)
}

/** Writes the files of a planned merge (schemas `stage`, `old`, `merge`); `attached` is what `old` is made of. */
export async function mergeParts(
  engine: Engine,
  plan: MergePlan,
  attached: AttachedParts,
  onStep: () => Promise<void>,
): Promise<MadeParts> {
  const source = await makePart(engine, 'import', writeSource)
  await onStep()
  const force = await forceOf(engine, plan)
  await onStep()
  const remainders = new Map<string, MadePart | null>()
  for (const alias of attached.orders) {
    const part = await remainderOf(engine, alias, attached.shapes?.get(alias))
    if (part !== undefined) remainders.set(alias, part)
    await onStep()
  }
  const somethingNew = changes(plan.lines) || changes(plan.products)
  const products = somethingNew ? await makePart(engine, 'products', copyOf('products')) : null
  const people = changes(plan.people) ? await makePart(engine, 'people', copyOf('identities')) : null
  const somethingKnown = changes(plan.facts) || plan.newKeys > 0
  const facts = somethingKnown ? await makePart(engine, 'facts', copyFacts) : null
  return { source, force, remainders, products, people, facts }
}
