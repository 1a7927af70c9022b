import { For, Show, createResource, createSignal } from 'solid-js'
import { useText } from '../../ui/text/text.tsx'
import { useShop } from '../shop.tsx'
import { describedOperations } from './described.ts'
import { OperationCard } from './operation-card.tsx'

/** Every operation of the API, made from the descriptors, with "try it". */
export default function DocsPage() {
  const t = useText()
  const { client } = useShop()
  const [operations] = createResource(() => describedOperations(client))
  const [asked, setAsked] = createSignal('')
  const found = () => {
    const words = asked().toLowerCase().split(/\s+/)
    return operations()?.filter(({ operation: { method, path, summary } }) => {
      const text = `${method} ${path} ${summary}`.toLowerCase()
      return words.every((word) => text.includes(word))
    })
  }
  return (
    <div class="page max-w-[960px]">
      <header class="flex flex-col gap-1">
        <h1 class="page-title">{t('docs.title')}</h1>
        <p class="text-muted">{t('docs.subtitle')}</p>
        <p class="text-muted">{t('docs.doors')}</p>
      </header>
      <label class="flex flex-col gap-1 max-w-80">
        <span class="text-sm text-muted">{t('docs.filter')}</span>
        <input
          class="control"
          type="search"
          value={asked()}
          onInput={(event) => setAsked(event.currentTarget.value)}
        />
      </label>
      <p class="hint" role="status">
        {t('docs.count', { count: found()?.length ?? 0 })}
      </p>
      <div class="flex flex-col gap-2">
        <For each={found()}>{(described) => <OperationCard described={described} />}</For>
        <Show when={found()?.length === 0}>
          <p>{t('docs.none')}</p>
        </Show>
      </div>
    </div>
  )
}
