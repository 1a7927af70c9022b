import type { NewScratch } from '../../src/store/file/scratch.ts'
import { memoryScratch } from '../../src/store/file/scratch.ts'
import { scratchFolder } from '../../src/store/file/scratch-folder.ts'

/** The page's project, which reads these types too, does not know what only workers have. */
interface SyncFile {
  write(piece: Uint8Array, options: { at: number }): number
  flush(): void
  close(): void
}
type Opening = { createSyncAccessHandle(): Promise<SyncFile> }

/** A scratch on the disk, so that a large file takes no memory; where the browser has no such disk, in memory. */
export const diskScratch: NewScratch = async () => {
  try {
    const handle = await (
      await scratchFolder()
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
