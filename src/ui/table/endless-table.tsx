import { For, Show, createMemo, createSignal, onCleanup, onMount } from 'solid-js'
import type { JSX } from 'solid-js'
import { useFormat, useText } from '../text/text.tsx'
import { ColumnMenu } from './column-menu.tsx'
import { formatCell } from './columns.ts'
import type { Column, Sort } from './columns.ts'
import { HeadCell } from './head-cell.tsx'
import { makeRowKeys } from './row-keys.ts'
import { ROW_HEIGHT, rowPlaces, topFor } from './scroll-window.ts'
import type { Scrolled } from './scroll-window.ts'
import { TableBody } from './table-body.tsx'
import { TableFoot } from './table-foot.tsx'

export interface EndlessTableProps<Row> {
  readonly title: string
  readonly columns: readonly Column<Row>[]
  /** How many rows there are; only those in view are drawn. */
  readonly count: number
  /** The row of a place, or undefined while it is not there yet. */
  readonly rowAt: (place: number) => Row | undefined
  /** Says which places are in view, so that their rows are fetched. */
  readonly onWindow: (first: number, last: number) => void
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
  readonly onRow: (row: Row) => void
  readonly hidden: ReadonlySet<string>
  readonly onHide: (hidden: ReadonlySet<string>) => void
  readonly totalLabel: string
  /** Pixels to begin at, and where it was left. */
  readonly start?: number
  readonly onLeave?: (top: number) => void
  readonly actions?: JSX.Element
  readonly height?: string
}

/** A place of the list; its row may still be on the way. */
interface Slot<Row> {
  readonly place: number
  readonly row: Row | undefined
}

const Waiting = () => <span class="inline-block h-3 w-16 rounded-sm bg-sunken" aria-hidden="true" />

/** Slots of the places in view; one whose row has not changed is the same object, so that it is not drawn anew. */
function createSlots<Row>(props: EndlessTableProps<Row>, scrolled: () => Scrolled) {
  let kept = new Map<number, Slot<Row>>()
  const places = createMemo(() => rowPlaces(props.count, scrolled()), undefined, {
    equals: (a, b) => a.first === b.first && a.last === b.last && a.before === b.before,
  })
  return createMemo(() => {
    const { first, last, before, after } = places()
    props.onWindow(first, last)
    const next = new Map<number, Slot<Row>>()
    for (let place = first; place <= last; place += 1) {
      const row = props.rowAt(place)
      const old = kept.get(place)
      next.set(place, old && old.row === row ? old : { place, row })
    }
    kept = next
    return { first, shown: [...next.values()], before, after }
  })
}

function slotColumns<Row>(
  columns: readonly Column<Row>[],
  write: (column: Column<Row>, row: Row) => JSX.Element,
) {
  return columns.map((column): Column<Slot<Row>> => {
    return {
      ...column,
      value: (slot) => slot.row && column.value(slot.row),
      show: (slot) => (slot.row === undefined ? <Waiting /> : write(column, slot.row)),
    }
  })
}

/** The scroller's place: measured, begun where it was left, and told when it is left. */
function createScroll<Row>(props: EndlessTableProps<Row>) {
  const [scrolled, setScrolled] = createSignal<Scrolled>({ top: props.start ?? 0, view: 600 })
  let place: HTMLDivElement | undefined
  const measure = () => place && setScrolled({ top: place.scrollTop, view: place.clientHeight })
  onMount(() => {
    if (!place) return
    place.scrollTop = props.start ?? 0
    const watcher = new ResizeObserver(measure)
    watcher.observe(place)
    onCleanup(() => watcher.disconnect())
  })
  onCleanup(() => props.onLeave?.(scrolled().top))
  const reveal = (row: number) => {
    if (place) place.scrollTop = topFor(row, props.count, scrolled(), ROW_HEIGHT)
    measure()
  }
  return { scrolled, measure, reveal, hold: (element: HTMLDivElement) => (place = element) }
}

function Bar<Row>(props: EndlessTableProps<Row>) {
  const t = useText()
  return (
    <div class="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span class="hint figures grow" role="status">
        {t('parts.rows', { n: props.count })}
      </span>
      {props.actions}
      <ColumnMenu columns={props.columns} hidden={props.hidden} onChange={(next) => props.onHide(next)} />
    </div>
  )
}

/** A table of any length: it draws the rows in view and asks for them as it is scrolled; sorting is the asker's. */
export function EndlessTable<Row>(props: EndlessTableProps<Row>) {
  const format = useFormat()
  const scroll = createScroll(props)
  const columns = createMemo(() => {
    const shown = props.columns.filter((column) => !props.hidden.has(column.key))
    return slotColumns(shown, (column, row) =>
      column.show ? column.show(row) : formatCell(column, column.value(row), format()),
    )
  })
  const view = createSlots(props, scroll.scrolled)
  const keys = makeRowKeys(() => props.count, scroll.reveal)
  return (
    <div class="flex flex-col gap-2 min-w-0">
      <Bar {...props} />
      <div
        ref={scroll.hold}
        class={`overflow-auto ${props.height ?? 'h-[68dvh]'} border border-line rounded-card bg-surface [contain:strict] print:[contain:none]`}
        role="region"
        aria-label={props.title}
        onScroll={scroll.measure}
      >
        <table class="w-full text-base border-separate border-spacing-0" aria-rowcount={props.count + 1}>
          <caption class="visually-hidden">{props.title}</caption>
          <thead>
            <tr>
              <For each={columns()}>
                {(column, index) => (
                  <HeadCell column={column} first={index() === 0} sort={props.sort} onSort={props.onSort} />
                )}
              </For>
            </tr>
          </thead>
          <Show when={props.count > 0}>
            <TableBody
              columns={columns()}
              view={view()}
              keys={keys}
              even
              onRow={(slot) => slot.row && props.onRow(slot.row)}
            />
          </Show>
          <TableFoot columns={columns()} label={props.totalLabel} />
        </table>
      </div>
    </div>
  )
}
