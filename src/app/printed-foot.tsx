import { Show, createEffect, on } from 'solid-js'
import { useNavigate } from '@solidjs/router'
import { useNotices } from '../ui/notices.tsx'
import { useFormat, useText } from '../ui/text/text.tsx'
import { useShop } from '../views/shop.tsx'
import { isTime } from './reminded.ts'
import { createHistoryHead, type HistoryHead } from './history-head.ts'

/** Says, once a week, that a history does not hold: who opens the app next must not have to look for it. */
function createWarning(head: () => HistoryHead | undefined) {
  const t = useText()
  const notices = useNotices()
  const navigate = useNavigate()
  const shop = useShop()
  const broken = () => head()?.broken ?? null
  createEffect(
    on(broken, (at) => {
      const [workspace] = shop.version().split(':')
      if (at === null || !isTime(`history-${workspace}-${at}`, 7)) return
      notices.show({
        tone: 'bad',
        stays: true,
        title: t('safety.historyWarning'),
        detail: t('safety.historyWarningDo'),
        action: { label: t('safety.historyGo'), run: () => navigate('/settings#history') },
      })
    }),
  )
}

/**
 * Stands on paper only, under every report that is printed: whose figures they are, and the head of the change history
 * then. Kept elsewhere, on that paper, it is what a history that was rewritten later no longer fits.
 */
export function PrintedFoot() {
  const t = useText()
  const format = useFormat()
  const shop = useShop()
  const head = createHistoryHead()
  createWarning(head)
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
