import * as v from 'valibot'
import { CANONICAL_FIELDS } from '../model/order.ts'
import { failure, success } from '../model/outcome.ts'
import type { FilePreview } from '../model/preview.ts'
import { type ImportRow, importTotals, type PendingImport } from '../workspace/imports.ts'
import { defineOperation } from './operation.ts'
import { pageFields, recordField } from './schema.ts'

const mappingSchema = v.partial(
  v.object(Object.fromEntries(CANONICAL_FIELDS.map((name) => [name, v.string()]))),
)

const optionsSchema = v.object({
  source: v.optional(v.string()),
  mapping: v.optional(mappingSchema),
  date_order: v.optional(v.picklist(['dmy', 'mdy', 'ymd'])),
  currency: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{3}$/, 'three letters, as in EUR'))),
  time_zone: v.optional(
    v.pipe(
      v.string(),
      v.check((zone) => isZone(zone), 'no such time zone'),
    ),
  ),
  decimal: v.optional(v.picklist(['.', ','])),
})

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

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
})
const importSchema = v.looseObject({ id: v.string(), state: v.string(), ...counts, rejected: v.number() })

const previewAnswer = (pending: PendingImport) => ({
  id: pending.id,
  state: 'preview',
  files: [...pending.files],
  ...importTotals(pending),
  rejected: pending.files.reduce((sum, file) => sum + file.skipped, 0),
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
  input: v.object({ id: v.string(), answers: v.optional(v.record(v.string(), v.string()), {}) }),
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
  input: v.object(pageFields),
  output: v.object({ items: v.array(importSchema), total: v.number(), next: v.nullable(v.string()) }),
  example: {},
  async run({ workspace }, { limit, cursor }) {
    const rows = await workspace.imports.list()
    const start = Number(cursor ?? 0) || 0
    const next = start + limit < rows.length ? String(start + limit) : null
    return success({ items: rows.slice(start, start + limit).map(importAnswer), total: rows.length, next })
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
  input: v.object({ id: v.string(), ...pageFields }),
  output: v.object({ items: v.array(recordField), total: v.number(), next: v.nullable(v.string()) }),
  example: { id: '0000' },
  async run({ workspace }, { id, limit, cursor }) {
    const rows = await workspace.imports.refused(id)
    if (!rows) return failure('NOT_FOUND', `no import ${id}`)
    const start = Number(cursor ?? 0) || 0
    const next = start + limit < rows.length ? String(start + limit) : null
    return success({
      items: rows.slice(start, start + limit).map((row) => ({ ...row })),
      total: rows.length,
      next,
    })
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
