import { AS_FILES, type Axes, axesOf } from '../model/definitions.ts'
import type { Engine } from '../query/duckdb.ts'
import { lookAtParts } from '../query/look-at-parts.ts'
import type { PartShape } from '../query/part-shape.ts'
import type { Runner } from '../query/statement.ts'
import { presentColumns } from '../query/part-columns.ts'
import { datedRefundViews, soldIn } from '../query/refund-views.ts'
import { type Conversion, convertedViews, paidIn, publicRates } from '../query/rate-views.ts'
import { type AttachedParts, publicViews, storeViews } from '../query/views.ts'
import type { ManifestRow } from '../store/records.ts'
import { readSettings } from '../store/settings.ts'
import type { WorkspaceDatabase } from '../store/workspace-database.ts'
import { conversionOf, readRateEntries } from './rate-table.ts'

/** The name that a part is attached under. */
export const aliasOf = (part: string): string => `p_${part.replaceAll(/[^a-z0-9]/gi, '')}`

/** Statements that lay what was changed by hand over the views of a schema; `viewsIn` are those of the files alone, in another. */
export type LayOver = (
  schema: string,
  viewsIn: (schema: string) => readonly string[],
) => Promise<readonly string[]>

/** The views of one engine: `store` as the workspace counts, and others for asking what if it counted otherwise. */
export interface LiveViews {
  define(engine: Engine, manifest: ManifestRow): Promise<void>
  under(engine: Engine, manifest: ManifestRow, axes: Axes, conversion?: Conversion): Promise<CountedViews>
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

/** Views whose returns stand on the days of their refunds. */
const datedViews = (parts: AttachedParts, schema: string, axes: Axes): readonly string[] => [
  ...storeViews(parts, schema, axes),
  ...storeViews(parts, soldIn(schema), axes),
  ...datedRefundViews(schema, axes),
]

/** Makes the keeper of an engine's views; what it finds out about parts it keeps, since they never change. */
export function createLiveViews(database: WorkspaceDatabase, layOver?: LayOver): LiveViews {
  const known = new Map<string, PartShape>()
  const schemas = new Map<string, string>()
  let made = 0

  async function attached(engine: Engine, manifest: ManifestRow, axes: Axes): Promise<AttachedParts> {
    const { orders, products, people, facts } = manifest.parts
    const aliases = orders.map(({ part }) => aliasOf(part))
    return {
      orders: aliases,
      products: products && aliasOf(products),
      people: people && aliasOf(people),
      ...(facts && { facts: aliasOf(facts), factColumns: await presentColumns(engine, [aliasOf(facts)]) }),
      shapes: await lookAtParts(engine, aliases, axes, known),
    }
  }

  async function makeViews(
    engine: Engine,
    manifest: ManifestRow,
    axes: Axes,
    schema: string,
    conversion: Conversion | null,
  ): Promise<void> {
    const parts = await attached(engine, manifest, axes)
    const dated = axes.refund_day !== 'ignore' && (await hasRefunds(engine, parts))
    const paid = (name: string) => (dated ? datedViews(parts, name, axes) : storeViews(parts, name, axes))
    const viewsIn = (name: string) =>
      conversion
        ? [...paid(paidIn(name)), ...storeViews(parts, name, axes), ...convertedViews(name, conversion)]
        : paid(name)
    const laid = (await layOver?.(schema, viewsIn)) ?? []
    for (const sql of [...viewsIn(schema), ...laid]) await engine.exec(sql)
  }

  async function makeSchema(
    engine: Engine,
    manifest: ManifestRow,
    axes: Axes,
    conversion: Conversion | null,
  ): Promise<string> {
    const schema = `what_if_${++made}`
    await makeViews(engine, manifest, axes, schema, conversion)
    return schema
  }

  return {
    async define(engine, manifest) {
      const { definitions } = await readSettings(database)
      const conversion = await conversionOf(database)
      await makeViews(engine, manifest, axesOf(definitions ?? AS_FILES), 'store', conversion)
      const currencies = await engine.run<{ currency: string }>({
        sql: 'SELECT DISTINCT currency FROM store.orders WHERE currency IS NOT NULL',
        params: [],
      })
      for (const sql of [
        ...publicViews(currencies.map((row) => row.currency)),
        ...publicRates(await readRateEntries(database)),
      ])
        await engine.exec(sql)
      for (const schema of schemas.values())
        for (const name of [schema, paidIn(schema), soldIn(schema), soldIn(paidIn(schema))])
          await engine.exec(`DROP SCHEMA IF EXISTS ${name} CASCADE`)
      schemas.clear()
    },
    async under(engine, manifest, axes, asked) {
      const key = JSON.stringify(asked ? [axes, asked] : axes)
      const conversion = asked ?? (await conversionOf(database))
      const schema = schemas.get(key) ?? (await makeSchema(engine, manifest, axes, conversion))
      schemas.set(key, schema)
      return { schema, runner: inSchema(engine, schema) }
    },
  }
}
