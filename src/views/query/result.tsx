import { Show, createMemo } from 'solid-js'
import { BarList } from '../../ui/bar-list.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import type { Column } from '../../ui/table/columns.ts'
import type { Cell } from '../../ui/table/csv.ts'
import { Table } from '../../ui/table/table.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import type { QueryResult } from './data.ts'
import { barShape, digitsOf, isNumber } from './shape.ts'

type Row = readonly unknown[]

const BARS = 15

const cellOf = (value: unknown): Cell => {
  if (value === null || value === undefined) return null
  if (typeof value === 'object') return JSON.stringify(value)
  return value as Cell
}

const columnsOf = ({ columns, rows }: QueryResult): readonly Column<Row>[] =>
  columns.map(({ name, type }, at): Column<Row> => {
    const value = (row: Row) => cellOf(row[at])
    // What no double holds comes as text.
    if (isNumber(type) && rows.every((row) => typeof row[at] !== 'string'))
      return {
        key: String(at),
        label: name,
        kind: 'number',
        value,
        digits: digitsOf(rows.map((row) => row[at])),
      }
    const show = (row: Row) => (
      <bdi class="block max-w-[60ch] truncate" title={String(value(row) ?? '')}>
        {String(value(row) ?? '–')}
      </bdi>
    )
    return { key: String(at), label: name, value, show }
  })

function Bars(props: { readonly result: QueryResult }) {
  const t = useText()
  const format = useFormat()
  const shape = createMemo(() => barShape(props.result))
  const name = (at: number) => props.result.columns[at]?.name ?? ''
  const rows = (by: number, value: number) =>
    props.result.rows.slice(0, BARS).map((row, at) => ({
      key: String(at),
      label: String(row[by] ?? '–'),
      value: Number(row[value] ?? 0),
    }))
  return (
    <Show when={shape()}>
      {(found) => (
        <section class="card-pad flex flex-col gap-3" aria-labelledby="bars">
          <div>
            <h2 id="bars" class="section-title">
              {t('query.chart', { value: name(found().value), by: name(found().by) })}
            </h2>
            <p class="hint">
              {t('query.chartUnit')}
              {props.result.rows.length > BARS ? ` · ${t('query.chartFirst', { n: BARS })}` : ''}
            </p>
          </div>
          <BarList
            label={t('query.chart', { value: name(found().value), by: name(found().by) })}
            rows={rows(found().by, found().value)}
            format={(value) => format().number(value, 2)}
          />
        </section>
      )}
    </Show>
  )
}

/** Rows of a query with time, the note when they were cut, CSV, and bars where the shape allows. */
export function ResultView(props: { readonly result: QueryResult }) {
  const t = useText()
  const format = useFormat()
  const elapsed = () => {
    const ms = props.result.elapsed_ms
    return ms < 1000 ? `${format().number(ms)} ms` : format().seconds(ms / 1000)
  }
  return (
    <div class="flex flex-col gap-4 min-w-0">
      <p role="status" class="hint figures">
        {t('query.elapsed', { n: props.result.rows.length, time: elapsed() })}
      </p>
      <Show when={props.result.truncated}>
        <p class="flex items-center gap-2 text-sm">
          <span class="i-lucide-triangle-alert text-warn" aria-hidden="true" />
          {t('query.truncated')}
        </p>
      </Show>
      <Show
        when={props.result.columns.length > 0}
        fallback={<EmptyState icon="i-lucide-table" title={t('query.noColumns')} />}
      >
        <Table
          title={t('query.result')}
          columns={columnsOf(props.result)}
          rows={props.result.rows}
          empty={t('query.noRows')}
        />
      </Show>
      <Bars result={props.result} />
    </div>
  )
}
