import { For, Show } from 'solid-js'
import { isNarrow } from '../../ui/narrow.ts'
import type { Column } from '../../ui/table/columns.ts'
import { Table } from '../../ui/table/table.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { type pairWriter, differs, type Row } from './compared.ts'

export interface ComparisonRowsProps {
  readonly title: string
  /** Head of the first column. */
  readonly first: string
  readonly rows: readonly Row[]
  readonly write: ReturnType<typeof pairWriter>
}

/** Rows on a phone: the name with its difference, and under it both sides. */
function Lines(props: ComparisonRowsProps) {
  const t = useText()
  return (
    <section class="flex flex-col gap-1" aria-label={props.title}>
      <h3 class="section-title">{props.title}</h3>
      <ul class="flex flex-col">
        <For each={props.rows}>
          {(row) => (
            <li class="flex flex-col py-2 border-b border-line last:border-b-0">
              <span class="flex justify-between gap-3">
                <bdi class="min-w-0 break-words">{row.name}</bdi>
                <span class="figures font-medium whitespace-nowrap">
                  {props.write.difference(row.unit, row.difference)}
                </span>
              </span>
              <span class="hint figures">
                {t('sharing.mine')} {props.write.value(row.unit, row.mine)} · {t('sharing.theirs')}{' '}
                {props.write.value(row.unit, row.theirs, 'theirs')}
              </span>
            </li>
          )}
        </For>
      </ul>
    </section>
  )
}

function Columns(props: ComparisonRowsProps) {
  const t = useText()
  const side = (key: 'mine' | 'theirs'): Column<Row> => ({
    key,
    label: t(`sharing.${key}`),
    kind: 'number',
    value: (row) => row[key],
    show: (row) => props.write.value(row.unit, row[key], key),
  })
  const columns = (): Column<Row>[] => [
    { key: 'name', label: props.first, value: (row) => row.name },
    side('mine'),
    side('theirs'),
    {
      key: 'difference',
      label: t('sharing.difference'),
      kind: 'number',
      value: (row) => row.difference,
      show: (row) => props.write.difference(row.unit, row.difference),
    },
  ]
  return <Table title={props.title} columns={columns()} rows={props.rows} />
}

/** What differs, and, folded, what is the same on both sides. */
export function ComparisonRows(props: ComparisonRowsProps) {
  const t = useText()
  const format = useFormat()
  const differing = () => props.rows.filter(differs)
  const same = () => props.rows.filter((row) => !differs(row) && row.mine !== null)
  return (
    <div class="flex flex-col gap-2">
      <Show when={differing().length > 0}>
        <Show when={isNarrow()} fallback={<Columns {...props} rows={differing()} />}>
          <Lines {...props} rows={differing()} />
        </Show>
      </Show>
      <Show when={same().length > 0}>
        <details>
          <summary class="text-muted">
            {props.title}: {t('sharing.sameRows', { n: format().number(same().length) })}
          </summary>
          <ul class="flex flex-col pt-1">
            <For each={same()}>
              {(row) => (
                <li class="flex justify-between gap-3 py-1">
                  <bdi class="text-muted">{row.name}</bdi>
                  <span class="figures">{props.write.value(row.unit, row.mine)}</span>
                </li>
              )}
            </For>
          </ul>
        </details>
      </Show>
    </div>
  )
}
