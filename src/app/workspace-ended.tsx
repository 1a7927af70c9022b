import { onCleanup, onMount } from 'solid-js'
import { useNotices } from '../ui/notices.tsx'
import { useText } from '../ui/text/text.tsx'
import { useShop } from '../views/shop.tsx'

/** Says that another tab has deleted the open workspace, or that a newer version of the app has taken it over. */
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
          title: t('safety.newerElsewhere'),
          detail: t('safety.newerElsewhereDetail'),
          action: reload,
        })
    })
    onCleanup(stop)
  })
  return null
}
