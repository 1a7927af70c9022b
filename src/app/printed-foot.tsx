import { Show, createEffect, createSignal, on, onCleanup } from 'solid-js'
import { getAudit } from '../api/safety.ts'
import { useFormat, useText } from '../ui/text/text.tsx'
import { useShop } from '../views/shop.tsx'

interface Head {
  readonly hash: string
  readonly entries: number
  readonly at: string
}

/** Checking the chain must not disturb what shows the figures. */
const LATER_MS = 3_000

/** The head of the change history as it was last read: after every change of the data, and when the tab is taken up again. */
function createHead() {
  const shop = useShop()
  const [head, setHead] = createSignal<Head>()
  const read = async () => {
    const asked = shop.version()
    if (shop.locked() || shop.viewer()) return
    const outcome = await shop.client.run(getAudit, { limit: 1 })
    if (!outcome.ok || shop.version() !== asked) return
    const { head: hash, total } = outcome.value
    setHead(total > 0 ? { hash, entries: total, at: new Date().toISOString() } : undefined)
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

/**
 * Stands on paper only, under every report that is printed: whose figures they are, and the head of the change history
 * then. Kept elsewhere, on that paper, it is what a history that was rewritten later no longer fits.
 */
export function PrintedFoot() {
  const t = useText()
  const format = useFormat()
  const shop = useShop()
  const head = createHead()
  return (
    <Show when={head()}>
      {(known) => (
        <footer class="hidden print:block page pt-0 text-xs text-muted">
          <p>
            Ventas · <bdi>{shop.name()}</bdi> ·{' '}
            {t('safety.printedHead', { n: known().entries, when: format().instant(known().at) })}{' '}
            <code class="break-all">{known().hash}</code>
          </p>
        </footer>
      )}
    </Show>
  )
}
