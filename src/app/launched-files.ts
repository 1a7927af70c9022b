interface LaunchParams {
  readonly files: readonly FileSystemFileHandle[]
  readonly targetURL?: string
}

interface LaunchWindow {
  readonly launchQueue?: { setConsumer(consumer: (launch: LaunchParams) => void): void }
}

/** Filled by the service worker when another app shares files: `workers/service-worker/shared-files.ts`. */
const SHARED = 'shared-files'

const nameOf = (request: Request): string =>
  decodeURIComponent(request.url.slice(request.url.lastIndexOf('/') + 1))

async function takeShared(): Promise<readonly File[]> {
  const cache = await caches.open(SHARED)
  const take = async (request: Request): Promise<File> => {
    const response = await cache.match(request)
    const content = await response?.blob()
    await cache.delete(request)
    return new File(content ? [content] : [], nameOf(request), { type: content?.type ?? '' })
  }
  return Promise.all((await cache.keys()).map(take))
}

/** Shared so long ago, they are of a page that never came. */
const STALE_MS = 10 * 60_000

const sharedAt = ({ url }: Request): number => Number(/\/shared\/(\d+)-/.exec(url)?.[1] ?? 0)

/** Files lie there in the clear: what nobody takes must not stay. */
async function dropStale(): Promise<void> {
  if (!(await caches.has(SHARED))) return
  const cache = await caches.open(SHARED)
  const stale = (await cache.keys()).filter((kept) => Math.abs(Date.now() - sharedAt(kept)) > STALE_MS)
  await Promise.all(stale.map((kept) => cache.delete(kept)))
}

const pathOf = (launch: LaunchParams): string => {
  const url = new URL(launch.targetURL ?? location.href)
  return url.pathname + url.search
}

/**
 * Hands over what the operating system opens with the installed app: `files` (perhaps none: a shortcut) and the
 * path that it wants to be shown, for the window keeps its page. Files that another app shared come the same way,
 * with the path that is open. Call it once, at start.
 */
export async function onLaunchedFiles(
  onLaunch: (files: readonly File[], path: string) => void,
): Promise<void> {
  ;(window as LaunchWindow).launchQueue?.setConsumer((launch) => {
    void Promise.all(launch.files.map((handle) => handle.getFile())).then((files) =>
      onLaunch(files, pathOf(launch)),
    )
  })
  if (!('caches' in window)) return
  if (!new URLSearchParams(location.search).has('shared')) return dropStale()
  const files = await takeShared()
  if (files.length > 0) onLaunch(files, location.pathname)
}
