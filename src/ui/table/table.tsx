import { createVirtualizer } from '@tanstack/solid-virtual'
import { For, Show, createMemo, createSignal, onMount } from 'solid-js'
import type { JSX } from 'solid-js'
import { EmptyState } from '../empty-state.tsx'
import { useFormat, useText } from '../text/text.tsx'
import { formatCell, isFigure, sortRows } from './columns.ts'
import type { Column, Sort } from './columns.ts'
import { ColumnMenu } from './column-menu.tsx'
import { ExportButtons } from './export-buttons.tsx'
import { HeadCell } from './head-cell.tsx'
import { makeRowKeys } from './row-keys.ts'

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

const VIRTUAL_FROM = 200
const ROW_HEIGHT = 37

/** Rows in view with the space before and after them, all rows when there are few. */
function createRowWindow<Row>(rows: () => readonly Row[], scroller: () => HTMLElement | null) {
  const virtualizer = createVirtualizer({
    get count() {
      return rows().length
    },
    getScrollElement: scroller,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  })
  const view = createMemo(() => {
    if (rows().length <= VIRTUAL_FROM) return { first: 0, shown: rows(), before: 0, after: 0 }
    const items = virtualizer.getVirtualItems()
    const first = items[0]?.index ?? 0
    const last = items.at(-1)?.index ?? Math.min(30, rows().length - 1)
    const after = (rows().length - 1 - last) * ROW_HEIGHT
    return { first, shown: rows().slice(first, last + 1), before: first * ROW_HEIGHT, after }
  })
  return { view, reveal: (index: number) => virtualizer.scrollToIndex(index) }
}

const Space = (props: { readonly height: number; readonly span: number }) => (
  <Show when={props.height > 0}>
    <tr aria-hidden="true">
      <td colspan={props.span} class="p-0" style={{ height: `${props.height}px` }} />
    </tr>
  </Show>
)

const cellClass = (figure: boolean, first: boolean) =>
  `px-3 py-2 border-b border-line h-9 ${figure ? 'text-right figures whitespace-nowrap' : ''} ${first ? 'lt-lg:sticky lt-lg:left-0 z-1 bg-surface group-hover:bg-sunken lt-lg:max-w-44 truncate max-w-90' : ''}`

/** Table with sort, sticky header and first column, total row, export, keyboard rows; virtual beyond 200 rows. */
export function Table<Row>(props: TableProps<Row>) {
  const t = useText()
  const format = useFormat()
  const [ownSort, setOwnSort] = createSignal(props.firstSort)
  const [hidden, setHidden] = createSignal<ReadonlySet<string>>(
    new Set(props.columns.filter((column) => column.hidden).map((column) => column.key)),
  )
  const [scroller, setScroller] = createSignal<HTMLElement | null>(null)
  const columns = createMemo(() => props.columns.filter((column) => !hidden().has(column.key)))
  const sort = () => props.sort ?? ownSort()
  const rows = createMemo(() => sortRows(props.rows, props.columns, sort(), format().locale))
  const { view, reveal } = createRowWindow(rows, scroller)
  const keys = makeRowKeys(() => rows().length, reveal)
  const totalled = () => columns().some((column) => column.total !== undefined)
  const chooseSort = (next: Sort) => {
    setOwnSort(next)
    props.onSort?.(next)
  }
  const cell = (column: Column<Row>, row: Row) =>
    column.show ? column.show(row) : formatCell(column, column.value(row), format())
  const firstCell = (column: Column<Row>, row: Row, index: number) => (
    <Show when={props.onRow} fallback={cell(column, row)}>
      <button
        type="button"
        class="text-left font-medium truncate max-w-full hover:text-accent"
        {...keys.attributes(index)}
        onClick={(event) => {
          event.stopPropagation()
          props.onRow?.(row)
        }}
      >
        {cell(column, row)}
      </button>
    </Show>
  )
  return (
    <div class="flex flex-col gap-2 min-w-0">
      <div class="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Show when={!props.untitled}>
          <h3 class="section-title">{props.title}</h3>
        </Show>
        <span class="hint figures grow">{t('parts.rows', { n: props.rows.length })}</span>
        {props.actions}
        <Show when={props.columns.some((column) => column.hidden)}>
          <ColumnMenu columns={props.columns} hidden={hidden()} onChange={setHidden} />
        </Show>
        <Show when={!props.closed && props.rows.length > 0}>
          <ExportButtons
            title={props.title}
            head={() => columns().map((column) => column.label)}
            rows={() => rows().map((row) => columns().map((column) => column.value(row)))}
          />
        </Show>
      </div>
      <Show when={props.rows.length > 0} fallback={props.empty ?? <EmptyState title={t('parts.noRows')} />}>
        <div
          // Not before it stands in the page: until then it belongs to a document without a window.
          ref={(place) => onMount(() => setScroller(place))}
          class={`overflow-auto ${props.height ?? 'max-h-[70dvh]'} border border-line rounded-card bg-surface print:max-h-none`}
          role="region"
          aria-label={props.title}
          tabindex={props.onRow ? undefined : 0}
        >
          <table class="w-full text-base" aria-rowcount={rows().length + 1}>
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
            <tbody onKeyDown={(event) => keys.move(event)}>
              <Space height={view().before} span={columns().length} />
              <For each={view().shown}>
                {(row, index) => (
                  <tr
                    class={`group ${props.onRow ? 'cursor-pointer hover:bg-sunken' : ''}`}
                    aria-rowindex={view().first + index() + 2}
                    onClick={() => props.onRow?.(row)}
                  >
                    <For each={columns()}>
                      {(column, place) => (
                        <Show
                          when={place() === 0}
                          fallback={<td class={cellClass(isFigure(column), false)}>{cell(column, row)}</td>}
                        >
                          <th
                            scope="row"
                            class={`font-normal text-left ${cellClass(isFigure(column), true)}`}
                          >
                            {firstCell(column, row, view().first + index())}
                          </th>
                        </Show>
                      )}
                    </For>
                  </tr>
                )}
              </For>
              <Space height={view().after} span={columns().length} />
            </tbody>
            <Show when={totalled()}>
              <tfoot>
                <tr class="font-semibold">
                  <For each={columns()}>
                    {(column, index) => (
                      <td
                        class={`sticky bottom-0 bg-surface border-t border-edge px-3 py-2 ${isFigure(column) ? 'text-right figures whitespace-nowrap' : ''} ${index() === 0 ? 'lt-lg:left-0 z-2' : 'z-1'}`}
                      >
                        {index() === 0
                          ? (props.totalLabel ?? t('parts.total'))
                          : column.total === undefined
                            ? ''
                            : formatCell(column, column.total, format())}
                      </td>
                    )}
                  </For>
                </tr>
              </tfoot>
            </Show>
          </table>
        </div>
      </Show>
    </div>
  )
}
