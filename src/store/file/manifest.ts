import { refuse } from '../../model/file-fault.ts'
import type { ManifestRow, PartKind, PartRow } from '../records.ts'
import { SCHEMA_VERSION } from '../workspace-database.ts'
import { asObject, plainJson } from './plain-json.ts'

/** What a file is for: `full` holds everything; `redacted` no names, e-mails or phones; `viewer` no rows at all, only sums. */
const FILE_KINDS = ['full', 'redacted', 'viewer'] as const
export type WorkspaceFileKind = (typeof FILE_KINDS)[number]

export type PartFacts = Omit<PartRow, 'file'>

/** `manifest.json` of a workspace file. */
export interface FileManifest {
  readonly schema: number
  readonly kind: WorkspaceFileKind
  /** Version of the app that wrote it. */
  readonly version: string
  readonly exported_at: string
  readonly workspace: {
    readonly id: string
    readonly name: string
    readonly created_at: string
    readonly demo: boolean
  }
  readonly generation: number
  /** Order lines of the generation in force. */
  readonly rows: number
  readonly parts: readonly PartFacts[]
  readonly manifests: readonly ManifestRow[]
  /** Rows of each other entry by its name, so that one that is missing is told. */
  readonly entries: Readonly<Record<string, number>>
}

const ROWS_LIMIT = 500_000_000
const ID = /^[\w-]{1,64}$/
const SHA = /^[0-9a-f]{64}$/
const PART_KINDS: readonly string[] = ['import', 'orders', 'products', 'people', 'facts'] satisfies PartKind[]

const textOf = (value: unknown, limit = 1000): string =>
  typeof value === 'string' && value.length <= limit ? value : refuse('CONTENT_INCONSISTENT')

const idOf = (value: unknown): string => {
  const id = textOf(value)
  return ID.test(id) ? id : refuse('CONTENT_INCONSISTENT')
}

const countOf = (value: unknown, most = ROWS_LIMIT): number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= most
    ? value
    : refuse('CONTENT_INCONSISTENT')

const listOf = <Value>(value: unknown, read: (entry: unknown) => Value): Value[] =>
  Array.isArray(value) ? value.map(read) : refuse('CONTENT_INCONSISTENT')

const dayOf = (value: unknown): string | null => (value === null ? null : textOf(value, 10))

function readPart(value: unknown): PartFacts {
  const given = asObject(value)
  const sha256 = textOf(given['sha256'])
  const kind = textOf(given['kind'])
  if (!SHA.test(sha256) || !PART_KINDS.includes(kind)) refuse('CONTENT_INCONSISTENT')
  return {
    id: idOf(given['id']),
    kind: kind as PartKind,
    bytes: countOf(given['bytes'], Number.MAX_SAFE_INTEGER),
    sha256,
    rows: countOf(given['rows']),
    first_day: dayOf(given['first_day']),
    last_day: dayOf(given['last_day']),
  }
}

function readGeneration(value: unknown, known: ReadonlySet<string>): ManifestRow {
  const given = asObject(value)
  const parts = asObject(given['parts'])
  const cause = asObject(given['cause'])
  const part = (id: unknown): string => (known.has(textOf(id)) ? idOf(id) : refuse('CONTENT_INCONSISTENT'))
  const merged = (id: unknown): string | null => (id === null ? null : part(id))
  const kind = textOf(cause['kind']) as ManifestRow['cause']['kind']
  return {
    generation: countOf(given['generation']),
    at: textOf(given['at'], 40),
    rows: countOf(given['rows']),
    parts: {
      ...parts,
      orders: listOf(parts['orders'], (entry) => {
        const order = asObject(entry)
        return { part: part(order['part']), import: idOf(order['import']) }
      }),
      products: merged(parts['products']),
      people: merged(parts['people']),
      facts: parts['facts'] === undefined ? null : merged(parts['facts']),
    },
    cause: { kind, import: cause['import'] === null ? null : idOf(cause['import']) },
  }
}

function checkSums({ manifests, parts, generation, rows }: FileManifest): void {
  const rowsOf = new Map(parts.map((part) => [part.id, part.rows]))
  if (rowsOf.size !== parts.length) refuse('CONTENT_INCONSISTENT')
  const current = manifests.find((manifest) => manifest.generation === generation)
  if (!current && generation !== 0) refuse('CONTENT_INCONSISTENT')
  if (manifests.some((manifest) => manifest.generation > generation)) refuse('CONTENT_INCONSISTENT')
  const sum = current?.parts.orders.reduce((total, { part }) => total + (rowsOf.get(part) ?? 0), 0) ?? 0
  if (sum !== rows || (current && current.rows !== rows)) refuse('CONTENT_INCONSISTENT')
}

function readWorkspace(value: unknown): FileManifest['workspace'] {
  const given = asObject(value)
  const name = textOf(given['name'], 200)
  return {
    id: idOf(given['id']),
    name,
    created_at: textOf(given['created_at'], 40),
    demo: given['demo'] === true,
  }
}

/** Reads and checks a `manifest.json`. Throws MADE_BY_NEWER_APP, CONTENT_INCONSISTENT. */
export function readManifest(text: string): FileManifest {
  const given = asObject(plainJson(text))
  const schema = countOf(given['schema'])
  const kind = FILE_KINDS.find((known) => known === given['kind'])
  if (schema > SCHEMA_VERSION) refuse('MADE_BY_NEWER_APP')
  if (schema === 0 || !kind) refuse('CONTENT_INCONSISTENT')
  const parts = listOf(given['parts'], readPart)
  const known = new Set(parts.map(({ id }) => id))
  const entries = Object.entries(asObject(given['entries']))
  const manifest: FileManifest = {
    schema,
    kind: kind ?? 'full',
    version: textOf(given['version'], 40),
    exported_at: textOf(given['exported_at'], 40),
    workspace: readWorkspace(given['workspace']),
    generation: countOf(given['generation']),
    rows: countOf(given['rows']),
    parts,
    manifests: listOf(given['manifests'], (entry) => readGeneration(entry, known)),
    entries: Object.fromEntries(entries.map(([name, rows]) => [name, countOf(rows)])),
  }
  // A viewer file tells how many rows it was made of and has none.
  if (kind !== 'viewer') checkSums(manifest)
  return manifest
}
