import { revalidate } from '@solidjs/router'
import { createEffect, on, onCleanup } from 'solid-js'
import { useJobs } from '../ui/jobs.tsx'
import { useText } from '../ui/text/text.tsx'
import type { Shop } from '../views/shop.tsx'

/** How long the data must rest before forecasts learn from them. */
const REST_MS = 4000

const whenIdle = (work: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 5000 })
  else setTimeout(work, 500)
}

/** After an import, forecasts that were asked for learn anew in the background, where the workspace wants it; one tab does it. */
export function RefreshForecasts(props: { readonly shop: Shop | undefined }) {
  const t = useText()
  const jobs = useJobs()
  let running: AbortController | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  const refresh = async (shop: Shop) => {
    const { getForecastRefresh, postForecastRefresh } = await import('../api/forecast-refresh.ts')
    const { client } = shop
    const state = await client.run(getForecastRefresh, {})
    if (!state.ok || !state.value.on_import || state.value.stale.length === 0) return
    const controller = new AbortController()
    running = controller
    const job = jobs.start({ title: t('span.refreshing'), onCancel: () => controller.abort() })
    const onProgress = ({ done, total }: { done: number; total: number }) =>
      job.update({ done, total, phase: '' })
    await client.run(postForecastRefresh, {}, { signal: controller.signal, onProgress })
    job.finish()
    const { noteMade } = await import('../views/forecast/training.ts')
    noteMade()
    await revalidate(['forecast-truth', 'models', 'training-logs'])
  }
  const inOneTab = (shop: Shop) =>
    navigator.locks.request(
      `ventas-forecasts-${shop.client.session.current().row.id}`,
      { ifAvailable: true },
      async (lock) => {
        if (lock && !shop.locked()) await refresh(shop)
      },
    )
  createEffect(
    on(
      () => props.shop?.version(),
      (version, before) => {
        clearTimeout(timer)
        running?.abort()
        const shop = props.shop
        // Only a change of data within the same workspace is news.
        if (!shop || !before || !version || version.split(':')[0] !== before.split(':')[0]) return
        timer = setTimeout(() => whenIdle(() => void inOneTab(shop).catch(() => {})), REST_MS)
      },
    ),
  )
  onCleanup(() => {
    clearTimeout(timer)
    running?.abort()
  })
  return null
}
