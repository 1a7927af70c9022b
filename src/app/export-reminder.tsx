import { createEffect } from 'solid-js'
import { useNavigate } from '@solidjs/router'
import { storageState } from '../api/workspaces.ts'
import { useNotices } from '../ui/notices.tsx'
import { isInstalled, isSafari } from '../ui/safari.ts'
import { useText } from '../ui/text/text.tsx'
import { useShop } from '../views/shop.tsx'
import { isTime } from './reminded.ts'

/**
 * Reminds, once a day at most, of changes of more than a week that are in no exported copy. Users of Safari are told
 * after their first import, and every month, what it deletes.
 */
export function ExportReminder() {
  const t = useText()
  const notices = useNotices()
  const navigate = useNavigate()
  const shop = useShop()
  const tell = (title: string, detail: string) =>
    notices.show({
      tone: 'warn',
      stays: true,
      title,
      detail,
      action: { label: t('safety.remindGo'), run: () => navigate('/settings#file') },
    })
  const look = async () => {
    const outcome = await shop.client.run(storageState, {})
    if (outcome.ok && outcome.value.backup_due && isTime('export', 1))
      tell(t('safety.remindTitle'), t('safety.exportedDue'))
    else if (isSafari() && !isInstalled() && isTime('safari', 30))
      tell(t('safety.safariTitle'), t('safety.safari'))
  }
  createEffect(() => {
    if (shop.span().first !== null && !shop.isDemo() && !shop.locked()) void look()
  })
  return null
}
