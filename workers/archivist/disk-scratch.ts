import type { NewScratch } from '../../src/store/file/scratch.ts'
import { memoryScratch } from '../../src/store/file/scratch.ts'

const FOLDER = 'workspace-files'
/** Older than this, a file that was made here has been saved, or nobody waits for it any more. */
const STALE_MS = 30 * 60_000

/** The page's project, which reads these types too, does not know what only workers have. */
interface SyncFile {
  write(piece: Uint8Array, options: { at: number }): number
  flush(): void
  close(): void
}
type Opening = { createSyncAccessHandle(): Promise<SyncFile> }

const folder = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true })

/** A scratch on the disk, so that a large file takes no memory; where the browser has no such disk, in memory. */
export const diskScratch: NewScratch = async () => {
  try {
    const handle = await (
      await folder()
    ).getFileHandle(`${Date.now()}-${crypto.randomUUID()}`, { create: true })
    const access = await (handle as unknown as Opening).createSyncAccessHandle()
    let at = 0
    return {
      async append(piece) {
        for (let done = 0; done < piece.length;) done += access.write(piece.subarray(done), { at: at + done })
        at += piece.length
      },
      async finish() {
        access.flush()
        access.close()
        return handle.getFile()
      },
    }
  } catch {
    return memoryScratch()
  }
}

/** Deletes what earlier work left on the disk. What is still open elsewhere stays. */
export async function sweepScratches(): Promise<void> {
  try {
    const place = await folder()
    for await (const name of (place as unknown as { keys(): AsyncIterable<string> }).keys())
      if (Date.now() - Number(name.split('-')[0]) > STALE_MS) await place.removeEntry(name).catch(() => {})
  } catch {
    // No such disk: nothing was left.
  }
}
