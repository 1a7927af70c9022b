import { createSignal } from 'solid-js'
import type { EffectAnswer } from '../../api/import-effect.ts'
import type { Failure } from '../../model/outcome.ts'
import type { FilePreview, ImportOptions } from '../../model/preview.ts'

/** An import that was looked at: what POST /api/v1/imports answers. */
export interface DryRun {
  readonly id: string
  readonly files: readonly FilePreview[]
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  readonly matches?: readonly {
    readonly kind: 'refunds' | 'inventory' | 'costs' | 'reviews' | 'events'
    readonly by: 'order' | 'product'
    readonly of: number
    readonly unmatched: number
    readonly examples: readonly string[]
  }[]
  readonly cost_coverage?: number | null
  /** What it would do to the main figures. */
  readonly effect: EffectAnswer | null
}

interface Chosen {
  readonly files: readonly File[]
  readonly options: ImportOptions
}

/** Where the import of this tab stands. `again`: what was seen before, while it is looked at once more. */
export type Stage = { readonly workspace: string } & (
  | { readonly kind: 'idle' }
  | ({ readonly kind: 'reading'; readonly again: DryRun | null } & Chosen)
  | ({ readonly kind: 'seen'; readonly dryRun: DryRun } & Chosen)
  | ({ readonly kind: 'storing'; readonly dryRun: DryRun } & Chosen)
  /** `gone`: what was seen of the files was dropped, with the workspace that was locked or opened anew. */
  | ({ readonly kind: 'failed'; readonly failure: Failure; readonly gone?: true } & Chosen)
  | { readonly kind: 'demo' }
  | { readonly kind: 'demo-failed'; readonly detail: string }
)

/** One import at a time in a tab; it waits while other pages are shown. */
export const [stage, setStage] = createSignal<Stage>({ kind: 'idle', workspace: '' })

/** Rows that are left out and were no data of the table: told with their count, not refused. */
const PASSED_OVER: ReadonlySet<string> = new Set([
  'OTHER_MOVEMENTS',
  'OTHER_PROPERTIES',
  'NOT_SALES_SKIPPED',
  'FOOTER_SKIPPED',
  'REPEATED_HEADER_SKIPPED',
])

const passedOver = ({ warnings }: FilePreview): number =>
  warnings.reduce((sum, { code, count }) => sum + (PASSED_OVER.has(code) ? count : 0), 0)

/** Rows of all files that were refused. */
export const refusedCount = (dryRun: Pick<DryRun, 'files'>): number =>
  dryRun.files.reduce((sum, file) => sum + Math.max(0, file.skipped - passedOver(file)), 0)

/** Why an import cannot be stored yet; null when it can. */
export function hindrance({ files }: Pick<DryRun, 'files'>): 'questions' | 'files' | null {
  if (files.some(({ action }) => action === 'ask')) return 'questions'
  return files.some(({ action }) => action === 'accept' || action === 'warn') ? null : 'files'
}
