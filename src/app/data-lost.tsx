import { Show } from 'solid-js'
import { useFormat, useText } from '../ui/text/text.tsx'
import { useShop } from '../views/shop.tsx'

/** Says that the browser has lost what was saved; never greets the user of a damaged store as a new one. */
export function DataLost() {
  const t = useText()
  const format = useFormat()
  const shop = useShop()
  const missing = () => {
    shop.version()
    const { session } = shop.client
    const { integrity } = session.current()
    const here = integrity.state === 'lost' ? integrity.expected.rows - integrity.found.rows : 0
    return session.lost.reduce((sum, { rows }) => sum + rows, here)
  }
  return (
    <Show when={missing() > 0}>
      <p role="alert" data-print="no" class="px-4 lg:px-6 py-2 text-sm border-b border-line">
        <strong class="text-bad">{t('frame.dataLost')}.</strong>{' '}
        {t('frame.dataLostDetail', { rows: format().number(missing()) })}
      </p>
    </Show>
  )
}
