import { PrecacheController, PrecacheRoute, type PrecacheEntry } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { NetworkOnly } from 'workbox-strategies'
import { answerApi, isApiCall } from './service-worker/api-door.ts'
import { engineStrategy, pruneEngines, warmEngines } from './service-worker/engines.ts'
import { secured } from './service-worker/headers.ts'
import { noteOldClients, oldClientsLeft } from './service-worker/old-clients.ts'
import { receiveShare } from './service-worker/shared-files.ts'

declare const self: ServiceWorkerGlobalScope

const securing = { handlerWillRespond: async ({ response }: { response: Response }) => secured(response) }
const addressOf = (entry: PrecacheEntry): string => new URL(entry.url, self.location.href).href
const isEngine = (entry: PrecacheEntry): boolean => entry.url.startsWith('engines/')

/** The build lists every file: the shell is installed at once, the engines (workers, wasm, demo shop) on `WARM`. */
const files = self.__WB_MANIFEST as PrecacheEntry[]
const engines = files.filter(isEngine).map(addressOf)
const shell = new PrecacheController({ plugins: [securing] })
shell.addToCacheList(files.filter((entry) => !isEngine(entry)))

/**
 * An update comes whole or not at all: a new shell without its engines would not work offline. The first version of
 * all does not wait for them, so that it serves the page at once.
 */
async function install(event: ExtendableEvent): Promise<void> {
  await shell.install(event)
  if (self.registration.active) await warmEngines(engines)
}

/**
 * Workbox prunes at activation, which would take the lazy chunks from open pages of the version before. What a next
 * version has fetched already is not ours to prune either.
 */
async function prune(event: ExtendableEvent): Promise<void> {
  const { installing, waiting } = self.registration
  if (installing || waiting || (await oldClientsLeft())) return
  await shell.activate(event)
  await pruneEngines(engines)
}

async function takeOver(event: ExtendableEvent): Promise<void> {
  await noteOldClients()
  await self.clients.claim()
  await prune(event)
}

async function warm(event: ExtendableMessageEvent): Promise<void> {
  await prune(event)
  const answer = await warmEngines(engines).then(
    (warmed) => ({ type: 'WARMED', ...warmed }),
    (cause: unknown) => ({ type: 'WARM_FAILED', detail: String(cause) }),
  )
  event.source?.postMessage(answer)
}

self.addEventListener('install', (event) => event.waitUntil(install(event)))
self.addEventListener('activate', (event) => event.waitUntil(takeOver(event)))
self.addEventListener('message', (event) => {
  const type: unknown = event.data?.type
  if (type === 'SKIP_WAITING') event.waitUntil(self.skipWaiting())
  if (type === 'WARM') event.waitUntil(warm(event))
})

registerRoute(new PrecacheRoute(shell))
for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const)
  registerRoute(
    ({ request, url, sameOrigin }) => sameOrigin && isApiCall(request, url),
    ({ request }) => answerApi(request),
    method,
  )
registerRoute('/share', ({ request }) => receiveShare(request), 'POST')
registerRoute(({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/engines/'), engineStrategy)
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
  async ({ request }) => (await caches.match(request, { ignoreVary: true })) ?? fetch(request),
)
/** Every page but the API's addresses and plain files is the app's own. */
registerRoute(
  new NavigationRoute(shell.createHandlerBoundToURL('/index.html'), { denylist: [/^\/api\//, /\.\w+$/] }),
)
registerRoute(
  ({ request }) => /^(document|\w*worker)$/.test(request.destination),
  new NetworkOnly({ plugins: [securing] }),
)
