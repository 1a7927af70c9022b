import { Show } from 'solid-js'
import { useText } from '../text/text.tsx'
import { isFigure } from './columns.ts'
import type { Column, Sort } from './columns.ts'

interface HeadCellProps<Row> {
  readonly column: Column<Row>
  readonly first: boolean
  readonly sort: Sort | undefined
  readonly onSort: (sort: Sort) => void
}

const ARROWS = {
  none: 'i-lucide-chevrons-up-down opacity-40',
  ascending: 'i-lucide-arrow-up',
  descending: 'i-lucide-arrow-down',
}

/** Head of a column: a button that sorts, figures largest first. */
export function HeadCell<Row>(props: HeadCellProps<Row>) {
  const t = useText()
  const figure = () => isFigure(props.column)
  const state = () => {
    if (props.sort?.key !== props.column.key) return 'none'
    return props.sort.descending ? 'descending' : 'ascending'
  }
  const next = (): Sort => ({
    key: props.column.key,
    descending: state() === 'none' ? figure() : state() === 'ascending',
  })
  return (
    <th
      scope="col"
      aria-sort={props.column.sortable === false ? undefined : state()}
      class={`sticky top-0 bg-surface border-b border-edge px-3 py-2 text-sm font-medium text-muted whitespace-nowrap ${figure() ? 'text-right' : 'text-left'} ${props.first ? 'lt-lg:left-0 z-3' : 'z-2'}`}
    >
      <Show when={props.column.sortable !== false} fallback={props.column.label}>
        <button
          type="button"
          class={`inline-flex items-center gap-1 hover:text-text ${figure() ? 'flex-row-reverse' : ''} ${state() === 'none' ? '' : 'text-text'}`}
          title={t('parts.sortBy', { column: props.column.label })}
          onClick={() => props.onSort(next())}
        >
          {props.column.label}
          <span class={`${ARROWS[state()]} text-xs`} aria-hidden="true" />
        </button>
      </Show>
    </th>
  )
}
