import { Show, Suspense } from 'solid-js'
import { storageState } from '../../api/workspaces.ts'
import { Button } from '../../ui/button.tsx'
import { FailureCard } from '../../ui/failure-card.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { useShop } from '../shop.tsx'
import { createStorage, storageAgain } from './data.ts'
import { Fact, Section } from './section.tsx'

interface StorageFacts {
  readonly persisted: boolean
  readonly usage_bytes: number
}

function Facts(props: { readonly storage: StorageFacts; readonly onAsk: () => void }) {
  const t = useText()
  const format = useFormat()
  return (
    <dl class="flex flex-col gap-2">
      <Fact name={t('settings.used')}>
        <span class="figures">{format().bytes(props.storage.usage_bytes)}</span>
        <p class="hint">{t('settings.usedHint')}</p>
      </Fact>
      <Fact name={t('settings.persisted')}>
        <p>{props.storage.persisted ? t('settings.persistedYes') : t('settings.persistedNo')}</p>
        <Show when={!props.storage.persisted}>
          <Button class="mt-2" size="sm" icon="i-lucide-shield" onClick={() => props.onAsk()}>
            {t('settings.askPersist')}
          </Button>
        </Show>
      </Fact>
    </dl>
  )
}

/** Where the data is, what deletes it, how much it is, and the browser's promise to keep it. */
export function StoragePart() {
  const t = useText()
  const shop = useShop()
  const notices = useNotices()
  const answer = createStorage()
  const ask = async () => {
    const outcome = await shop.client.run(storageState, { ask: true })
    if (outcome.ok && outcome.value.persisted)
      notices.show({ tone: 'good', title: t('settings.persistGranted') })
    else
      notices.show({
        tone: 'warn',
        title: t('settings.persistDenied'),
        detail: t('settings.persistDeniedDetail'),
      })
    await storageAgain()
  }
  const known = () => {
    const outcome = answer()
    return outcome?.ok ? outcome.value : undefined
  }
  const fault = () => {
    const outcome = answer()
    return outcome && !outcome.ok ? outcome.failure : undefined
  }
  return (
    <Section title={t('settings.storage')}>
      <div class="flex flex-col gap-2">
        <p>{t('settings.storageWhat')}</p>
        <p>{t('settings.storageRisk')}</p>
        <p>{t('settings.storageKeep')}</p>
      </div>
      <Suspense fallback={<Skeleton class="h-6" count={2} />}>
        <Show when={fault()}>
          {(found) => (
            <FailureCard code={found().code} detail={found().detail} onRetry={() => void storageAgain()} />
          )}
        </Show>
        <Show when={known()}>{(storage) => <Facts storage={storage()} onAsk={() => void ask()} />}</Show>
      </Suspense>
    </Section>
  )
}
