import { Show } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { FileDrop } from '../../ui/file-drop.tsx'
import { useText } from '../../ui/text/text.tsx'
import { makePaste } from './paste.ts'
import { WatchFolder } from './watch-folder.tsx'
import { useShop } from '../shop.tsx'

export interface StartProps {
  readonly onFiles: (files: readonly File[]) => void
  readonly onDemo: () => void
}

/** Where an import begins: the place for files, and the demo shop for those who have none at hand. */
export function Start(props: StartProps) {
  const t = useText()
  const shop = useShop()
  makePaste(
    () => t('import.pastedName'),
    (files) => props.onFiles(files),
  )
  return (
    <section class="flex flex-col gap-4" aria-label={t('import.subtitle')}>
      <FileDrop
        accept=".csv,.tsv,.txt,.gz,.zip,.xlsx,.xlsm,.json,.ventas"
        onFiles={(files) => props.onFiles(files)}
      >
        <p>{t('import.dropHint')}</p>
        <p class="mt-2">{t('import.pasteHint')}</p>
        <p class="mt-2 inline-flex items-center gap-1.5">
          <span class="i-lucide-shield-check text-accent" aria-hidden="true" />
          {t('import.staysHere')}
        </p>
      </FileDrop>
      <WatchFolder onFiles={(files) => props.onFiles(files)} />
      <Show when={shop.span().last === null}>
        <div class="card p-4 flex flex-wrap items-center gap-x-6 gap-y-3">
          <div class="grow min-w-60 flex flex-col gap-0.5">
            <p class="font-medium">{t('import.noData')}</p>
            <p class="hint">{t('import.demoDetail')}</p>
          </div>
          <Button icon="i-lucide-store" onClick={() => props.onDemo()}>
            {t('import.openDemo')}
          </Button>
        </div>
      </Show>
    </section>
  )
}
