import { Show } from 'solid-js'
import { useFormat, useText } from '../ui/text/text.tsx'
import { useShop } from '../views/shop.tsx'

/** Says that the browser has lost what was saved; never greets the user of a damaged store as a new one. */
export function DataLost() {
  const t = useText()
  const format = useFormat()
  const shop = useShop()
  return (
    <Show when={shop.lostRows() > 0}>
      <p role="alert" data-print="no" class="px-4 lg:px-6 py-2 text-sm border-b border-line">
        <strong class="text-bad">{t('frame.dataLost')}.</strong>{' '}
        {t('frame.dataLostDetail', { rows: format().number(shop.lostRows()) })}
      </p>
    </Show>
  )
}
