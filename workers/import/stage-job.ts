import type { FieldColumns } from '../../src/import/fields.ts'
import type { LineMap } from '../../src/import/line-map.ts'
import type { ColumnProposal, ImportOptions } from '../../src/model/preview.ts'
import type { Recipe } from '../../src/model/recipe.ts'
import type { OrderSource } from '../../src/import/sources/source.ts'
import type { Tally } from '../../src/import/tally.ts'
import type { Progress, StopSignal } from '../../src/model/progress.ts'
import type { BulkEngine } from '../../src/query/statement.ts'
import { FileFault } from './file-fault.ts'
import type { GivenFile } from './given-file.ts'
import type { Sniffed } from './sniff-file.ts'

/** What staging must know of the workspace. */
export interface StageContext {
  readonly timeZone: string
  readonly currency: string | null
  /** Today, 'YYYY-MM-DD' in the workspace's zone. */
  readonly asOf: string
  /** Orders are there already, so the workspace's zone stays, whatever a file's offsets say. */
  readonly zoneIsFixed?: boolean
  /** How many files the drop has: what is only needed to join them is dropped after the last. */
  readonly files?: number
  /** Layouts of lines that the drop has, by name: tables of a set without its lines are of no use. */
  readonly sets?: ReadonlySet<string>
  /** Remembered mappings by the fingerprint of a header. */
  readonly recipes?: Readonly<Record<string, Recipe['options']>>
}

export interface StageControl {
  readonly signal?: StopSignal | undefined
  readonly onProgress?: ((progress: Progress) => unknown) | undefined
}

/** One file on its way into the staging tables. */
export interface StageJob {
  readonly engine: BulkEngine
  readonly file: GivenFile
  readonly index: number
  readonly options: ImportOptions
  readonly context: StageContext
  readonly control: StageControl
  readonly sniffed: Sniffed
  readonly tally: Tally
  lines: LineMap
}

/** What the columns of a file of orders were recognised as. */
export interface SeenLayout {
  readonly source: OrderSource
  readonly indices: FieldColumns
  readonly proposals: readonly ColumnProposal[]
}

/** Tells how far the work is, lets a cancel in, and stops the work when one came. */
export async function step(control: StageControl, phase: string, done = 0, total = 0): Promise<void> {
  await control.onProgress?.({ phase, done, total })
  if (control.signal?.aborted) throw new FileFault('CANCELLED')
}

/** Runs statements one after the other, looking for a cancel between them. */
export async function execAll(
  engine: BulkEngine,
  control: StageControl,
  statements: readonly string[],
): Promise<void> {
  for (const sql of statements) {
    if (control.signal?.aborted) throw new FileFault('CANCELLED')
    await engine.exec(sql)
  }
}

export const first = async <Row>(rows: Promise<Row[]>): Promise<Row | undefined> => (await rows)[0]
