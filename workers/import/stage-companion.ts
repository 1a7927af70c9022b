import {
  companionColumns,
  type SeenCompanion,
  tableName,
  type TableSet,
} from '../../src/import/sources/companion.ts'
import { recogniseSource } from '../../src/import/sources/recognise.ts'
import type { FilePreview } from '../../src/model/preview.ts'
import { createCompanion } from './companion-table.ts'
import { FileFault } from './file-fault.ts'
import type { GivenFile } from './given-file.ts'
import { loadSlices } from './load-slices.ts'
import { blankPreview, rejectedPreview } from './preview-of.ts'
import { sniffFile } from './sniff-file.ts'
import { first, type StageJob } from './stage-job.ts'
import { tellLoaded } from './tell-findings.ts'

/** Whether the tables that the lines of a set cannot do without were read before them. */
export async function isSetWhole({ engine }: StageJob, { needs }: TableSet): Promise<boolean> {
  for (const { name } of needs) {
    const sql = `SELECT 1 AS found FROM information_schema.tables WHERE table_schema = 'stage' AND table_name = ?`
    if (!(await first(engine.run({ sql, params: [`set_${name}`] })))) return false
  }
  return true
}

/** Names of the layouts of lines among the files of a drop. */
export async function setsOf(files: readonly GivenFile[]): Promise<ReadonlySet<string>> {
  const names = await Promise.all(
    files.map(async (file) => {
      try {
        return recogniseSource((await sniffFile(file)).header)?.name ?? ''
      } catch (cause) {
        if (cause instanceof FileFault) return ''
        throw cause
      }
    }),
  )
  return new Set(names)
}

/** Reads a table of a set into the table that its lines look up. Without those lines in the drop it says what is missing. */
export async function stageCompanion(job: StageJob, { table, of }: SeenCompanion): Promise<FilePreview> {
  const { engine, context, file, sniffed } = job
  if (context.sets && !context.sets.has(of))
    return rejectedPreview(file.name, 'SET_INCOMPLETE', sniffed, table.kind)
  const columns = [...(companionColumns(table, sniffed.header) ?? [])]
  if (columns.length === 0) return rejectedPreview(file.name, 'TABLE_NOT_NEEDED', sniffed, table.kind)
  await engine.exec(createCompanion(table))
  const loaded = await loadSlices(
    job,
    columns.map(([, index]) => index),
    (select) =>
      engine.exec(
        `INSERT INTO ${tableName(table)} BY NAME SELECT ${columns.map(([name, index]) => `c${index} AS ${name}`).join(', ')} FROM (${select})`,
      ),
  )
  await tellLoaded(job, loaded)
  const warnings = job.tally.list()
  return {
    ...blankPreview(file.name, sniffed),
    source: table.name,
    kind: table.kind,
    encoding: loaded.encoding,
    action: warnings.length > 0 ? 'warn' : 'accept',
    raw_rows: loaded.seen,
    rows: loaded.records,
    skipped: loaded.seen - loaded.records,
    warnings,
  }
}
