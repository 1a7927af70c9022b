import * as v from 'valibot'
import { failure, success } from '../model/outcome.ts'
import {
  exportWorkspace,
  type FileFacts,
  INCLUDES,
  inspectFile,
  openFile,
  personalIn,
  signingFingerprint,
} from '../workspace/workspace-files.ts'
import { compareFile } from '../workspace/compare/compare-file.ts'
import { type Merged, mergeFile } from '../workspace/merge-file.ts'
import { figuresKept } from '../workspace/viewer/viewer.ts'
import { defineOperation } from './operation.ts'
import { booleanField, recordField } from './schema.ts'

const passwordField = v.optional(v.pipe(v.string(), v.maxLength(1000)))
const kindField = v.picklist(['full', 'redacted', 'viewer'])
const fileField = v.custom<Blob>((value) => value instanceof Blob, 'a File or Blob')
const personalSchema = v.object({ column: v.string(), rows: v.number(), pseudonym: v.boolean() })

interface Personal {
  readonly column: string
  readonly rows: number
  readonly pseudonym: boolean
}

/** `personal_columns` are those with what was said of persons; pseudonyms are in `personal` only. */
const personalAnswer = (personal: readonly Personal[]) => ({
  personal_columns: personal.filter(({ pseudonym }) => !pseudonym).map(({ column }) => column),
  personal: personal.map((each) => ({ ...each })),
})

export const exportWorkspaceFile = defineOperation({
  method: 'POST',
  path: '/api/v1/workspaces/{id}/export',
  summary: 'Writes a workspace as one file, encrypted when a password is given',
  input: v.object({
    id: v.string(),
    kind: v.optional(kindField, 'full'),
    password: passwordField,
    include: v.optional(v.array(v.picklist(INCLUDES))),
    sign: v.optional(booleanField),
  }),
  output: v.looseObject({
    file: fileField,
    name: v.string(),
    sha256: v.string(),
    personal_columns: v.array(v.string()),
    personal: v.array(personalSchema),
    signed_by: v.nullable(v.string()),
  }),
  example: { id: '0000', kind: 'full', password: 'correct horse battery staple' },
  async run({ session }, { id, ...options }, control) {
    const made = await exportWorkspace(session, id, options, control)
    if (!made.ok) return made
    const { file, personal, ...facts } = made.value
    return success({ file, bytes: file.size, ...facts, ...personalAnswer(personal) })
  },
})

export const personalColumnsOf = defineOperation({
  method: 'GET',
  path: '/api/v1/workspaces/{id}/personal-columns',
  summary: 'The columns with personal data that a file of a workspace would hold',
  input: v.object({ id: v.string(), kind: v.optional(kindField, 'full') }),
  output: v.object({ personal_columns: v.array(v.string()), personal: v.array(personalSchema) }),
  example: { id: '0000' },
  async run({ session }, { id, kind }) {
    const found = await personalIn(session, id, kind)
    return found.ok ? success(personalAnswer(found.value)) : found
  },
})

const factsSchema = v.looseObject({
  kind: v.string(),
  schema: v.number(),
  version: v.string(),
  exported_at: v.string(),
  name: v.string(),
  encrypted: v.boolean(),
  order_lines: v.number(),
  imports: v.number(),
  first_day: v.nullable(v.string()),
  last_day: v.nullable(v.string()),
  contents: v.record(v.string(), v.number()),
  /** Who signed it, where nothing was changed since. */
  signed: v.nullable(v.object({ fingerprint: v.string(), signed_at: v.string(), own: v.boolean() })),
  warnings: v.array(v.string()),
})

const least = (days: readonly (string | null)[]): string | null =>
  days.filter((day) => day !== null).toSorted()[0] ?? null
const most = (days: readonly (string | null)[]): string | null =>
  days
    .filter((day) => day !== null)
    .toSorted()
    .at(-1) ?? null

const factsAnswer = ({ manifest, encrypted, signed, warnings }: FileFacts) => ({
  kind: manifest.kind,
  schema: manifest.schema,
  version: manifest.version,
  exported_at: manifest.exported_at,
  name: manifest.workspace.name,
  encrypted,
  order_lines: manifest.rows,
  imports: manifest.entries['imports.jsonl'] ?? 0,
  first_day: least(manifest.parts.map(({ first_day }) => first_day)),
  last_day: most(manifest.parts.map(({ last_day }) => last_day)),
  contents: { ...manifest.entries, parts: manifest.parts.length },
  signed,
  warnings: [...warnings],
})

