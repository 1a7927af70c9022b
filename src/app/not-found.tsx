import { A, useLocation } from '@solidjs/router'
import { EmptyState } from '../ui/empty-state.tsx'
import { useText } from '../ui/text/text.tsx'

/** Page of an address that leads nowhere. */
export function NotFound() {
  const t = useText()
  const location = useLocation()
  return (
    <div class="page">
      <h1 class="visually-hidden">{t('frame.notFound')}</h1>
      <EmptyState
        icon="i-lucide-map-pin-off"
        title={t('frame.notFound')}
        detail={t('frame.notFoundDetail', { path: location.pathname })}
        action={
          <A href="/" class="button-base button-md button-primary">
            {t('frame.toDashboard')}
          </A>
        }
      />
    </div>
  )
}
