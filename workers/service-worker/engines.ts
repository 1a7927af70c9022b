import { CacheFirst } from 'workbox-strategies'
import { secured } from './headers.ts'

const CACHE = 'engines'

/** A host that answers a missing file with its start page must not fill the cache with it. */
const isFile = (response: Response): boolean =>
  response.status === 200 && !response.headers.get('content-type')?.startsWith('text/html')

/**
 * A host that says `Vary: Origin` would have the imports of workers, which carry an origin, miss what was fetched without one:
 * without a network nothing could then be forecast.
 */
const ANY = { ignoreVary: true } as const

/** Answers from the cache first: an engine's name carries its hash, so a name never changes its content. */
export const engineStrategy = new CacheFirst({
  cacheName: CACHE,
  matchOptions: ANY,
  plugins: [
    {
      cacheWillUpdate: async ({ response }) => (isFile(response) ? response : null),
      handlerWillRespond: async ({ response }) => secured(response),
    },
  ],
})

export interface Warmed {
  /** Engines of this version, and how many of them were fetched just now. */
  readonly total: number
  readonly added: number
}

async function fetchInto(cache: Cache, url: string): Promise<void> {
  const response = await fetch(url)
  if (!isFile(response)) throw new Error(`${new URL(url).pathname} answered ${response.status}`)
  await cache.put(url, response)
}

/** Fetches what is missing, one after the other, so that the page's own requests come first. Rejects when one fails. */
export async function warmEngines(urls: readonly string[]): Promise<Warmed> {
  const cache = await caches.open(CACHE)
  let added = 0
  for (const url of urls) {
    if (await cache.match(url, ANY)) continue
    await fetchInto(cache, url)
    added += 1
  }
  return { total: urls.length, added }
}

/** Drops engines that this version does not know. */
export async function pruneEngines(urls: readonly string[]): Promise<void> {
  const cache = await caches.open(CACHE)
  const kept = new Set(urls)
  const old = (await cache.keys()).filter((request) => !kept.has(request.url))
  await Promise.all(old.map((request) => cache.delete(request)))
}
