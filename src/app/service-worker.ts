/** What the service worker has to tell the person. */
export interface Watcher {
  /** A new version waits, or runs already for another tab; `use` loads it into this one. */
  readonly onUpdate: (use: () => void) => void
  /** The engines are on this device too: from now on everything works without a network. Told when they arrived. */
  readonly onOfflineReady: () => void
}

const SCRIPT = '/service-worker.js'
const HOUR_MS = 3_600_000

const tell = (worker: ServiceWorker | null, type: 'SKIP_WAITING' | 'WARM'): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- that is for windows
  worker?.postMessage({ type })
}

const loaded = (): Promise<unknown> =>
  document.readyState === 'complete'
    ? Promise.resolve()
    : new Promise((resolve) => addEventListener('load', resolve, { once: true }))

const idle = (): Promise<unknown> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) requestIdleCallback(resolve, { timeout: 5000 })
    else setTimeout(resolve, 2000)
  })

/** Calls `onWaiting` when a version waits now, and for each that will. */
function watchUpdates(registration: ServiceWorkerRegistration, onWaiting: () => void): void {
  const look = (): void => {
    if (registration.waiting && navigator.serviceWorker.controller) onWaiting()
  }
  look()
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look)
  })
}

/** Looks for a new version when the person comes back to the tab, once an hour at most. */
function lookHourly(registration: ServiceWorkerRegistration): void {
  let last = performance.now()
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || performance.now() - last < HOUR_MS) return
    last = performance.now()
    // Without a network the look fails, and the next one comes soon enough.
    registration.update().catch(() => {})
  })
}

/** Calls `onTaken` when another version takes the page over; the first one of all is not another. */
function watchTakeover(onTaken: () => void): void {
  let controlled = navigator.serviceWorker.controller !== null
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (controlled) onTaken()
    controlled = true
  })
}

/** Every tab is told of a new version; the one that takes it reloads, the others may when it suits them. */
function offerUpdates(registration: ServiceWorkerRegistration, { onUpdate }: Watcher): void {
  let offered = false
  let accepted = false
  const use = (): void => {
    accepted = true
    if (registration.waiting) tell(registration.waiting, 'SKIP_WAITING')
    else location.reload()
  }
  const offer = (): void => {
    if (!offered) onUpdate(use)
    offered = true
  }
  watchTakeover(() => (accepted ? location.reload() : offer()))
  watchUpdates(registration, offer)
}

async function warmEngines(onArrived: () => void): Promise<void> {
  const { active } = await navigator.serviceWorker.ready
  navigator.serviceWorker.addEventListener('message', ({ data }) => {
    if (data?.type === 'WARMED' && data.added > 0) onArrived()
  })
  navigator.serviceWorker.startMessages()
  await idle()
  tell(active, 'WARM')
}

/**
 * Registers the service worker after `load` and has the engines cached at the first idle moment, so that everything
 * works offline after one visit. Does nothing in development, and where the browser has no service workers.
 */
export async function startServiceWorker(watcher: Watcher): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  await loaded()
  const registration = await navigator.serviceWorker.register(SCRIPT, { updateViaCache: 'none' })
  offerUpdates(registration, watcher)
  lookHourly(registration)
  await warmEngines(watcher.onOfflineReady)
}
