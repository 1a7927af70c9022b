import { entryNames } from './opfs.ts'

/** What must be found again at the next start: kept outside IndexedDB, because Chrome empties a damaged one without an error. */
export interface Sentinel {
  readonly workspace: string
  readonly generation: number
  readonly rows: number
  /** Hash over the parts' hashes of the generation. */
  readonly hash: string
}

const keyOf = (workspace: string): string => `ventas-sentinel-${workspace}`

const parse = (text: string | null): Sentinel | null => {
  try {
    const value: unknown = text === null ? null : JSON.parse(text)
    return typeof value === 'object' && value !== null && 'generation' in value ? (value as Sentinel) : null
  } catch {
    return null
  }
}

async function opfsFile(workspace: string, create: boolean): Promise<FileSystemFileHandle> {
  const root = await navigator.storage.getDirectory()
  return root.getFileHandle(`${keyOf(workspace)}.json`, { create })
}

/** A full or forbidden store: the other copy stands. */
const orElseTheOther = () => {}

const writeLocal = async (workspace: string, text: string): Promise<void> =>
  localStorage.setItem(keyOf(workspace), text)

async function writeFile(workspace: string, text: string): Promise<void> {
  const file = await (await opfsFile(workspace, true)).createWritable()
  await file.write(text)
  await file.close()
}

/** Writes the sentinel to localStorage and, where the browser has it, to OPFS: each by itself. Never fails. */
export async function writeSentinel(sentinel: Sentinel): Promise<void> {
  const text = JSON.stringify(sentinel)
  await writeLocal(sentinel.workspace, text).catch(orElseTheOther)
  await writeFile(sentinel.workspace, text).catch(orElseTheOther)
}

/** The newest sentinel of a workspace, or null when there is none. */
export async function readSentinel(workspace: string): Promise<Sentinel | null> {
  const local = parse(localStorage.getItem(keyOf(workspace)))
  let opfs: Sentinel | null = null
  try {
    opfs = parse(await (await (await opfsFile(workspace, false)).getFile()).text())
  } catch {
    opfs = null
  }
  if (!local || !opfs) return local ?? opfs
  return local.generation >= opfs.generation ? local : opfs
}

/** Workspaces with a sentinel in OPFS. */
async function workspacesInOpfs(): Promise<string[]> {
  try {
    const names = await entryNames(await navigator.storage.getDirectory())
    return names.filter((name) => name.startsWith(keyOf(''))).map((name) => name.slice(keyOf('').length, -5))
  } catch {
    return []
  }
}

/** Sentinels of workspaces that the list does not know: the list itself was lost. Deleting a workspace takes its sentinel along. */
export async function strandedSentinels(known: readonly string[]): Promise<readonly Sentinel[]> {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(keyOf('')))
  const local = keys.map((key) => key.slice(keyOf('').length))
  const ids = new Set([...local, ...(await workspacesInOpfs())])
  const stranded = [...ids].filter((id) => !known.includes(id))
  const found = await Promise.all(stranded.map(readSentinel))
  return found.filter((sentinel) => sentinel !== null)
}

/** Forgets the sentinel of a deleted workspace. */
export async function removeSentinel(workspace: string): Promise<void> {
  localStorage.removeItem(keyOf(workspace))
  localStorage.removeItem(`ventas-history:ventas-${workspace}`)
  try {
    await (await navigator.storage.getDirectory()).removeEntry(`${keyOf(workspace)}.json`)
  } catch {
    // It was never there.
  }
}
