import { Show, createUniqueId } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { draft, setDraft } from './draft.ts'

export interface EditorProps {
  readonly running: boolean
  readonly limit: number
  readonly onLimit: (limit: number) => void
  readonly onRun: (sql: string) => void
  readonly onCancel: () => void
  readonly onField: (field: HTMLTextAreaElement) => void
}

const LIMITS = [100, 1000, 10_000, 100_000]
const KEYS = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘ ↵' : 'Ctrl ↵'
const MOST_ROWS = 24

const rowsOf = (text: string) => Math.min(MOST_ROWS, Math.max(8, text.split('\n').length + 1))

/** The text of the query and what can be done with it. */
export function Editor(props: EditorProps) {
  const t = useText()
  const format = useFormat()
  const hint = createUniqueId()
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    props.onRun(draft())
  }
  return (
    <section class="card-pad flex flex-col gap-3" aria-label={t('query.editor')}>
      <textarea
        ref={props.onField}
        class="w-full rounded-control border border-line bg-sunken p-3 font-mono text-sm resize-y leading-relaxed hover:border-edge"
        aria-label={t('query.editor')}
        aria-describedby={hint}
        aria-keyshortcuts="Control+Enter Meta+Enter"
        spellcheck={false}
        autocomplete="off"
        autocapitalize="off"
        wrap="off"
        rows={rowsOf(draft())}
        value={draft()}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={press}
      />
      <div class="flex flex-wrap items-center gap-2">
        <Button
          look="primary"
          icon="i-lucide-play"
          busy={props.running}
          disabled={draft().trim() === ''}
          onClick={() => props.onRun(draft())}
        >
          {props.running ? t('query.running') : t('query.run')}
        </Button>
        <Show when={props.running}>
          <Button icon="i-lucide-x" onClick={() => props.onCancel()}>
            {t('query.cancel')}
          </Button>
        </Show>
        <label class="flex items-center gap-2 text-sm text-muted">
          {t('query.limit')}
          <Select
            value={String(props.limit)}
            choices={LIMITS.map((limit) => ({ value: String(limit), label: format().number(limit) }))}
            onChange={(limit) => props.onLimit(Number(limit))}
          />
        </label>
        <p id={hint} class="hint">
          {t('query.editorHint', { keys: KEYS })}
        </p>
      </div>
    </section>
  )
}
