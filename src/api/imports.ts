import * as v from 'valibot'
import { CANONICAL_FIELDS } from '../model/order.ts'
import { failure, success } from '../model/outcome.ts'
import type { FilePreview } from '../model/preview.ts'
import { effectAnswer, effectSchema } from './import-effect.ts'
import { type ImportRow, importTotals, type PendingImport } from '../workspace/imports.ts'
import { listed, listFields } from './list.ts'
import { defineOperation } from './operation.ts'
import { currencyField, recordField, zoneField } from './schema.ts'

const mappingSchema = v.partial(
  v.object(Object.fromEntries(CANONICAL_FIELDS.map((name) => [name, v.string()]))),
)

const dateOrderField = v.picklist(['dmy', 'mdy', 'ymd'])
const decimalField = v.picklist(['.', ','])

const fileOptions = {
  source: v.exactOptional(v.string()),
  mapping: v.exactOptional(mappingSchema),
  columns: v.exactOptional(v.record(v.string(), v.string())),
  date_order: v.exactOptional(dateOrderField),
  currency: v.exactOptional(currencyField),
  time_zone: v.exactOptional(zoneField),
  decimal: v.exactOptional(decimalField),
}

/** `files`: what holds for one file only, by its name; `skip` leaves it out. */
const optionsSchema = v.object({
  source: v.optional(v.string()),
  mapping: v.optional(mappingSchema),
  columns: v.exactOptional(v.record(v.string(), v.string())),
  date_order: v.optional(dateOrderField),
  currency: v.optional(currencyField),
  time_zone: v.optional(zoneField),
  decimal: v.optional(decimalField),
  sheet: v.optional(v.string()),
  files: v.optional(v.record(v.string(), v.object({ ...fileOptions, skip: v.exactOptional(v.boolean()) }))),
})

/** Answers by the code of their question; those of the form COLUMN_NEEDED:field name a column. */
const answersSchema = v.objectWithRest(
  {
    DATE_ORDER: v.exactOptional(dateOrderField),
    NUMBER_FORMAT: v.exactOptional(decimalField),
    CURRENCY: v.exactOptional(currencyField),
    TIME_ZONE: v.exactOptional(zoneField),
  },
  v.string(),
)

const fileInput = v.custom<File>((value) => value instanceof Blob, 'a File')
const filePreview = v.looseObject({
  name: v.string(),
  source: v.string(),
  kind: v.string(),
  action: v.string(),
}) as unknown as v.GenericSchema<FilePreview>
const counts = { added: v.number(), updated: v.number(), unchanged: v.number() }
const previewSchema = v.looseObject({
  id: v.string(),
  state: v.string(),
  files: v.array(filePreview),
  ...counts,
  tables: v.nullable(v.record(v.string(), v.object(counts))),
  effect: v.nullable(effectSchema),
})
const importSchema = v.looseObject({ id: v.string(), state: v.string(), ...counts, rejected: v.number() })

const previewAnswer = (pending: PendingImport) => ({
  id: pending.id,
  state: 'preview',
  files: [...pending.files],
  ...importTotals(pending),
  rejected: pending.files.reduce((sum, file) => sum + file.skipped, 0),
  matches: [...(pending.plan?.matches ?? [])],
  cost_coverage: pending.plan?.costCoverage ?? null,
  tables: pending.plan && {
    order_lines: { ...pending.plan.lines },
    products: { ...pending.plan.products },
    customers: { ...pending.plan.people },
  },
  effect: pending.effect && effectAnswer(pending.effect),
})

const importAnswer = (row: ImportRow) => {
  const { id, at, state, files, added, updated, unchanged, rejected, generation } = row
  return { id, at, state, files: [...files], added, updated, unchanged, rejected, generation }
}

const named = (file: Blob, index: number): File =>
  file instanceof File ? file : new File([file], `file-${index + 1}.csv`)

export const previewImport = defineOperation({
  method: 'POST',
  path: '/api/v1/imports',
  summary: 'Looks at files: what was found, what would be added, what was refused and why. Stores nothing',
  input: v.object({
    files: v.pipe(v.array(fileInput), v.minLength(1, 'at least one file')),
    options: v.optional(optionsSchema, {}),
  }),
  output: previewSchema,
  example: { files: [], options: { currency: 'GBP' } },
  status: 200,
  async run({ workspace }, { files, options }, control) {
    const outcome = await workspace.imports.preview(files.map(named), options, control)
    return outcome.ok ? success(previewAnswer(outcome.value)) : outcome
  },
})

export const commitImport = defineOperation({
  method: 'POST',
  path: '/api/v1/imports/{id}/commit',
  summary: 'Stores an import that was looked at, all or nothing',
  input: v.object({ id: v.string(), answers: v.optional(answersSchema, {}) }),
  output: importSchema,
  example: { id: '0000', answers: { DATE_ORDER: 'dmy' } },
  async run({ workspace }, { id, answers }, control) {
    const outcome = await workspace.imports.commit(id, answers, control)
    return outcome.ok ? success(importAnswer(outcome.value.row)) : outcome
  },
})

export const listImports = defineOperation({
  method: 'GET',
  path: '/api/v1/imports',
  summary: 'History of imports, newest first',
  input: v.object(listFields),
  output: v.object({ items: v.array(importSchema), total: v.number(), next: v.nullable(v.string()) }),
  example: {},
  async run({ workspace }, page) {
    return listed((await workspace.imports.list()).map(importAnswer), page)
  },
})

export const getImport = defineOperation({
  method: 'GET',
  path: '/api/v1/imports/{id}',
  summary: 'One import',
  input: v.object({ id: v.string() }),
  output: v.union([previewSchema, importSchema]),
  example: { id: '0000' },
  async run({ workspace }, { id }) {
    const pending = workspace.imports.pending(id)
    if (pending) return success(previewAnswer(pending))
    const row = await workspace.imports.get(id)
    return row ? success(importAnswer(row)) : failure('NOT_FOUND', `no import ${id}`)
  },
})

export const refusedRows = defineOperation({
  method: 'GET',
  path: '/api/v1/imports/{id}/rejected',
  summary: 'The refused rows of an import: line, column, code and raw text',
  input: v.object({ id: v.string(), ...listFields }),
  output: v.object({ items: v.array(recordField), total: v.number(), next: v.nullable(v.string()) }),
  example: { id: '0000' },
  async run({ workspace }, { id, ...page }) {
    const rows = await workspace.imports.refused(id)
    if (!rows) return failure('NOT_FOUND', `no import ${id}`)
    return listed(
      rows.map((row) => ({ ...row })),
      page,
    )
  },
})

export const takeBackImport = defineOperation({
  method: 'DELETE',
  path: '/api/v1/imports/{id}',
  summary: 'Takes an import back: the workspace is as if it had not been',
  input: v.object({ id: v.string() }),
  output: v.looseObject({ id: v.string(), state: v.string() }),
  example: { id: '0000' },
  async run({ workspace }, { id }, control) {
    if (workspace.imports.pending(id)) {
      await workspace.imports.discard(id)
      return success({ id, state: 'discarded' })
    }
    const outcome = await workspace.imports.takeBack(id, control)
    return outcome.ok ? success(importAnswer(outcome.value.row)) : outcome
  },
})
