import type { RecordTable } from '../workspace-database.ts'
import type { Snapshot } from './snapshot.ts'

/** What may be left out of a file besides the sales themselves. */
export const INCLUDES = ['models', 'records', 'history', 'refused_rows'] as const
export type IncludeName = (typeof INCLUDES)[number]

const TABLES: Readonly<Record<'models' | 'records' | 'history', readonly RecordTable[]>> = {
  models: [
    'models',
    'predictions',
    'sales_forecasts',
    'product_recommendations',
    'customer_segments',
    'inventory_alerts',
    'training_logs',
  ],
  records: ['saved_queries', 'edits', 'segments', 'recipes', 'rates', 'scenarios', 'notes'],
  history: ['audit'],
}

/** A snapshot with no more than what is named; who was erased always goes along. */
export function snapshotWith(snapshot: Snapshot, include: readonly IncludeName[] | undefined): Snapshot {
  if (!include) return snapshot
  const left = (['models', 'records', 'history'] as const)
    .filter((name) => !include.includes(name))
    .flatMap((name) => TABLES[name])
  return {
    ...snapshot,
    refused: include.includes('refused_rows') ? snapshot.refused : [],
    records: new Map([...snapshot.records].map(([table, rows]) => [table, left.includes(table) ? [] : rows])),
  }
}