export const inspectWorkspaceFile = defineOperation({
  method: 'POST',
  path: '/api/v1/workspaces/inspect',
  summary: 'What is in a workspace file: read and checked whole, nothing stored',
  whileLocked: true,
  input: v.object({ file: fileField, password: passwordField }),
  output: factsSchema,
  example: { file: new Blob() },
  async run({ session }, { file, password }, control) {
    const facts = await inspectFile(session, file, password, control)
    return facts.ok ? success(factsAnswer(facts.value)) : facts
  },
})

const sideField = v.picklist(['mine', 'theirs'])

const reviewAnswer = ({ imports, knownImports, tables, undo }: Merged) => ({
  /** Rescue copy of before the merge: going back to it undoes the merge. */
  undo,
  imports: { added: imports.length, known: knownImports },
  records: {
    added: tables.reduce((sum, { added }) => sum + added.length, 0),
    same: tables.reduce((sum, { same }) => sum + same, 0),
  },
  tables: tables.map(({ table, added, same, conflicts }) => ({
    table,
    added: added.length,
    same,
    conflicts: conflicts.length,
  })),
  conflicts: tables.flatMap(({ table, conflicts }) =>
    conflicts.map(({ id, mine, theirs, newer }) => ({ table, id, mine, theirs, newer })),
  ),
  /** Deleted by one side and still there on the other: `theirs` in `choices` does as the file has it. */
  deleted: tables.flatMap(({ table, deleted }) =>
    deleted.map(({ id, by, deleted_at, record, usual }) => ({ table, id, by, deleted_at, record, usual })),
  ),
})

export const importWorkspaceFile = defineOperation({
  method: 'POST',
  path: '/api/v1/workspaces/import',
  summary:
    'Opens a workspace file beside the others, merges it into the open workspace (dry_run only looks), or compares it with that',
  whileLocked: true,
  input: v.object({
    file: fileField,
    password: passwordField,
    mode: v.optional(v.picklist(['open', 'merge', 'compare']), 'open'),
    dry_run: v.optional(booleanField, false),
    choices: v.optional(v.record(v.string(), sideField), {}),
  }),
  output: v.looseObject({
    workspace: v.looseObject({ id: v.string(), name: v.string() }),
    warnings: v.optional(v.array(v.string())),
    /** Of mode compare. */
    comparison: v.optional(recordField),
  }),
  example: { file: new Blob(), mode: 'open' },
  statusFor: ({ mode }) => (mode === 'open' ? 201 : 200),
  async run({ session }, { file, password, mode, dry_run, choices }, control) {
    if (mode !== 'open' && session.isLocked()) return failure('LOCKED', 'the open workspace is locked')
    if (mode !== 'open' && session.current().row.viewer)
      return failure('READ_ONLY', 'the open workspace holds figures only')
    if (mode === 'compare') {
      const compared = await compareFile(session, file, password, control)
      if (!compared.ok) return compared
      const { comparison, facts } = compared.value
      return success({
        mode,
        workspace: { ...session.current().row },
        ...factsAnswer(facts),
        comparison: { ...comparison },
      })
    }
    if (mode === 'merge') {
      const merged = await mergeFile(session, file, { password, dryRun: dry_run, choices }, control)
      return merged.ok
        ? success({ mode, dry_run, workspace: { ...session.current().row }, ...reviewAnswer(merged.value) })
        : merged
    }
    const opened = await openFile(session, file, password, control)
    if (!opened.ok) return opened
    await session.open(opened.value.row.id)
    const { row, facts, erasedAgain, unasked } = opened.value
    const answer = factsAnswer(facts)
    const warnings = [...answer.warnings, ...(unasked ? ['ERASED_LIST_LOCKED'] : [])]
    return success({ mode, workspace: { ...row }, ...answer, warnings, erased_again: erasedAgain })
  },
})

export const getSigningKey = defineOperation({
  method: 'GET',
  path: '/api/v1/signing-key',
  summary: 'The fingerprint that files signed by this installation carry; null: the browser has no Ed25519',
  whileLocked: true,
  input: v.object({}),
  output: v.object({ fingerprint: v.nullable(v.string()) }),
  example: {},
  async run() {
    const fingerprint = await signingFingerprint()
    return fingerprint.ok ? success({ fingerprint: fingerprint.value }) : fingerprint
  },
})

export const getViewer = defineOperation({
  method: 'GET',
  path: '/api/v1/viewer',
  summary: 'The figures of a workspace that was opened from a viewer file: aggregates, no rows',
  input: v.object({}),
  output: recordField,
  example: {},
  async run({ workspace }) {
    const figures = await figuresKept(workspace)
    return figures.ok ? success({ ...figures.value }) : figures
  },
})
