import { For, Show, Suspense, createSignal } from 'solid-js'
import type { FilePreview } from '../../model/preview.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, Drawer } from '../../ui/dialog.tsx'
import { FailureCard } from '../../ui/failure-card.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { createHistory } from './data.ts'
import type { ImportEntry } from './data.ts'
import { Warnings } from './file-report.tsx'
import { createTakeBack } from './import-desk.ts'
import { RefusedRows } from './refused-rows.tsx'
import { fileNames, textOr } from './words.ts'

interface EntryProps {
  readonly entry: ImportEntry
  readonly onTakeBack: (entry: ImportEntry) => void
  readonly onDetails: (entry: ImportEntry) => void
}

function Entry(props: EntryProps) {
  const t = useText()
  const format = useFormat()
  const inForce = () => props.entry.state === 'committed'
  return (
    <li class="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3 border-b border-line last:border-b-0">
      <div class="grow min-w-60 flex flex-col gap-0.5">
        <p class={`font-medium break-words ${inForce() ? '' : 'text-muted line-through'}`}>
          <bdi>{fileNames(t, props.entry.files)}</bdi>
        </p>
        <p class="hint figures">
          {format().instant(props.entry.at)} · {t('import.counts', props.entry)}
        </p>
      </div>
      <span class={`text-sm whitespace-nowrap ${inForce() ? 'text-good' : 'text-muted'}`}>
        {t(`import.state_${props.entry.state}`)}
      </span>
      <div class="flex gap-1">
        <Button size="sm" look="quiet" onClick={() => props.onDetails(props.entry)}>
          {props.entry.rejected > 0
            ? t('import.showRefused', { n: props.entry.rejected })
            : t('import.showFiles')}
        </Button>
        <Show when={inForce()}>
          <Button
            size="sm"
            icon="i-lucide-undo-2"
            aria-label={t('import.takeBackNamed', { files: fileNames(t, props.entry.files) })}
            onClick={() => props.onTakeBack(props.entry)}
          >
            {t('import.takeBack')}
          </Button>
        </Show>
      </div>
    </li>
  )
}

function TakeBackDialog(props: { readonly entry: ImportEntry | undefined; readonly onClose: () => void }) {
  const t = useText()
  const takeBack = createTakeBack()
  const confirm = () => {
    const { entry } = props
    props.onClose()
    if (entry) void takeBack(entry)
  }
  return (
    <Dialog
      open={props.entry !== undefined}
      onClose={props.onClose}
      title={t('import.takeBackTitle')}
      description={<bdi>{fileNames(t, props.entry?.files ?? [])}</bdi>}
      size="sm"
      actions={
        <>
          <Button onClick={props.onClose}>{t('parts.cancel')}</Button>
          <Button look="danger" onClick={confirm}>
            {t('import.takeBack')}
          </Button>
        </>
      }
    >
      <div class="flex flex-col gap-2">
        <p>{t('import.takeBackWhat')}</p>
        <p class="text-muted">{t('import.takeBackAfter')}</p>
      </div>
    </Dialog>
  )
}

function StoredFile(props: { readonly file: FilePreview }) {
  const t = useText()
  const format = useFormat()
  const days = () => {
    const { first_day, last_day } = props.file
    return first_day && last_day ? ` · ${format().dayRange(first_day, last_day)}` : ''
  }
  return (
    <div class="flex flex-col gap-0.5">
      <h3 class="font-semibold break-words">
        <bdi>{props.file.name}</bdi>
      </h3>
      <p class="text-muted figures">
        {textOr(t, `import.source_${props.file.source}`, 'import.source_unknown')} ·{' '}
        {t('parts.rows', { n: props.file.rows })}
        {days()}
      </p>
    </div>
  )
}

function Details(props: { readonly entry: ImportEntry | undefined; readonly onClose: () => void }) {
  const t = useText()
  const format = useFormat()
  return (
    <Drawer
      open={props.entry !== undefined}
      onClose={props.onClose}
      title={fileNames(t, props.entry?.files ?? [])}
      description={format().instant(props.entry?.at)}
      size="lg"
    >
      <Show when={props.entry}>
        {(entry) => (
          <div class="flex flex-col gap-6">
            <For each={entry().files}>
              {(file) => (
                <div class="flex flex-col gap-3">
                  <StoredFile file={file} />
                  <Warnings warnings={file.warnings} />
                </div>
              )}
            </For>
            <div class="flex flex-col gap-3">
              <h3 class="section-title">{t('import.refusedRows')}</h3>
              <RefusedRows id={entry().id} />
            </div>
          </div>
        )}
      </Show>
    </Drawer>
  )
}

/** The imports of the workspace, newest first: what each brought, what it refused, and the way to take it back. */
export function History() {
  const t = useText()
  const answer = createHistory()
  const [leaving, setLeaving] = createSignal<ImportEntry>()
  const [seen, setSeen] = createSignal<ImportEntry>()
  const entries = () => {
    const outcome = answer.latest
    return outcome?.ok ? outcome.value : []
  }
  const fault = () => {
    const outcome = answer.latest
    return outcome && !outcome.ok ? outcome.failure : undefined
  }
  return (
    <section class="flex flex-col gap-3" aria-labelledby="history">
      <h2 id="history" class="section-title">
        {t('import.history')}
      </h2>
      <Suspense fallback={<Skeleton class="h-16" count={2} />}>
        <Show when={fault()}>{(found) => <FailureCard code={found().code} detail={found().detail} />}</Show>
        <Show
          when={entries().length > 0}
          fallback={<p class="card px-4 py-3 text-muted">{t('import.historyEmpty')}</p>}
        >
          <ul class="card">
            <For each={entries()}>
              {(entry) => <Entry entry={entry} onTakeBack={setLeaving} onDetails={setSeen} />}
            </For>
          </ul>
        </Show>
      </Suspense>
      <TakeBackDialog entry={leaving()} onClose={() => setLeaving(undefined)} />
      <Details entry={seen()} onClose={() => setSeen(undefined)} />
    </section>
  )
}
