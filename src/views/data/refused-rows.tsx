import { createAsync } from '@solidjs/router'
import { For, Show, Suspense, createMemo } from 'solid-js'
import type { RefusedRow } from '../../model/preview.ts'
import { FailureCard } from '../../ui/failure-card.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { Table } from '../../ui/table/table.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { useShop } from '../shop.tsx'
import { readRefused } from './data.ts'
import type { Refused } from './data.ts'
import { wordsOf } from './words.ts'

interface Group {
  readonly code: string
  readonly rows: readonly RefusedRow[]
}

const LINES_SHOWN = 10

const groupsOf = (rows: readonly RefusedRow[]): readonly Group[] =>
  [...new Set(rows.map(({ code }) => code))]
    .map((code) => ({ code, rows: rows.filter((row) => row.code === code) }))
    .toSorted((a, b) => b.rows.length - a.rows.length)

/** "lines 4, 9, 12 and more". */
function LineList(props: { readonly rows: readonly RefusedRow[] }) {
  const t = useText()
  const lines = () =>
    props.rows
      .slice(0, LINES_SHOWN)
      .map(({ line }) => String(line))
      .join(', ')
  return (
    <>
      {t('import.lines', { lines: lines(), n: props.rows.length })}
      {props.rows.length > LINES_SHOWN ? ` ${t('import.andMore')}` : ''}
    </>
  )
}

function Groups(props: { readonly groups: readonly Group[] }) {
  const t = useText()
  const format = useFormat()
  return (
    <ul class="flex flex-col gap-2">
      <For each={props.groups}>
        {(group) => (
          <li class="flex gap-3">
            <span class="figures font-semibold text-bad min-w-8 lg:min-w-12 text-right">
              {format().number(group.rows.length)}
            </span>
            <span class="flex flex-col min-w-0">
              <span>{wordsOf(t, group.code).what}</span>
              <span class="hint">
                {wordsOf(t, group.code).todo} <LineList rows={group.rows} />
              </span>
            </span>
          </li>
        )}
      </For>
    </ul>
  )
}

function RefusedTable(props: { readonly refused: Refused }) {
  const t = useText()
  const columns = createMemo((): readonly Column<RefusedRow>[] => {
    const all: readonly Column<RefusedRow>[] = [
      { key: 'line', label: t('import.line'), kind: 'number', value: (row) => row.line },
      {
        key: 'column',
        label: t('import.column'),
        value: (row) => row.column ?? t('import.wholeRow'),
        show: (row) => <bdi>{row.column ?? t('import.wholeRow')}</bdi>,
      },
      {
        key: 'reason',
        label: t('import.reason'),
        value: (row) => wordsOf(t, row.code).what,
        show: (row) => <span class="block min-w-60">{wordsOf(t, row.code).what}</span>,
      },
      {
        key: 'raw',
        label: t('import.raw'),
        value: (row) => row.raw,
        show: (row) => (
          <bdi class="block max-w-[60ch] truncate font-mono text-xs" title={row.raw}>
            {row.raw}
          </bdi>
        ),
      },
      {
        key: 'file',
        label: t('import.file'),
        value: (row) => row.file,
        show: (row) => <bdi>{row.file}</bdi>,
      },
      { key: 'code', label: t('import.code'), value: (row) => row.code, hidden: true },
    ]
    const files = new Set(props.refused.rows.map(({ file }) => file))
    return files.size > 1 ? all : all.filter(({ key }) => key !== 'file')
  })
  return (
    <Table
      title={t('import.refusedRows')}
      untitled
      columns={columns()}
      rows={props.refused.rows}
      firstSort={{ key: 'line', descending: false }}
      height="max-h-96"
    />
  )
}

/** The refused rows of an import: first by reason, then one by one, with CSV. */
export function RefusedRows(props: { readonly id: string }) {
  const t = useText()
  const format = useFormat()
  const shop = useShop()
  const answer = createAsync(() => readRefused(shop.client, props.id))
  const refused = () => {
    const outcome = answer()
    return outcome?.ok ? outcome.value : undefined
  }
  const failed = () => {
    const outcome = answer()
    return outcome && !outcome.ok ? outcome.failure : undefined
  }
  return (
    <Suspense fallback={<Skeleton class="h-24" />}>
      <Show when={failed()}>{(fault) => <FailureCard code={fault().code} detail={fault().detail} />}</Show>
      <Show when={refused()}>
        {(known) => (
          <Show when={known().rows.length > 0} fallback={<p>{t('import.noRefused')}</p>}>
            <p class="text-muted">{t('import.refusedDetail')}</p>
            <Groups groups={groupsOf(known().rows)} />
            <Show when={known().total > known().rows.length}>
              <p class="hint">
                {t('import.refusedCut', {
                  shown: format().number(known().rows.length),
                  all: format().number(known().total),
                })}
              </p>
            </Show>
            <RefusedTable refused={known()} />
          </Show>
        )}
      </Show>
    </Suspense>
  )
}
