import { headerFingerprint, readRecipes } from '../../src/import/recipes.ts'
import { proposeMapping } from '../../src/import/propose-mapping.ts'
import type { FieldColumns } from '../../src/import/fields.ts'
import { LineMap } from '../../src/import/line-map.ts'
import {
  optionsOfFile,
  type ColumnProposal,
  type FilePreview,
  type ImportOptions,
} from '../../src/model/preview.ts'
import {
  isOrderSource,
  recogniseCompanion,
  recogniseSource,
  sourceColumns,
} from '../../src/import/sources/recognise.ts'
import {
  chosenFactColumns,
  factSourceNamed,
  recogniseFactTable,
  recogniseKnownFacts,
  type SeenFacts,
} from '../../src/import/sources/recognise-facts.ts'
import { isCartList } from '../../src/import/sources/no-sales.ts'
import type { OrderSource, Source } from '../../src/import/sources/source.ts'
import { anyTable } from '../../src/import/sources/table.ts'
import { Tally } from '../../src/import/tally.ts'
import { CANONICAL_FIELDS, type Mapping } from '../../src/model/order.ts'
import { createStagingSql } from '../../src/query/staging/schema.ts'
import type { BulkEngine } from '../../src/query/statement.ts'
import { FileFault } from './file-fault.ts'
import type { GivenFile } from './given-file.ts'
import { askedFilePreview, askedPreview, orderPreview, rejectedPreview } from './preview-of.ts'
import { sniffFile, type Sniffed } from './sniff-file.ts'
import { stageCatalogue } from './stage-catalogue.ts'
import { isSetWhole, stageCompanion } from './stage-companion.ts'
import { stageFacts } from './stage-facts.ts'
import { step, type SeenLayout, type StageContext, type StageControl, type StageJob } from './stage-job.ts'
import { stageOrders } from './stage-orders.ts'
import { tellFindings } from './tell-findings.ts'

export type { StageContext } from './stage-job.ts'

/** What staging a file came to; the rows themselves stand in schema `stage`. */
export type StagedFile = FilePreview

/** Makes the empty staging area (schema `stage`) for one import. */
export async function createStaging(engine: BulkEngine): Promise<void> {
  for (const sql of createStagingSql()) await engine.exec(sql)
}

/** Public mapping of a known layout, for the screen. */
function proposalsOf(sniffed: Sniffed, columns: FieldColumns): ColumnProposal[] {
  return [...columns].flatMap(([field, index]) => {
    if (!(CANONICAL_FIELDS as readonly string[]).includes(field)) return []
    const samples = [
      ...new Set(sniffed.rows.map((row) => row[index] ?? '').filter((cell) => cell !== '')),
    ].slice(0, 3)
    return [
      {
        field: field as keyof Mapping,
        column: sniffed.columns[index] ?? '',
        by: 'source' as const,
        confidence: 1,
        samples,
      },
    ]
  })
}

function knownLayout(job: StageJob, source: OrderSource): SeenLayout {
  const indices = new Map<string, number>(sourceColumns(source.fields, job.sniffed.header))
  for (const [field, column] of Object.entries(job.options.mapping ?? {})) {
    const index = job.sniffed.columns.indexOf(column)
    if (index !== -1) indices.set(field, index)
  }
  return { source, indices, proposals: proposalsOf(job.sniffed, indices) }
}

async function stageTable(job: StageJob): Promise<StagedFile> {
  const proposal = proposeMapping(job.sniffed, job.options.mapping)
  const seen = { source: anyTable, indices: proposal.indices, proposals: proposal.proposals }
  if (proposal.reason) return rejectedPreview(job.file.name, proposal.reason, job.sniffed, 'unknown')
  if (proposal.ask.length > 0) return askedPreview(job, seen, proposal.ask)
  return stageLayout(job, seen)
}

async function stageLayout(job: StageJob, layout: SeenLayout): Promise<StagedFile> {
  const loaded = await stageOrders(job, layout.source, layout.indices, (cells) =>
    tellFindings(job, layout, cells),
  )
  return orderPreview(job, layout, loaded)
}

async function stageKnown(job: StageJob, source: Source): Promise<StagedFile> {
  if (!isOrderSource(source)) return stageCatalogue(job, source)
  if (source.set && !(await isSetWhole(job, source.set)))
    return rejectedPreview(job.file.name, 'SET_INCOMPLETE', job.sniffed, 'orders')
  return stageLayout(job, knownLayout(job, source))
}

