import { refuse } from '../../model/file-fault.ts'
import type { ImportRow, PartRow, RefusedRows, SettingRow, StoredRecord } from '../records.ts'
import { RECORD_NAMES, type RecordTable } from '../workspace-database.ts'
import type { ViewerFigures } from '../../model/viewer.ts'
import { checkSignature, lineOf, SIGNATURE, type SignatureState } from './signature.ts'
import { drain } from './streams.ts'
import { FIGURES, readFigures } from './viewer.ts'
import type { ReadEntry } from './entries.ts'
import { type FileManifest, readManifest } from './manifest.ts'
import { auditHolds, modelHolds } from './misgivings.ts'
import { jsonLines } from './plain-json.ts'
import { readFile, type ReadOptions } from './read-file.ts'
import type { NewScratch } from './scratch.ts'
import { travels } from './snapshot.ts'

/** All that a workspace file holds, checked; nothing of it is stored yet. */
export interface Contents {
  readonly manifest: FileManifest
  readonly encrypted: boolean
  readonly settings: readonly SettingRow[]
  readonly imports: readonly ImportRow[]
  readonly refused: readonly RefusedRows[]
  readonly records: ReadonlyMap<RecordTable, readonly StoredRecord[]>
  /** Empty when they were read without being kept. */
  readonly parts: readonly PartRow[]
  /** What to tell though the file is taken: NEWER_MINOR_VERSION, MODEL_REFUSED, AUDIT_CHAIN_BROKEN, SIGNATURE_BROKEN, SIGNATURE_UNCHECKED. */
  readonly warnings: readonly string[]
  readonly signature: SignatureState
  /** All that there is in a viewer file; null in every other. */
  readonly figures: ViewerFigures | null
}

export interface ContentsOptions extends ReadOptions {
  /** Where parts are put; null: they are read and checked, and forgotten. */
  readonly newScratch: NewScratch | null
}

type Row = Readonly<Record<string, unknown>>

interface Found {
  readonly lines: Map<string, Row[]>
  readonly parts: Map<string, { readonly size: number; readonly sha256: string; readonly file: Blob | null }>
  readonly names: Set<string>
  manifest: FileManifest | null
  figures: string | null
  signature: string | null
  /** What a signature is over. */
  readonly listed: string[]
}

const PART = /^parts\/([\w-]+)\.duckdb$/
const VIEWER_NAMES: ReadonlySet<string> = new Set(['manifest.json', FIGURES, SIGNATURE])
const MODELS = 'records/models.jsonl'
const MANIFEST_LIMIT = 64 * 1024 * 1024

async function textOf({ size, content }: ReadEntry): Promise<string> {
  if (size > MANIFEST_LIMIT) refuse('CONTENT_INCONSISTENT')
  const decoder = new TextDecoder()
  let text = ''
  for await (const piece of content) text += decoder.decode(piece, { stream: true })
  return text + decoder.decode()
}

async function takePart(entry: ReadEntry, newScratch: NewScratch | null): Promise<Blob | null> {
  const scratch = await newScratch?.()
  for await (const piece of entry.content) await scratch?.append(piece)
  return (await scratch?.finish()) ?? null
}

const takeInto = (found: Found, newScratch: NewScratch | null) => async (entry: ReadEntry) => {
  const { name, size, sha256 } = entry
  const part = PART.exec(name)?.[1]
  found.names.add(name)
  if (name !== SIGNATURE) found.listed.push(lineOf(name, size, sha256))
  if (name === 'manifest.json') found.manifest = readManifest(await textOf(entry))
  else if (name === FIGURES) found.figures = await textOf(entry)
  else if (name === SIGNATURE) found.signature = await textOf(entry)
  else if (part) found.parts.set(part, { size, sha256, file: await takePart(entry, newScratch) })
  else if (name.endsWith('.jsonl')) {
    const rows: Row[] = []
    found.lines.set(name, rows)
    // A model with such numbers is left out; anything else makes the file inconsistent.
    for await (const row of jsonLines(entry.content, name !== MODELS)) rows.push(row)
  } else await drain(entry.content)
}

function partsOf({ parts }: FileManifest, found: Found): PartRow[] {
  return parts.flatMap((facts) => {
    const part = found.parts.get(facts.id) ?? refuse('CONTENT_INCOMPLETE')
    if (part.size !== facts.bytes || part.sha256 !== facts.sha256) refuse('CONTENT_INCONSISTENT')
    return part.file ? [{ ...facts, file: part.file }] : []
  })
}

