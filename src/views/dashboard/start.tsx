import { useNavigate } from '@solidjs/router'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useText } from '../../ui/text/text.tsx'

/** Nothing imported yet: the demo shop at one click, or the merchant's own files. */
export function Start() {
  const t = useText()
  const navigate = useNavigate()
  return (
    <div class="card lg:py-10">
      <EmptyState
        icon="i-lucide-store"
        title={t('dashboard.emptyTitle')}
        detail={t('dashboard.emptyDetail')}
        action={
          <div class="flex flex-wrap justify-center gap-2 mt-2">
            <Button look="primary" icon="i-lucide-store" onClick={() => navigate('/data?demo=open')}>
              {t('dashboard.openDemo')}
            </Button>
            <Button icon="i-lucide-upload" onClick={() => navigate('/data')}>
              {t('dashboard.importFiles')}
            </Button>
          </div>
        }
      />
    </div>
  )
}
