import { Show, createSignal } from 'solid-js'
import { useText } from '../../ui/text/text.tsx'
import { useShop } from '../shop.tsx'
import { insertWord, setDraft } from './draft.ts'
import { Editor } from './editor.tsx'
import { Examples, TableList } from './table-list.tsx'
import { Outcome } from './outcome.tsx'
import { createRun } from './run.ts'
import { SavedQueries } from './saved-queries.tsx'

/** SQL over the public tables: write, run, look, keep. */
export default function QueryPage() {
  const t = useText()
  const shop = useShop()
  const { run, start, cancel } = createRun()
  const [limit, setLimit] = createSignal(1000)
  let field: HTMLTextAreaElement | undefined
  const open = (sql: string) => {
    setDraft(sql)
    void start(sql, limit())
  }
  return (
    <div class="page">
      <header class="flex flex-col gap-1">
        <h1 class="page-title">{t('query.title')}</h1>
        <p class="text-muted">{t('query.subtitle')}</p>
      </header>
      <Show when={shop.span().last === null}>
        <p class="hint">{t('query.noData')}</p>
      </Show>
      <div class="grid gap-6 lg:grid-cols-[minmax(0,1fr)_280px]">
        <div class="flex flex-col gap-4 min-w-0">
          <Editor
            running={run().kind === 'running'}
            limit={limit()}
            onLimit={setLimit}
            onRun={(sql) => void start(sql, limit())}
            onCancel={cancel}
            onField={(element) => (field = element)}
          />
          <Outcome run={run()} />
        </div>
        <div class="flex flex-col gap-6 min-w-0">
          <SavedQueries onOpen={open} />
          <Examples onOpen={open} />
          <TableList onWord={(word) => field && setDraft(insertWord(field, word))} />
        </div>
      </div>
    </div>
  )
}
