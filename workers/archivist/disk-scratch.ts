import type { NewScratch } from '../../src/store/file/scratch.ts'
import type { NewScratches } from '../../src/store/file/staging.ts'
import { memoryScratch } from '../../src/store/file/scratch.ts'
import { scratchFolder } from '../../src/store/file/scratch-folder.ts'

/** The page's project, which reads these types too, does not know what only workers have. */
interface SyncFile {
  write(piece: Uint8Array, options: { at: number }): number
  flush(): void
  close(): void
}
type Opening = { createSyncAccessHandle(): Promise<SyncFile> }

/** A fresh file on the disk, open; null where the browser has no such disk. */
async function freshFile() {
  try {
    const folder = await scratchFolder()
    const name = `${Date.now()}-${crypto.randomUUID()}`
    const handle = await folder.getFileHandle(name, { create: true })
    const access = await (handle as unknown as Opening).createSyncAccessHandle()
    const remove = () => (access.close(), folder.removeEntry(name))
    return { handle, access, remove }
  } catch {
    return null
  }
}

/** Scratches on the disk, so that a large file takes no memory; in memory where the browser has no such disk. */
export const diskScratches: NewScratches = () => {
  const made: { remove(): Promise<void> }[] = []
  const newScratch: NewScratch = async () => {
    const file = await freshFile()
    if (!file) return memoryScratch()
    made.push(file)
    const { access, handle } = file
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
  }
  const clear = async () => {
    for (const file of made) await file.remove().catch(reportError)
  }
  return { newScratch, clear }
}

/** A scratch that stays when the work is done. */
export const diskScratch: NewScratch = () => diskScratches().newScratch()
