import { For, Show, createMemo, createSignal, onCleanup } from 'solid-js'

export interface HeatTableProps {
  readonly caption: string
  readonly rowHead: string
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  /** By row, then column; null where nothing can be. */
  readonly values: readonly (readonly (number | null)[])[]
  /** Figure in the cell: short. */
  readonly format: (value: number | null) => string
  /** Figure in full, on hover. */
  readonly exact?: (value: number | null) => string
  /** The value of the strongest tint, where a few stand far above the rest; the largest unless told. */
  readonly strongest?: number | undefined
  /** The same by row and column, where a cell has more to say than its value. */
  readonly exactAt?: (row: number, column: number) => string
}

/** Beyond this share of accent the text colour would lose its contrast in one of the themes. */
const STRONGEST = 50

const narrowWindow = () => {
  const media = matchMedia('(width < 1024px)')
  const [narrow, setNarrow] = createSignal(media.matches)
  const follow = () => setNarrow(media.matches)
  media.addEventListener('change', follow)
  onCleanup(() => media.removeEventListener('change', follow))
  return narrow
}

const turned = <Value,>(values: readonly (readonly Value[])[], columns: number) =>
  Array.from({ length: columns }, (_, column) => values.map((row) => row[column] as Value))

/** The table as it is drawn: turned on a narrow screen when it is wider than tall. */
function createShape(props: HeatTableProps) {
  const narrow = narrowWindow()
  const shape = createMemo(() => {
    const { rows, columns, values } = props
    if (!narrow() || columns.length <= rows.length) return { rows, columns, values, isTurned: false }
    return { rows: columns, columns: rows, values: turned(values, columns.length), isTurned: true }
  })
  const title = (value: number | null, row: number, column: number) => {
    if (!props.exactAt) return props.exact?.(value)
    return shape().isTurned ? props.exactAt(column, row) : props.exactAt(row, column)
  }
  return { shape, title }
}

/** A real table tinted by value, in one hue; turned on narrow screens when it is wider than tall. */
export function HeatTable(props: HeatTableProps) {
  const { shape, title } = createShape(props)
  const largest = createMemo(
    () => props.strongest ?? Math.max(0, ...props.values.flat().map((value) => value ?? 0)),
  )
  const tint = (value: number | null) => {
    const share = value === null || largest() === 0 ? 0 : Math.min(1, Math.max(0, value / largest()))
    return `color-mix(in oklab, var(--accent) ${Math.round(share * STRONGEST)}%, var(--surface))`
  }
  return (
    <div class="overflow-x-auto" tabindex="0" role="group" aria-label={props.caption}>
      <table class="w-full text-xs figures border-separate border-spacing-0">
        <caption class="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            <th scope="col" class="sticky left-0 bg-surface text-left font-normal text-muted pr-2">
              <span class="visually-hidden">{props.rowHead}</span>
            </th>
            <For each={shape().columns}>
              {(column) => (
                <th scope="col" class="font-normal text-muted px-0.5 pb-1 text-center">
                  {column}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={shape().rows}>
            {(row, index) => (
              <tr>
                <th
                  scope="row"
                  class="sticky left-0 bg-surface text-left font-normal text-muted pr-2 whitespace-nowrap"
                >
                  {row}
                </th>
                <For each={shape().values[index()]}>
                  {(value, place) => (
                    <td
                      class="h-7 min-w-7 px-0.5 text-center whitespace-nowrap border border-surface rounded-sm"
                      style={{ 'background-color': tint(value) }}
                      title={title(value, index(), place())}
                    >
                      <Show when={value !== 0} fallback={<span class="text-muted">0</span>}>
                        {props.format(value)}
                      </Show>
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}
