import { For, Show } from 'solid-js'
import { useFormat } from '../text/text.tsx'
import { formatCell, isFigure } from './columns.ts'
import type { Column } from './columns.ts'

interface TableFootProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly label: string
}

/** The total row, when a column has a total; always in view. */
export function TableFoot<Row>(props: TableFootProps<Row>) {
  const format = useFormat()
  const text = (column: Column<Row>, index: number) => {
    if (index === 0) return props.label
    return column.total === undefined ? '' : formatCell(column, column.total, format())
  }
  return (
    <Show when={props.columns.some((column) => column.total !== undefined)}>
      <tfoot>
        <tr class="font-semibold">
          <For each={props.columns}>
            {(column, index) => (
              <td
                class={`sticky bottom-0 bg-surface border-t border-edge px-3 py-2 ${isFigure(column) ? 'text-right figures whitespace-nowrap' : ''} ${index() === 0 ? 'lt-lg:left-0 z-2' : 'z-1'}`}
              >
                {text(column, index())}
              </td>
            )}
          </For>
        </tr>
      </tfoot>
    </Show>
  )
}
