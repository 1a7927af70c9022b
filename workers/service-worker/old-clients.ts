declare const self: ServiceWorkerGlobalScope

const CACHE = 'old-clients'
const KEY = '/old-clients.json'

/**
 * Notes the pages that are open while this version takes over: they run the version before, and may still ask for its
 * lazy chunks. Kept in a cache, because the browser ends and restarts service workers at will.
 */
export async function noteOldClients(): Promise<void> {
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const cache = await caches.open(CACHE)
  await cache.put(KEY, Response.json(open.map((client) => client.id)))
}

/** True while a page of an older version is open. A reload gives a page a new id. */
export async function oldClientsLeft(): Promise<boolean> {
  const noted = await (await caches.open(CACHE)).match(KEY)
  if (!noted) return false
  const ids = (await noted.json()) as string[]
  const found = await Promise.all(ids.map((id) => self.clients.get(id)))
  return found.some((client) => client !== undefined)
}
