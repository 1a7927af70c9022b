import { For, Show, createMemo, createSignal, onMount } from 'solid-js'
import type { JSX } from 'solid-js'
import { EmptyState } from '../empty-state.tsx'
import { useFormat, useText } from '../text/text.tsx'
import { ColumnMenu } from './column-menu.tsx'
import { sortRows } from './columns.ts'
import type { Column, Sort } from './columns.ts'
import { ExportButtons } from './export-buttons.tsx'
import { HeadCell } from './head-cell.tsx'
import { makeRowKeys } from './row-keys.ts'
import { VIRTUAL_FROM, createRowWindow } from './row-window.ts'
import { TableBody } from './table-body.tsx'
import { TableFoot } from './table-foot.tsx'

export interface TableProps<Row> {
  /** Says what and when; also the name of the exported file. */
  readonly title: string
  /** Hides the visible title where a heading stands already. */
  readonly untitled?: boolean
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  /** Sort in force when the view keeps it (URL); without it the table keeps its own, beginning with `firstSort`. */
  readonly sort?: Sort | undefined
  readonly firstSort?: Sort
  readonly onSort?: (sort: Sort) => void
  /** Opens a row; makes its first cell a button and the whole row clickable. */
  readonly onRow?: (row: Row) => void
  /** What the total row totals: "Total of 1,204 products". Shown when columns have a `total`. */
  readonly totalLabel?: string
  readonly empty?: JSX.Element
  /** Class of the greatest height before it scrolls; `max-h-[70dvh]` unless told. */
  readonly height?: string
  /** More buttons beside Copy and CSV. */
  readonly actions?: JSX.Element
  /** No Copy and CSV. */
  readonly closed?: boolean
}

interface TableBarProps<Row> extends TableProps<Row> {
  readonly shown: readonly Column<Row>[]
  readonly sorted: readonly Row[]
  readonly hidden: ReadonlySet<string>
  readonly onHide: (hidden: ReadonlySet<string>) => void
}

/** Above the table: title, number of rows, columns, copy, CSV. */
function TableBar<Row>(props: TableBarProps<Row>) {
  const t = useText()
  return (
    <div class="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Show when={!props.untitled}>
        <h2 class="section-title">{props.title}</h2>
      </Show>
      <span class="hint figures grow">{t('parts.rows', { n: props.rows.length })}</span>
      {props.actions}
      <Show when={props.columns.some((column) => column.hidden)}>
        <ColumnMenu columns={props.columns} hidden={props.hidden} onChange={props.onHide} />
      </Show>
      <Show when={!props.closed && props.rows.length > 0}>
        <ExportButtons
          title={props.title}
          head={() => props.shown.map((column) => column.label)}
          rows={() => props.sorted.map((row) => props.shown.map((column) => column.value(row)))}
        />
      </Show>
    </div>
  )
}

const hiddenAtFirst = <Row,>(columns: readonly Column<Row>[]): ReadonlySet<string> =>
  new Set(columns.filter((column) => column.hidden).map((column) => column.key))

/** Table with sort, sticky header and first column, total row, export, keyboard rows; virtual beyond 200 rows. */
export function Table<Row>(props: TableProps<Row>) {
  const t = useText()
  const format = useFormat()
  const [ownSort, setOwnSort] = createSignal(props.firstSort)
  const [hidden, setHidden] = createSignal(hiddenAtFirst(props.columns))
  const [scroller, setScroller] = createSignal<HTMLElement | null>(null)
  const columns = createMemo(() => props.columns.filter((column) => !hidden().has(column.key)))
  const sort = () => props.sort ?? ownSort()
  const rows = createMemo(() => sortRows(props.rows, props.columns, sort(), format().locale))
  const { view, reveal } = createRowWindow(rows, scroller)
  const keys = makeRowKeys(() => rows().length, reveal)
  const chooseSort = (next: Sort) => {
    setOwnSort(next)
    props.onSort?.(next)
  }
  return (
    <div class="flex flex-col gap-2 min-w-0">
      <TableBar {...props} shown={columns()} sorted={rows()} hidden={hidden()} onHide={setHidden} />
      <Show when={props.rows.length > 0} fallback={props.empty ?? <EmptyState title={t('parts.noRows')} />}>
        <div
          // Not before it stands in the page: until then it belongs to a document without a window.
          ref={(place) => onMount(() => setScroller(place))}
          class={`overflow-auto ${props.height ?? 'max-h-[70dvh]'} border border-line rounded-card bg-surface print:max-h-none`}
          role="region"
          aria-label={props.title}
          tabindex={props.onRow ? undefined : 0}
        >
          <table class="w-full text-base border-separate border-spacing-0" aria-rowcount={rows().length + 1}>
            <caption class="visually-hidden">{props.title}</caption>
            <thead>
              <tr>
                <For each={columns()}>
                  {(column, index) => (
                    <HeadCell column={column} first={index() === 0} sort={sort()} onSort={chooseSort} />
                  )}
                </For>
              </tr>
            </thead>
            <TableBody
              columns={columns()}
              view={view()}
              keys={keys}
              onRow={props.onRow}
              even={rows().length > VIRTUAL_FROM}
            />
            <TableFoot columns={columns()} label={props.totalLabel ?? t('parts.total')} />
          </table>
        </div>
      </Show>
    </div>
  )
}
