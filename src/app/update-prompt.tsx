import { onMount } from 'solid-js'
import { useNotices } from '../ui/notices.tsx'
import { useText } from '../ui/text/text.tsx'
import { startServiceWorker } from './service-worker.ts'

/** Starts the service worker and says, as notices, when a new version waits and when the app is ready to work offline. */
export function UpdatePrompt() {
  const t = useText()
  const notices = useNotices()
  const onUpdate = (use: () => void) => {
    const action = { label: t('frame.updateReload'), run: use }
    notices.show({ title: t('frame.updateReady'), detail: t('frame.updateDetail'), action, stays: true })
  }
  const onOfflineReady = () => {
    notices.show({ tone: 'good', title: t('frame.offlineReady'), detail: t('frame.offlineReadyDetail') })
  }
  // A browser that refuses service workers (private windows of some) still runs the app, online.
  onMount(() => void startServiceWorker({ onUpdate, onOfflineReady }).catch(() => {}))
  return null
}
