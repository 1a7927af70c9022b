import { For } from 'solid-js'
import { Button } from '../button.tsx'
import { Checkbox } from '../field.tsx'
import { Popover } from '../popover.tsx'
import { useText } from '../text/text.tsx'
import type { Column } from './columns.ts'

interface ColumnMenuProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly hidden: ReadonlySet<string>
  readonly onChange: (hidden: ReadonlySet<string>) => void
}

/** Which columns are shown; the first always is. */
export function ColumnMenu<Row>(props: ColumnMenuProps<Row>) {
  const t = useText()
  const toggle = (key: string, shown: boolean) => {
    const next = new Set(props.hidden)
    if (shown) next.delete(key)
    else next.add(key)
    props.onChange(next)
  }
  return (
    <Popover
      label={t('parts.chooseColumns')}
      align="end"
      trigger={(attributes) => (
        <Button size="sm" look="quiet" icon="i-lucide-columns-3" {...attributes}>
          {t('parts.chooseColumns')}
        </Button>
      )}
    >
      {() => (
        <div class="flex flex-col gap-2 p-2">
          <For each={props.columns.slice(1)}>
            {(column) => (
              <Checkbox
                label={column.label}
                checked={!props.hidden.has(column.key)}
                onChange={(shown) => toggle(column.key, shown)}
              />
            )}
          </For>
        </div>
      )}
    </Popover>
  )
}
