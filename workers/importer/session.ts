import { type Engine, openEngine } from '../../src/query/duckdb.ts'
import { lookAtParts } from '../../src/query/look-at-parts.ts'
import { planMerge, type MergePlan } from '../../src/query/merge/plan.ts'
import { presentColumns } from '../../src/query/part-columns.ts'
import { type AttachedParts, storeViews } from '../../src/query/views.ts'

/** The files of the workspace that an import is merged with. */
export interface ExistingParts {
  readonly orders: readonly { readonly part: string; readonly file: Blob }[]
  readonly products: Blob | null
  readonly people: Blob | null
  readonly facts: Blob | null
}

/** An engine with the workspace attached as schema `old`, for one import. */
export interface MergeSession {
  readonly engine: Engine
  readonly attached: AttachedParts
  /** Alias → id of the part. */
  readonly partIds: ReadonlyMap<string, string>
  plan: MergePlan | null
}

async function attachAll(engine: Engine, existing: ExistingParts) {
  const partIds = new Map<string, string>()
  for (const [index, { part, file }] of existing.orders.entries()) {
    await engine.attach(`old_orders_${index}`, file)
    partIds.set(`old_orders_${index}`, part)
  }
  if (existing.products) await engine.attach('old_products', existing.products)
  if (existing.people) await engine.attach('old_people', existing.people)
  if (existing.facts) await engine.attach('old_facts', existing.facts)
  const attached: AttachedParts = {
    orders: [...partIds.keys()],
    products: existing.products ? 'old_products' : null,
    people: existing.people ? 'old_people' : null,
    shapes: await lookAtParts(engine, [...partIds.keys()], null),
    facts: existing.facts ? 'old_facts' : null,
    factColumns: await presentColumns(engine, ['old_facts']),
  }
  return { attached, partIds }
}

/** Starts a session: a fresh engine, the workspace's parts attached read-only. */
export async function openSession(existing: ExistingParts): Promise<MergeSession> {
  const engine = await openEngine()
  const { attached, partIds } = await attachAll(engine, existing)
  for (const sql of storeViews(attached, 'old')) await engine.exec(sql)
  return { engine, attached, partIds, plan: null }
}

/** Plans the merge of what stands in schema `stage`. */
export async function planSession(session: MergeSession): Promise<MergePlan> {
  session.plan = await planMerge(session.engine)
  return session.plan
}
