import { failure, type Outcome, success } from '../src/model/outcome.ts'
import { WorkspaceFileFault } from '../src/model/file-fault.ts'
import { type Contents, readContents } from '../src/store/file/contents.ts'
import { type IncludeName, snapshotWith } from '../src/store/file/include.ts'
import type { FileManifest, WorkspaceFileKind } from '../src/store/file/manifest.ts'
import {
  manifestFor,
  sizeOf,
  type Snapshot,
  snapshotEntries,
  takeSnapshot,
  viewerEntries,
} from '../src/store/file/snapshot.ts'
import { memoryScratch } from '../src/store/file/scratch.ts'
import { sweepScratches } from '../src/store/file/scratch-folder.ts'
import type { FileEntry } from '../src/store/file/entries.ts'
import { fingerprintOf, type Signed, signedEntries } from '../src/store/file/signature.ts'
import { ownFingerprint, ownSigner } from '../src/store/signing-key.ts'
import { type NewScratches, stageContents, type StagingPlace } from '../src/store/file/staging.ts'
import { writeFile } from '../src/store/file/write-file.ts'
import type { ViewerFigures } from '../src/model/viewer.ts'
import type { WorkspaceRow } from '../src/store/records.ts'
import { openWorkspaceDatabase, type WorkspaceDatabase } from '../src/store/workspace-database.ts'
import { checkParts } from './archivist/check-parts.ts'
import { deriveApart } from './archivist/derive-apart.ts'
import { diskScratch, diskScratches } from './archivist/disk-scratch.ts'
import { type PersonalColumn, personalColumns } from './archivist/personal.ts'
import { pseudonymKeys } from '../src/store/file/pseudonym-keys.ts'
import { redactSnapshot } from './archivist/redact.ts'
import type { Call, Job } from './contract.ts'
import { serve } from './serve.ts'

interface Source {
  readonly workspace: WorkspaceRow
  readonly kind: WorkspaceFileKind
  /** Of a workspace with a passphrase. */
  readonly key: CryptoKey | null
  /** What goes along with the sales; all of it unless told. */
  readonly include?: readonly IncludeName[] | undefined
  /** The personal columns of its parts, where the open workspace has counted them. */
  readonly counted?: readonly PersonalColumn[] | null
}

export interface ExportInput extends Source {
  readonly password: string | undefined
  /** With the key of this installation. */
  readonly sign?: boolean | undefined
}

export interface ViewerInput {
  readonly workspace: WorkspaceRow
  readonly figures: ViewerFigures
  /** Order lines that they are made of. */
  readonly rows: number
  readonly password: string | undefined
  readonly sign?: boolean | undefined
}

export interface ExportedFile {
  readonly file: Blob
  readonly sha256: string
  readonly exported_at: string
  /** What left with it. */
  readonly personal: readonly PersonalColumn[]
  /** The fingerprint of the key that signed it; null: not signed. */
  readonly signed_by: string | null
}

export interface GivenFile {
  readonly file: Blob
  readonly password: string | undefined
  /** Nothing of it may lie on the disk in the clear: it is unpacked in memory. */
  readonly sealed: boolean
}

/** What is in a file, without its rows. */
export interface FileFacts {
  readonly manifest: FileManifest
  readonly encrypted: boolean
  /** Who signed it and when, where nothing was changed since; null where nobody did, or where it does not hold. */
  readonly signed: (Signed & { readonly own: boolean }) | null
  readonly warnings: readonly string[]
}

/** Thrown where a signature was asked for, and the browser has no Ed25519. */
class NoSignatures extends Error {}

/** The entries as they are, or signed. */
async function withSignature(entries: AsyncGenerator<FileEntry, void, void>, sign: boolean, at: string) {
  if (!sign) return { entries, signed_by: null }
  const signer = await ownSigner()
  if (!signer) throw new NoSignatures()
  return { entries: signedEntries(entries, signer, at), signed_by: await fingerprintOf(signer.publicKey) }
}

/** Thrown where the page has cancelled. */
class Cancelled extends Error {}

const beatOf = (job: Job, phase: string, total: number) => async (done: number) => {
  await job.beat({ done: Math.min(done, total), total, phase })
  if (job.stop.aborted) throw new Cancelled()
}

async function guarded<Value>(work: () => Promise<Value>): Promise<Outcome<Value>> {
  await sweepScratches()
  try {
    return success(await work())
  } catch (cause) {
    if (cause instanceof Cancelled) return failure('CANCELLED', 'cancelled by the caller')
    if (cause instanceof NoSignatures)
      return failure('CONFLICT', 'this browser has no Ed25519: it cannot sign')
    if (cause instanceof Error && cause.name === 'LockedStore')
      return failure('LOCKED', 'the workspace is locked; unlock it with its passphrase')
    if (cause instanceof WorkspaceFileFault)
      return failure(cause.code, 'the workspace file was refused; nothing was stored', { reason: cause.code })
    throw cause
  }
}

