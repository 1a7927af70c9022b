import type { Workspace } from '../workspace.ts'
import { plain } from '../stored-records.ts'
import type { DemandAnswer, ProductDemandAnswer } from './demand-answer.ts'

/** The demand of all products as it is kept: sums with their intervals, without the days. */
export interface KeptDemand extends Omit<DemandAnswer, 'items'> {
  readonly made_at: string
  readonly items: readonly Omit<ProductDemandAnswer, 'points'>[]
}

const noteOf = (horizon: number): string => `demand ${horizon}`

/** Keeps what was forecast of all products, as long as the data stay as they are. */
export async function keepDemand(
  workspace: Workspace,
  horizon: number,
  { items, ...answer }: DemandAnswer,
): Promise<void> {
  const brief = items.map((item) => ({ ...item, points: undefined }))
  const kept = plain({ ...answer, items: brief, made_at: new Date().toISOString() })
  await workspace.lastKnown.write(noteOf(horizon), kept).catch(() => {})
}

/** The demand of all products that was forecast last from the present data; null: none was. */
export const latestDemand = (workspace: Workspace, horizon: number): Promise<KeptDemand | null> =>
  workspace.lastKnown.read<KeptDemand>(noteOf(horizon))
