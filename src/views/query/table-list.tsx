import { For, Suspense } from 'solid-js'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useText } from '../../ui/text/text.tsx'
import { createTables } from './data.ts'
import type { Table } from './data.ts'
import { EXAMPLES } from './examples.ts'

interface WordProps {
  readonly word: string
  readonly onWord: (word: string) => void
}

function Word(props: WordProps) {
  const t = useText()
  return (
    <button
      type="button"
      class="font-mono text-sm text-accent hover:underline rounded-sm"
      aria-label={t('query.insert', { name: props.word })}
      onClick={() => props.onWord(props.word)}
    >
      {props.word}
    </button>
  )
}

function TableRow(props: { readonly table: Table; readonly onWord: (word: string) => void }) {
  const t = useText()
  return (
    <details class="border-b border-line last:border-b-0 py-1.5">
      <summary class="font-mono text-sm font-medium py-1">
        {props.table.name}
        <span class="hint font-sans font-normal"> · {props.table.columns.length}</span>
      </summary>
      <div class="flex flex-col gap-2 pt-1 pb-2">
        <p class="hint">
          {props.table.meaning} <Word word={props.table.name} onWord={props.onWord} />
        </p>
        <dl class="flex flex-col gap-1.5" aria-label={t('query.columns', { table: props.table.name })}>
          <For each={props.table.columns}>
            {(column) => (
              <div class="flex flex-col">
                <dt class="flex items-baseline gap-2">
                  <Word word={column.name} onWord={props.onWord} />
                  <span class="text-xs text-muted">{column.type}</span>
                </dt>
                <dd class="text-xs text-muted">{column.meaning}</dd>
              </div>
            )}
          </For>
        </dl>
      </div>
    </details>
  )
}

/** The public tables with their columns and meanings; a name goes into the editor when it is pressed. */
export function TableList(props: { readonly onWord: (word: string) => void }) {
  const t = useText()
  const tables = createTables()
  return (
    <section class="flex flex-col gap-2" aria-labelledby="tables">
      <h2 id="tables" class="section-title">
        {t('query.tables')}
      </h2>
      <p class="hint">{t('query.tablesHint')}</p>
      <Suspense fallback={<Skeleton class="h-8" count={4} />}>
        <div class="card px-3">
          <For each={tables() ?? []}>{(table) => <TableRow table={table} onWord={props.onWord} />}</For>
        </div>
      </Suspense>
    </section>
  )
}

/** Queries to begin with. */
export function Examples(props: { readonly onOpen: (sql: string) => void }) {
  const t = useText()
  return (
    <section class="flex flex-col gap-2" aria-labelledby="examples">
      <h2 id="examples" class="section-title">
        {t('query.examples')}
      </h2>
      <ul class="flex flex-col">
        <For each={EXAMPLES}>
          {(example) => (
            <li>
              <button type="button" class="menu-item" onClick={() => props.onOpen(example.sql)}>
                <span class="i-lucide-file-code text-muted" aria-hidden="true" />
                {t(`query.example_${example.name}`)}
              </button>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}
