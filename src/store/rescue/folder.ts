import { entryNames } from '../opfs.ts'

const ROOT = 'ventas-rescue'

/** A folder of the browser's own file system (OPFS), which survives a damaged IndexedDB. */
export interface Folder {
  /** Names of the files in it. */
  names(): Promise<string[]>
  /** The file, or null when it is not there. */
  read(name: string): Promise<File | null>
  /** Writes a file whole or not at all. */
  write(name: string, content: Blob | string): Promise<void>
  remove(name: string): Promise<void>
}

const isMissing = (cause: unknown): boolean => cause instanceof DOMException && cause.name === 'NotFoundError'

/** The browser has no file system of its own for this window (a private one of Firefox or Safari): there are no copies. */
class NoRescuePlace extends Error {
  override name = 'NoRescuePlace'
}

const rootOf = async (): Promise<FileSystemDirectoryHandle | null> => {
  try {
    return await navigator.storage.getDirectory()
  } catch {
    return null
  }
}

async function handleOf(path: readonly string[], create: boolean): Promise<FileSystemDirectoryHandle | null> {
  let folder = await rootOf()
  if (!folder && create) throw new NoRescuePlace('this browser window has no place for rescue copies')
  try {
    if (!folder) return null
    for (const name of path) folder = await folder.getDirectoryHandle(name, { create })
    return folder
  } catch (cause) {
    if (isMissing(cause)) return null
    throw cause
  }
}

async function readFile(folder: FileSystemDirectoryHandle | null, name: string): Promise<File | null> {
  try {
    return folder && (await (await folder.getFileHandle(name)).getFile())
  } catch (cause) {
    if (isMissing(cause)) return null
    throw cause
  }
}

async function removeEntry(folder: FileSystemDirectoryHandle | null, name: string): Promise<void> {
  await folder?.removeEntry(name, { recursive: true }).catch((cause: unknown) => {
    if (!isMissing(cause)) throw cause
  })
}

/** A folder of a workspace's rescue copies: `copies`, `parts` or `refused`. Made when it is first written to. */
export function rescueFolder(workspace: string, kind: 'copies' | 'parts' | 'refused'): Folder {
  const path = [ROOT, workspace, kind]
  return {
    async names() {
      const folder = await handleOf(path, false)
      return folder ? entryNames(folder) : []
    },
    read: async (name) => readFile(await handleOf(path, false), name),
    async write(name, content) {
      const folder = await handleOf(path, true)
      const file = await folder?.getFileHandle(name, { create: true })
      const writable = await file?.createWritable()
      await writable?.write(content)
      await writable?.close()
    },
    remove: async (name) => removeEntry(await handleOf(path, false), name),
  }
}

/** Runs work on the rescue of a workspace while no other tab does. */
export const oneRescueAtATime = <Value>(workspace: string, work: () => Promise<Value>): Promise<Value> =>
  navigator.locks.request(`ventas-rescue-${workspace}`, work)

/** Deletes all rescue copies of a workspace. */
export async function removeRescue(workspace: string): Promise<void> {
  await removeEntry(await handleOf([ROOT], false), workspace)
}
