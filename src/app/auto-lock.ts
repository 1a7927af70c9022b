import { onCleanup } from 'solid-js'
import type { Shop } from '../views/shop.tsx'

const LOOK_MS = 10_000
const SIGNS = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

/** Locks a workspace with a passphrase when its user has given no sign for as long as it says. Ends with its owner. */
export function makeAutoLock(shop: Shop): void {
  let last = Date.now()
  const listeners = new AbortController()
  for (const sign of SIGNS)
    window.addEventListener(sign, () => (last = Date.now()), {
      passive: true,
      capture: true,
      signal: listeners.signal,
    })
  const look = async () => {
    const { id } = shop.client.session.current().row
    if (shop.locked() || !shop.client.session.keyOf(id)) return
    const { getLock, postLock } = await import('../api/locks.ts')
    const lock = await shop.client.run(getLock, { id })
    const minutes = lock.ok ? lock.value.auto_lock_minutes : 0
    if (minutes > 0 && Date.now() - last > minutes * 60_000) await shop.client.run(postLock, { id })
  }
  const timer = setInterval(() => void look(), LOOK_MS)
  // Timers sleep with the computer.
  document.addEventListener('visibilitychange', () => void look(), { signal: listeners.signal })
  onCleanup(() => {
    clearInterval(timer)
    listeners.abort()
  })
}
