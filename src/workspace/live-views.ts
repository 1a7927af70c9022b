import type { Axes } from '../model/definitions.ts'
import type { Engine } from '../query/duckdb.ts'
import { lookAtParts } from '../query/look-at-parts.ts'
import type { PartShape } from '../query/part-shape.ts'
import type { Runner } from '../query/statement.ts'
import { presentColumns } from '../query/part-columns.ts'
import { datedRefundViews, soldIn } from '../query/refund-views.ts'
import { convertedViews, paidIn, publicRates } from '../query/rate-views.ts'
import { type AttachedParts, publicViews, storeViews } from '../query/views.ts'
import type { ManifestRow } from '../store/records.ts'
import type { WorkspaceDatabase } from '../store/workspace-database.ts'
import { type Counting, readCounting } from './counting.ts'
import { readRateEntries } from './rate-table.ts'

/** The name that a part is attached under. */
export const aliasOf = (part: string): string => `p_${part.replaceAll(/[^a-z0-9]/gi, '')}`

/** Statements that lay what was changed by hand over the views of a schema; `viewsIn` are those of the files alone, in another. */
export type LayOver = (
  schema: string,
  viewsIn: (schema: string) => readonly string[],
) => Promise<readonly string[]>

/** What is asked to be counted otherwise than the workspace does, beside the definitions. */
export type Otherwise = Partial<Pick<Counting, 'conversion' | 'clock'>>

/** The views of one engine: `store` as the workspace counts, and others for asking what if it counted otherwise. */
export interface LiveViews {
  define(engine: Engine, manifest: ManifestRow): Promise<void>
  under(engine: Engine, manifest: ManifestRow, axes: Axes, otherwise?: Otherwise): Promise<CountedViews>
}

/** The views of other definitions: their schema, and a runner for which it stands in the place of `store`. */
export interface CountedViews {
  readonly schema: string
  readonly runner: Runner
}

const inSchema = (engine: Runner, schema: string): Runner => ({
  run: (statement, signal) =>
    engine.run({ ...statement, sql: statement.sql.replaceAll(/\bstore\./g, `${schema}.`) }, signal),
})

async function hasRefunds(engine: Runner, { facts, factColumns }: AttachedParts): Promise<boolean> {
  if (!facts || !factColumns?.has(`${facts}.refunds.row_key`)) return false
  return (await engine.run({ sql: `SELECT 1 AS found FROM ${facts}.refunds LIMIT 1`, params: [] })).length > 0
}

/** Views whose returns stand on the days of their refunds, where files have dated any. */
function paidViews(parts: AttachedParts, schema: string, { axes, clock }: Counting, dated: boolean) {
  const own = storeViews(parts, schema, axes, clock)
  if (!dated) return own
  return [...own, ...storeViews(parts, soldIn(schema), axes, clock), ...datedRefundViews(schema, axes)]
}

async function attachedParts(
  engine: Engine,
  manifest: ManifestRow,
  axes: Axes,
  known: Map<string, PartShape>,
  alias: ViewNames['alias'],
): Promise<AttachedParts> {
  const { orders, products, people, facts } = manifest.parts
  const aliases = orders.map(({ part }) => alias(part))
  return {
    orders: aliases,
    products: products && alias(products),
    people: people && alias(people),
    ...(facts && { facts: alias(facts), factColumns: await presentColumns(engine, [alias(facts)]) }),
    shapes: await lookAtParts(engine, aliases, axes, known),
  }
}

/** What `store.…` of a schema is made of, from the parts up: as paid, in one currency, edits over it. */
async function makeViews(
  engine: Engine,
  parts: AttachedParts,
  schema: string,
  counting: Counting,
  layOver?: LayOver,
): Promise<void> {
  const { axes, conversion } = counting
  const dated = axes.refund_day !== 'ignore' && (await hasRefunds(engine, parts))
  const viewsIn = (name: string) =>
    conversion
      ? [
          ...paidViews(parts, paidIn(name), counting, dated),
          ...storeViews(parts, name, axes),
          ...convertedViews(name, conversion),
        ]
      : paidViews(parts, name, counting, dated)
  const laid = (await layOver?.(schema, viewsIn)) ?? []
  for (const sql of [...viewsIn(schema), ...laid]) await engine.exec(sql)
}

/** The tables of the query page over `store`. */
async function makePublic(engine: Engine, database: WorkspaceDatabase): Promise<void> {
  const currencies = await engine.run<{ currency: string }>({
    sql: 'SELECT DISTINCT currency FROM store.orders WHERE currency IS NOT NULL',
    params: [],
  })
  const rates = await readRateEntries(database)
  for (const sql of [...publicViews(currencies.map((row) => row.currency)), ...publicRates(rates)])
    await engine.exec(sql)
}

async function dropSchemas(engine: Engine, schemas: Iterable<string>): Promise<void> {
  for (const schema of schemas)
    for (const name of [schema, paidIn(schema), soldIn(schema), soldIn(paidIn(schema))])
      await engine.exec(`DROP SCHEMA IF EXISTS ${name} CASCADE`)
}

/** What parts and what-if schemas are called in the engine: another store in the same engine needs other names. */
interface ViewNames {
  readonly alias: (part: string) => string
  readonly schema: string
}

const OWN_NAMES: ViewNames = { alias: aliasOf, schema: 'what_if' }

/** Makes the keeper of an engine's views; what it finds out about parts it keeps, since they never change. */
export function createLiveViews(
  database: WorkspaceDatabase,
  layOver?: LayOver,
  names: ViewNames = OWN_NAMES,
): LiveViews {
  const known = new Map<string, PartShape>()
  const schemas = new Map<string, string>()
  let made = 0

  async function make(engine: Engine, manifest: ManifestRow, counting: Counting, schema: string) {
    const parts = await attachedParts(engine, manifest, counting.axes, known, names.alias)
    await makeViews(engine, parts, schema, counting, layOver)
    return schema
  }

  return {
    async define(engine, manifest) {
      await make(engine, manifest, await readCounting(database), 'store')
      await makePublic(engine, database)
      await dropSchemas(engine, schemas.values())
      schemas.clear()
    },
    async under(engine, manifest, axes, otherwise = {}) {
      const key = JSON.stringify([axes, otherwise])
      const counting = async () => ({ ...(await readCounting(database)), axes, ...otherwise })
      const fresh = async () => make(engine, manifest, await counting(), `${names.schema}_${++made}`)
      const schema = schemas.get(key) ?? (await fresh())
      schemas.set(key, schema)
      return { schema, runner: inSchema(engine, schema) }
    },
  }
}
