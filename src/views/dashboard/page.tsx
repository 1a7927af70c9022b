import { Show } from 'solid-js'
import { useText } from '../../ui/text/text.tsx'
import { useShop } from '../shop.tsx'
import { Board } from './board.tsx'
import { Start } from './start.tsx'

/** How the shop is doing. Another workspace begins with nothing of the one before. */
export default function DashboardPage() {
  const t = useText()
  const shop = useShop()
  const filled = () => shop.span().last !== null && shop.version().split(':')[0]
  return (
    <Show
      when={filled()}
      keyed
      fallback={
        <div class="page">
          <h1 class="page-title">{t('dashboard.title')}</h1>
          <Start />
        </div>
      }
    >
      {(_workspace) => <Board />}
    </Show>
  )
}
