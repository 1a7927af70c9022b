import { useNavigate } from '@solidjs/router'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useText } from '../../ui/text/text.tsx'

/** Nothing imported yet. */
export function NoCustomers() {
  const t = useText()
  const navigate = useNavigate()
  return (
    <div class="card">
      <EmptyState
        icon="i-lucide-users"
        title={t('customers.emptyTitle')}
        detail={t('customers.emptyDetail')}
        action={
          <div class="flex flex-wrap justify-center gap-2">
            <Button look="primary" icon="i-lucide-upload" onClick={() => navigate('/data')}>
              {t('customers.importFiles')}
            </Button>
            <Button icon="i-lucide-store" onClick={() => navigate('/data?demo=open')}>
              {t('customers.openDemo')}
            </Button>
          </div>
        }
      />
    </div>
  )
}
