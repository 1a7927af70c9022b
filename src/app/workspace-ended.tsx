import { onCleanup, onMount } from 'solid-js'
import { useNotices } from '../ui/notices.tsx'
import { useText } from '../ui/text/text.tsx'
import { useShop } from '../views/shop.tsx'

/** Says that the open workspace was deleted in another tab, taken over by a newer version or taken away by the browser. */
export function WorkspaceEnded() {
  const t = useText()
  const notices = useNotices()
  const { client } = useShop()
  onMount(() => {
    const reload = { label: t('safety.reload'), run: () => location.reload() }
    const stop = client.session.onEnd(({ name }, ending) => {
      if (ending === 'deleted')
        notices.show({
          tone: 'warn',
          stays: true,
          title: t('safety.deletedElsewhere', { name }),
          detail: t('safety.deletedElsewhereDetail'),
        })
      else
        notices.show({
          tone: 'bad',
          title: t(ending === 'newer' ? 'safety.newerElsewhere' : 'safety.evicted'),
          detail: t(ending === 'newer' ? 'safety.newerElsewhereDetail' : 'safety.evictedDetail'),
          action: reload,
        })
    })
    onCleanup(stop)
  })
  return null
}
