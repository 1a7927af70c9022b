const FOLDER = 'workspace-files'
/** Older than this, a file that was made here has been saved, or nobody waits for it any more. */
const STALE_MS = 30 * 60_000

/** Where workspace files are put together on the disk. Rejects where the browser has no such place. */
export const scratchFolder = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true })

/** Deletes what earlier work left on the disk and, unless `all` is true, is half an hour old. What is still open elsewhere stays. */
export async function sweepScratches(all = false): Promise<void> {
  try {
    const place = await scratchFolder()
    for await (const name of (place as unknown as { keys(): AsyncIterable<string> }).keys())
      if (all || Math.abs(Date.now() - Number(name.split('-')[0])) > STALE_MS)
        await place.removeEntry(name).catch(() => {})
  } catch {
    // No such disk: nothing was left.
  }
}
