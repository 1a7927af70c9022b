import { Show } from 'solid-js'
import type { DefinitionsAnswer } from '../../api/definitions.ts'
import type { Column } from '../../ui/table/columns.ts'
import { Table } from '../../ui/table/table.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'

type Change = DefinitionsAnswer['changes'][number]

/** Which figures other definitions would change, and by how much. */
export function CountsEffect(props: { readonly effect: DefinitionsAnswer }) {
  const t = useText()
  const format = useFormat()
  const write = ({ unit }: Change, value: number | null) => {
    if (unit === 'money') return format().money(value, props.effect.currency ?? 'XXX')
    return unit === 'ratio' ? format().percent(value) : format().number(value)
  }
  const figure = (key: 'before' | 'after' | 'difference'): Column<Change> => ({
    key,
    label: t(`counts.${key}`),
    kind: 'number',
    sortable: false,
    value: (row) => row[key],
    show: (row) => write(row, row[key]),
  })
  const columns = (): readonly Column<Change>[] => [
    {
      key: 'metric',
      label: t('counts.figure'),
      sortable: false,
      value: (row) => t(`metrics.${row.metric}.name`),
    },
    figure('before'),
    figure('after'),
    figure('difference'),
  ]
  const period = () => {
    const { from, to } = props.effect
    return from && to ? format().dayRange(from, to) : ''
  }
  return (
    <Show when={props.effect.changes.length > 0} fallback={<p class="hint">{t('counts.noEffect')}</p>}>
      <Table
        title={t('counts.effect', { period: period() })}
        columns={columns()}
        rows={props.effect.changes}
      />
    </Show>
  )
}
