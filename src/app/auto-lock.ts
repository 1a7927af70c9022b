import { onCleanup } from 'solid-js'
import type { Shop } from '../views/shop.tsx'

const LOOK_MS = 10_000
const SIGNS = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const

/** An instant by the clock on the wall, which runs while the computer sleeps, and by one that nobody can set back. */
interface Instant {
  readonly wall: number
  readonly steady: number
}

/** Milliseconds since a sign was given: what the clock says that saw more of them. */
export const quietFor = (last: Instant, now: Instant): number =>
  Math.max(now.wall - last.wall, now.steady - last.steady)

const instant = (): Instant => ({ wall: Date.now(), steady: performance.now() })

/** Locks a workspace with a passphrase when its user has given no sign for as long as it says. Ends with its owner. */
export function makeAutoLock(shop: Shop): void {
  let last = instant()
  const listeners = new AbortController()
  for (const sign of SIGNS)
    window.addEventListener(sign, () => (last = instant()), {
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
    if (minutes > 0 && quietFor(last, instant()) > minutes * 60_000) await shop.client.run(postLock, { id })
  }
  const timer = setInterval(() => void look(), LOOK_MS)
  // Timers sleep with the computer.
  document.addEventListener('visibilitychange', () => void look(), { signal: listeners.signal })
  onCleanup(() => {
    clearInterval(timer)
    listeners.abort()
  })
}