/** The remembered mapping for a header, if there is one. */
function recipeFor(sniffed: Sniffed, { recipes }: StageContext) {
  const id = recipes ? headerFingerprint(sniffed.columns) : ''
  const options = recipes && Object.hasOwn(recipes, id) ? recipes[id] : undefined
  return options ? { id, options } : null
}

const SETTINGS_BYTES = 1_000_000

/** Why a file is not taken; one that calls itself JSON is held against what settings of ours look like. */
async function reasonOf(file: GivenFile, fault: FileFault): Promise<string> {
  if (!(file instanceof Blob) || !/\.json$/i.test(file.name) || fault.code === 'CANCELLED') return fault.code
  if (file.size > SETTINGS_BYTES) return 'SETTINGS_INVALID'
  const read = readRecipes(await file.text())
  return 'fault' in read ? read.fault : 'IS_RECIPES'
}

/** What the user says that a table is, where it is a table of facts. */
function namedFacts({ options, sniffed }: StageJob): SeenFacts | null {
  const source = factSourceNamed(options.source ?? '')
  return source ? { source, columns: chosenFactColumns(source, sniffed, options.columns) } : null
}

/** Stages a file as what it is: what the user says, a known layout, a table of facts, a table of sales. */
function stageAs(job: StageJob): Promise<StagedFile> {
  const { sniffed, options, file } = job
  if (!options.source && isCartList(sniffed.header)) throw new FileFault('ABANDONED_CARTS')
  const named = namedFacts(job)
  if (named) return stageFacts(job, named)
  const companion = options.source ? null : recogniseCompanion(sniffed.header)
  if (companion) return stageCompanion(job, companion)
  const source = recogniseSource(sniffed.header, options.source)
  if (source) return stageKnown(job, source)
  const byHand = options.source === 'table'
  const seen = byHand
    ? null
    : (recogniseKnownFacts(sniffed, file.name) ?? recogniseFactTable(sniffed, file.name))
  return seen ? stageFacts(job, seen) : stageTable(job)
}

/**
 * Reads one file of a drop into the staging tables and tells what was found. Files of a drop are staged one after the other
 * into the same tables: an order may go on in the next file. A file that cannot be taken leaves nothing behind and comes
 * back as `reject` with its reason, or as `ask` with the questions; answers go into `options` of the next call.
 * Stops within one slice or statement when `control.signal` is aborted (reason CANCELLED).
 */
export async function stageFile(
  engine: BulkEngine,
  file: GivenFile,
  index: number,
  given: ImportOptions,
  context: StageContext,
  control: StageControl = {},
): Promise<StagedFile> {
  const options = optionsOfFile(given, file.name)
  let sniffed: Sniffed | null = null
  try {
    if (options.skip) throw new FileFault('LEFT_OUT')
    await step(control, 'read', 0, file.size)
    sniffed = await sniffFile(file)
    const inner = file instanceof Blob ? null : file
    if (inner?.ask) return askedFilePreview(file.name, sniffed, inner.ask)
    const recipe = recipeFor(sniffed, context)
    const job: StageJob = {
      engine,
      file,
      index,
      options: recipe
        ? { ...recipe.options, ...options, mapping: { ...recipe.options.mapping, ...options.mapping } }
        : options,
      context,
      control,
      sniffed,
      tally: new Tally(),
      lines: new LineMap(),
    }
    for (const { code, count } of inner?.notes ?? []) job.tally.add(code, [], count)
    const preview = await stageAs(job)
    return recipe ? { ...preview, recipe: recipe.id } : preview
  } catch (cause) {
    if (!(cause instanceof FileFault)) throw cause
    return rejectedPreview(file.name, await reasonOf(file, cause), sniffed, 'unknown')
  } finally {
    await dropWorkTables(engine, index, context)
  }
}

/** Drops what only the staging of this file needed; cells stay while further files of the drop may share orders with them. */
async function dropWorkTables(engine: BulkEngine, index: number, context: StageContext): Promise<void> {
  await dropTables(engine, ['pool', 'shared', 'catalogue', `raw_${index}`, `shaped_${index}`])
  if (context.files === 1) return
  await dropTables(engine, ['heads', 'shares', 'numbers', 'split'])
  if (context.files !== index + 1) return
  for (let file = 0; file <= index; file++) {
    await engine.exec(`DROP VIEW IF EXISTS stage.cells_${file}`)
    await dropTables(engine, [`typed_${file}`])
  }
  await engine.exec('DELETE FROM stage.order_keys')
}

async function dropTables(engine: BulkEngine, names: readonly string[]): Promise<void> {
  for (const name of names) await engine.exec(`DROP TABLE IF EXISTS stage.${name}`)
}
