import { For, Show } from 'solid-js'
import type { JSX } from 'solid-js'
import { useFormat } from '../text/text.tsx'
import { formatCell, isFigure } from './columns.ts'
import type { Column } from './columns.ts'
import type { makeRowKeys } from './row-keys.ts'
import type { RowWindow } from './row-window.ts'

interface TableBodyProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly view: RowWindow<Row>
  readonly keys: ReturnType<typeof makeRowKeys>
  readonly onRow: ((row: Row) => void) | undefined
  /** Every row is as high as another, whatever it holds: long text is cut. A list of which only a part is drawn rests on it. */
  readonly even?: boolean
}

/** Of whole pixels, whatever the lines of the page are: rows that are not drawn are reckoned by it. */
const CELL = 'px-3 py-2 border-b border-line h-9 leading-5'
const FIRST =
  'font-normal text-left lt-lg:sticky lt-lg:left-0 z-1 bg-surface group-hover:bg-sunken lt-lg:max-w-44 truncate max-w-90'
const FIGURE = 'text-right figures whitespace-nowrap'
const EVEN = 'truncate max-w-56'

const Space = (props: { readonly height: number; readonly span: number }) => (
  <Show when={props.height > 0}>
    <tr aria-hidden="true">
      <td colspan={props.span} class="p-0" style={{ height: `${props.height}px` }} />
    </tr>
  </Show>
)

interface RowButtonProps {
  readonly index: number
  readonly keys: ReturnType<typeof makeRowKeys>
  readonly onOpen: () => void
  readonly children: JSX.Element
}

/** First cell of a row that opens something: what the keyboard and a screen reader find. */
const RowButton = (props: RowButtonProps) => (
  <button
    type="button"
    class="block text-left font-medium truncate max-w-full hover:text-accent"
    {...props.keys.attributes(props.index)}
    onClick={(event) => {
      event.stopPropagation()
      props.onOpen()
    }}
  >
    {props.children}
  </button>
)

/** Rows of a table, those in view. */
export function TableBody<Row>(props: TableBodyProps<Row>) {
  const format = useFormat()
  const cell = (column: Column<Row>, row: Row) =>
    column.show ? column.show(row) : formatCell(column, column.value(row), format())
  const shape = (column: Column<Row>) => {
    if (isFigure(column)) return FIGURE
    return props.even ? EVEN : ''
  }
  const firstCell = (column: Column<Row>, row: Row, index: () => number) => (
    <th scope="row" class={`${CELL} ${FIRST}`}>
      <Show when={props.onRow} fallback={cell(column, row)}>
        <RowButton index={props.view.first + index()} keys={props.keys} onOpen={() => props.onRow?.(row)}>
          {cell(column, row)}
        </RowButton>
      </Show>
    </th>
  )
  return (
    <tbody onKeyDown={(event) => props.keys.move(event)}>
      <Space height={props.view.before} span={props.columns.length} />
      <For each={props.view.shown}>
        {(row, index) => (
          <tr
            class={`group ${props.onRow ? 'cursor-pointer hover:bg-sunken' : ''}`}
            aria-rowindex={props.view.first + index() + 2}
            onClick={() => props.onRow?.(row)}
          >
            <For each={props.columns}>
              {(column, place) => (
                <Show when={place() > 0} fallback={firstCell(column, row, index)}>
                  <td class={`${CELL} ${shape(column)}`}>{cell(column, row)}</td>
                </Show>
              )}
            </For>
          </tr>
        )}
      </For>
      <Space height={props.view.after} span={props.columns.length} />
    </tbody>
  )
}