/** Reads all of a workspace. */
async function withSnapshot<Value>(
  { workspace, key, include }: Source,
  work: (snapshot: Snapshot, database: WorkspaceDatabase) => Promise<Value>,
): Promise<Value> {
  const database = await openWorkspaceDatabase(workspace.id, key)
  try {
    return await work(snapshotWith(await takeSnapshot(database), include), database)
  } finally {
    database.close({ disableAutoOpen: true })
  }
}

const exportFile: Call<ExportInput, ExportedFile> = ({ password, sign = false, ...source }, job) =>
  guarded(() =>
    withSnapshot(source, async (whole, database) => {
      const { workspace, kind, key } = source
      const onPart = () => beatOf(job, 'redact', 0)(0)
      const snapshot =
        kind === 'redacted' ? await redactSnapshot(whole, await pseudonymKeys(database), onPart) : whole
      const at = new Date().toISOString()
      const manifest = manifestFor(workspace, kind, snapshot, at)
      const onBytes = beatOf(job, 'pack', sizeOf(snapshot))
      await onBytes(0)
      // A file without a password would lie on the disk in the clear, beside data that are not.
      const newScratch = key && !password ? memoryScratch : diskScratch
      const options = { password, derive: deriveApart, newScratch, onBytes }
      const personal = await personalColumns(snapshot, false, kind === 'full' ? source.counted : null)
      const { entries, signed_by } = await withSignature(snapshotEntries(manifest, snapshot), sign, at)
      return { ...(await writeFile(entries, options)), exported_at: at, personal, signed_by }
    }),
  )

/** Writes the figures for a viewer: no row is read here. */
const exportViewer: Call<ViewerInput, ExportedFile> = (
  { workspace, figures, rows, password, sign = false },
  job,
) =>
  guarded(async () => {
    const at = new Date().toISOString()
    await beatOf(job, 'pack', 0)(0)
    const options = { password, derive: deriveApart, newScratch: memoryScratch }
    const plain = viewerEntries(workspace, figures, rows, at)
    const { entries, signed_by } = await withSignature(plain, sign, at)
    return { ...(await writeFile(entries, options)), exported_at: at, personal: [], signed_by }
  })

/** The personal columns that a file would hold, before it is written. */
const personal: Call<Source, readonly PersonalColumn[]> = (source) =>
  guarded(() =>
    withSnapshot(source, (snapshot) => personalColumns(snapshot, source.kind === 'redacted', source.counted)),
  )

const inMemory: NewScratches = () => ({ newScratch: memoryScratch, clear: async () => {} })

/** Reads and checks a file whole. What it was unpacked into goes after the work: the file may be encrypted, and the disk is not. */
async function withContents<Value>(
  { file, password, sealed }: GivenFile,
  job: Job,
  work: (contents: Contents) => Promise<Value>,
): Promise<Value> {
  const onBytes = beatOf(job, 'unpack', file.size)
  await onBytes(0)
  const { newScratch, clear } = (sealed ? inMemory : diskScratches)()
  try {
    const contents = await readContents(file, { password, derive: deriveApart, newScratch, onBytes })
    await checkParts(contents.parts, () => beatOf(job, 'check', 0)(0))
    return await work(contents)
  } finally {
    await clear()
  }
}

async function factsOf({ manifest, encrypted, warnings, signature }: Contents): Promise<FileFacts> {
  const { signed } = signature
  const own = signed !== null && signed.fingerprint === (await ownFingerprint())
  return { manifest, encrypted, warnings, signed: signed && { ...signed, own } }
}

const inspect: Call<GivenFile, FileFacts> = (given, job) => guarded(() => withContents(given, job, factsOf))

/** Reads and checks a file whole, then writes it into a database of its own under the id that is given. */
const stage: Call<Omit<GivenFile, 'sealed'> & StagingPlace, FileFacts> = (given, job) =>
  guarded(() =>
    withContents({ ...given, sealed: given.key !== null }, job, async (contents) => {
      await beatOf(job, 'store', 0)(0)
      await stageContents(given, contents, diskScratches, () => job.stop.aborted)
      return factsOf(contents)
    }),
  )

/** The fingerprint that files signed here carry; null where the browser cannot sign. */
const fingerprint: Call<null, string | null> = () => guarded(ownFingerprint)

const calls = { fingerprint, exportFile, exportViewer, personal, inspect, stage }
export type ArchivistCalls = typeof calls
serve(calls)
