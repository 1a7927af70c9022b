import type { FilePreview, ImportOptions } from '../src/model/preview.ts'
import { createStaging, stageFile, type StageContext } from '../workers/import/stage-file.ts'
import { setsOf } from '../workers/import/stage-companion.ts'
import { stagingOrder } from '../workers/import/staging-order.ts'
import { type NativeEngine, openNativeEngine } from './native-engine.ts'

/** An empty staging area on native DuckDB, and how to fill and read it. */
export interface Staging {
  readonly engine: NativeEngine
  /** Stages texts as the files of one drop. */
  stage(
    texts: readonly (string | Uint8Array)[],
    options?: ImportOptions,
    context?: Partial<StageContext>,
  ): Promise<FilePreview[]>
  /** Stages texts as the importer does: in the order of their kinds, then names; previews in the order of the texts. */
  stageDrop(texts: readonly (string | Uint8Array)[], options?: ImportOptions): Promise<FilePreview[]>
  query<Row>(sql: string): Promise<Row[]>
  /** Sums over all staged orders, in minor units; `orders` counts sales. */
  sums(): Promise<Record<string, number> | undefined>
  empty(): Promise<void>
}

export const STAGE_CONTEXT: StageContext = { timeZone: 'UTC', currency: null, asOf: '2026-01-31' }

export const textFile = (text: string | Uint8Array, name = 'file.csv'): File =>
  new File([text as BlobPart], name)

const SUMMED = ['gross', 'discount', 'returned', 'net', 'shipping', 'tax', 'lines']

/** Opens a staging area for a test; close its engine afterwards. */
export async function openStaging(): Promise<Staging> {
  const engine = await openNativeEngine()
  await createStaging(engine)
  const query = <Row>(sql: string) => engine.run<Row>({ sql, params: [] })
  return {
    engine,
    query,
    async stage(texts, options = {}, context = {}) {
      const previews: FilePreview[] = []
      for (const [index, text] of texts.entries())
        previews.push(
          await stageFile(engine, textFile(text), index, options, { ...STAGE_CONTEXT, ...context }),
        )
      return previews
    },
    async stageDrop(texts, options = {}) {
      const files = texts.map((text, index) => textFile(text, `file_${index}.csv`))
      const context = { ...STAGE_CONTEXT, files: files.length, sets: await setsOf(files) }
      const previews: FilePreview[] = []
      for (const [turn, index] of (await stagingOrder(files)).entries())
        previews[index] = await stageFile(engine, files[index]!, turn, options, context)
      return previews
    },
    async sums() {
      const columns = SUMMED.map((name) => `CAST(sum(${name}) AS DOUBLE) AS ${name}`).join(', ')
      const [row] = await query<Record<string, number>>(
        `SELECT CAST(count(*) FILTER (kind = 'sale') AS DOUBLE) AS orders, ${columns} FROM stage.orders`,
      )
      return row
    },
    async empty() {
      await engine.exec('DROP SCHEMA stage CASCADE')
      await createStaging(engine)
    },
  }
}