/** A viewer file holds its figures and no other entry; what else it holds may be rows. */
function checkViewer({ parts, manifests }: FileManifest, found: Found): void {
  const more = [...found.names].some((name) => !VIEWER_NAMES.has(name))
  if (more || parts.length > 0 || manifests.length > 0) refuse('VIEWER_FILE_HAS_RAW_ROWS')
}

function checkEntries(manifest: FileManifest, found: Found): void {
  const { entries, kind } = manifest
  if (kind === 'viewer') checkViewer(manifest, found)
  for (const [name, rows] of Object.entries(entries)) {
    const lines = found.lines.get(name) ?? refuse('CONTENT_INCOMPLETE')
    if (lines.length !== rows) refuse('CONTENT_INCONSISTENT')
  }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 1000

const rowsWith = <Of>(found: Found, name: string, isOne: (row: Row) => boolean): readonly Of[] => {
  const rows = found.lines.get(name) ?? []
  return rows.every(isOne) ? (rows as unknown as readonly Of[]) : refuse('CONTENT_INCONSISTENT')
}

const isRecord = ({ id, at, data }: Row): boolean =>
  isText(id) && isText(at) && typeof data === 'object' && data !== null

function refusedOf(found: Found): RefusedRows[] {
  const rows = rowsWith<Row>(
    found,
    'refused.jsonl',
    ({ import: id, row }) => isText(id) && typeof row === 'object',
  )
  const byImport = new Map<string, RefusedRows['rows'][number][]>()
  for (const { import: id, row } of rows) {
    const own = byImport.get(String(id)) ?? []
    byImport.set(String(id), own)
    own.push(row as RefusedRows['rows'][number])
  }
  return [...byImport].map(([id, own]) => ({ import: id, rows: own }))
}

function recordsOf(found: Found, warn: (code: string) => void): Map<RecordTable, readonly StoredRecord[]> {
  const records = RECORD_NAMES.map((table) => {
    const rows = rowsWith<StoredRecord>(found, `records/${table}.jsonl`, isRecord)
    const kept = table === 'models' ? rows.filter(modelHolds) : rows
    if (kept.length < rows.length) warn('MODEL_REFUSED')
    return [table, kept] as const
  })
  return new Map(records)
}

const isImport = ({ id, at, state, files, base, generation }: Row): boolean =>
  isText(id) &&
  isText(at) &&
  (state === 'committed' || state === 'taken_back') &&
  Array.isArray(files) &&
  Number.isSafeInteger(base) &&
  Number.isSafeInteger(generation)

const nothingFound = (): Found => ({
  lines: new Map(),
  parts: new Map(),
  names: new Set(),
  manifest: null,
  figures: null,
  signature: null,
  listed: [],
})

/** Reads a whole file and holds its content together. Throws WorkspaceFileFault; what was put in scratches then is left to be thrown away. */
export async function readContents(file: Blob, options: ContentsOptions): Promise<Contents> {
  const found = nothingFound()
  const { encrypted, newerMinor } = await readFile(file, takeInto(found, options.newScratch), options)
  const manifest = found.manifest ?? refuse('CONTENT_INCOMPLETE')
  checkEntries(manifest, found)
  const warnings = new Set<string>(newerMinor ? ['NEWER_MINOR_VERSION'] : [])
  const records = recordsOf(found, (code) => warnings.add(code))
  if (!(await auditHolds(records.get('audit') ?? []))) warnings.add('AUDIT_CHAIN_BROKEN')
  const signature = await checkSignature(found.signature, found.listed)
  if (signature.state === 'broken') warnings.add('SIGNATURE_BROKEN')
  if (signature.state === 'unchecked') warnings.add('SIGNATURE_UNCHECKED')
  return {
    manifest,
    encrypted,
    signature,
    settings: rowsWith<SettingRow>(found, 'settings.jsonl', ({ key }) => isText(key)).filter(travels),
    imports: rowsWith<ImportRow>(found, 'imports.jsonl', isImport),
    refused: refusedOf(found),
    records,
    parts: partsOf(manifest, found),
    warnings: [...warnings],
    figures: manifest.kind === 'viewer' ? readFigures(found.figures ?? refuse('CONTENT_INCOMPLETE')) : null,
  }
}
