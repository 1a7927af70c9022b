import { Show } from 'solid-js'
import type { ReconciliationAnswer } from '../../api/reconcile.ts'
import { Button } from '../../ui/button.tsx'
import { fileNameOf, saveFile } from '../../ui/save-file.ts'
import type { Column } from '../../ui/table/columns.ts'
import { toCsv } from '../../ui/table/csv.ts'
import { Table } from '../../ui/table/table.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { writeCause } from './words.ts'

type Cause = ReconciliationAnswer['causes'][number]
type Row = Cause['rows'][number]

export interface CauseOrdersProps {
  readonly answer: ReconciliationAnswer
  readonly cause: Cause
  /** All rows of the cause, asked for when they are saved. */
  readonly onAll: () => Promise<readonly Row[]>
}

/** The orders behind a cause: what each brings to the figure here, and counted as the cause has it. */
export function CauseOrders(props: CauseOrdersProps) {
  const t = useText()
  const format = useFormat()
  const title = () => t('reconcile.ordersOf', { cause: writeCause(t, props.cause) })
  const figure = (key: 'before' | 'after' | 'difference'): Column<Row> => ({
    key,
    label: t(`reconcile.${key}`),
    kind: props.answer.unit === 'money' ? 'money' : 'number',
    currency: props.answer.currency,
    value: (row) => row[key],
    ...(key === 'difference' ? { total: props.cause.amount } : {}),
  })
  const columns = (): readonly Column<Row>[] => [
    { key: 'order_id', label: t('reconcile.order'), value: (row) => row.order_id },
    { key: 'day', label: t('reconcile.day'), kind: 'day', value: (row) => row.day },
    { key: 'status', label: t('reconcile.status'), value: (row) => row.status },
    figure('before'),
    figure('after'),
    figure('difference'),
  ]
  const save = async () => {
    const rows = await props.onAll()
    const csv = toCsv(
      columns().map(({ label }) => label),
      rows.map((row) => columns().map((column) => column.value(row))),
    )
    saveFile(`${fileNameOf(title())}.csv`, new Blob([csv], { type: 'text/csv;charset=utf-8' }))
  }
  return (
    <div class="flex flex-col gap-2">
      <Table
        title={title()}
        untitled
        closed
        columns={columns()}
        rows={props.cause.rows}
        height="max-h-[40dvh]"
        actions={
          <Button size="sm" look="quiet" icon="i-lucide-download" onClick={() => void save()}>
            {t('reconcile.allCsv')}
          </Button>
        }
      />
      <Show when={props.cause.orders > props.cause.rows.length}>
        <p class="hint figures">
          {t('reconcile.shownRows', {
            shown: format().number(props.cause.rows.length),
            total: format().number(props.cause.orders),
          })}
        </p>
      </Show>
    </div>
  )
}
