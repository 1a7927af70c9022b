import { createEffect, createSignal, on, onCleanup } from 'solid-js'
import { getAudit } from '../api/safety.ts'
import { useShop } from '../views/shop.tsx'

/** The head of the change history as it was read at an instant. */
export interface HistoryHead {
  readonly hash: string
  readonly entries: number
  readonly at: string
  /** The first entry that is missing, or not as it was written. */
  readonly broken: number | null
}

/** Checking the chain must not disturb what shows the figures. */
const LATER_MS = 3_000

/** The head as it was last read: soon after the start, after every change of the data, and when the tab is taken up again. */
export function createHistoryHead() {
  const shop = useShop()
  const [head, setHead] = createSignal<HistoryHead>()
  const read = async () => {
    const asked = shop.version()
    if (shop.locked() || shop.viewer()) return
    const outcome = await shop.client.run(getAudit, { limit: 1 })
    if (!outcome.ok || shop.version() !== asked) return
    const { head: hash, total, broken_at: broken } = outcome.value
    const is = total > 0 || broken !== null
    setHead(is ? { hash, entries: total, at: new Date().toISOString(), broken } : undefined)
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(() => void read(), LATER_MS)
  }
  createEffect(
    on(shop.version, () => {
      setHead(undefined)
      soon()
    }),
  )
  window.addEventListener('focus', soon)
  onCleanup(() => {
    clearTimeout(timer)
    window.removeEventListener('focus', soon)
  })
  return head
}
