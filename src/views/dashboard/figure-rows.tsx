import { Show, createMemo, createSignal } from 'solid-js'
import type { RowsAnswer } from '../../api/dashboard-schemas.ts'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Table } from '../../ui/table/table.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import type { OpenFigure } from './address.ts'
import { createRows } from './data.ts'
import { ExportRows } from './export-rows.tsx'
import { Part } from './part.tsx'
import { rowColumns } from './row-columns.ts'
import { writeFigure } from './words.ts'

const STEP = 200
const MOST = 1000

const close = (a: number, b: number) => Math.abs(a - b) < 0.005

/** Says that the rows are the figure: by their sum, or for averages by what the sum is divided by. */
function Proof(props: { readonly rows: RowsAnswer }) {
  const t = useText()
  const format = useFormat()
  const isRate = () => props.rows.metric === 'returning_rate'
  const write = (value: number | null) => writeFigure(format(), props.rows.unit, value, props.rows.currency)
  const sum = () => (isRate() ? format().number(props.rows.sum) : write(props.rows.sum))
  const divided = () => isRate() || props.rows.metric === 'average_order_value'
  const words = () => {
    const { figure, sum: total, total: rows } = props.rows
    if (figure !== null && divided()) {
      const count = isRate() ? rows : Math.round(total / figure)
      return t('dashboard.divides', { sum: sum(), count: format().number(count), figure: write(figure) })
    }
    return close(figure ?? 0, total)
      ? t('dashboard.matches', { sum: sum() })
      : t('dashboard.differs', { sum: sum(), figure: write(figure) })
  }
  const right = () => divided() || close(props.rows.figure ?? 0, props.rows.sum)
  return (
    <p class="hint flex items-center gap-2 figures">
      <span
        class={right() ? 'i-lucide-circle-check text-good' : 'i-lucide-triangle-alert text-warn'}
        aria-hidden="true"
      />
      {words()}
    </p>
  )
}

interface RowsTableProps {
  readonly rows: RowsAnswer
  readonly figure: OpenFigure
  readonly title: string
  readonly onMore: () => void
}

function RowsTable(props: RowsTableProps) {
  const t = useText()
  const format = useFormat()
  const columns = createMemo(() => rowColumns(t, format(), props.rows))
  const shown = () => ({
    shown: format().number(props.rows.items.length),
    total: format().number(props.rows.total),
  })
  const canGrow = () => props.rows.next !== null && props.rows.items.length < MOST
  return (
    <div class="flex flex-col gap-2">
      <Proof rows={props.rows} />
      <Table
        title={props.title}
        untitled
        closed
        columns={columns()}
        rows={props.rows.items}
        height="max-h-[55dvh]"
        totalLabel={t('dashboard.totalRows', { n: props.rows.total })}
        actions={<ExportRows title={props.title} figure={props.figure} columns={columns()} />}
      />
      <Show when={props.rows.next !== null}>
        <div class="flex flex-wrap items-center gap-3">
          <span class="hint figures">{t('dashboard.shownOf', shown())}</span>
          <Show when={canGrow()}>
            <Button size="sm" onClick={() => props.onMore()}>
              {t('dashboard.more')}
            </Button>
          </Show>
        </div>
      </Show>
    </div>
  )
}

/** The rows behind a figure, newest first, with what all of them add up to. */
export function FigureRows(props: { readonly figure: OpenFigure; readonly title: string }) {
  const t = useText()
  const [limit, setLimit] = createSignal(STEP)
  const rows = createRows(() => props.figure, limit)
  return (
    <section class="flex flex-col gap-2" aria-label={t('dashboard.rowsBehind')}>
      <h3 class="section-title">{t('dashboard.rowsBehind')}</h3>
      <Part answer={rows} skeleton={<Skeleton class="h-9" count={6} />}>
        {(answer) => (
          <RowsTable
            rows={answer()}
            figure={props.figure}
            title={props.title}
            onMore={() => setLimit(limit() + STEP)}
          />
        )}
      </Part>
    </section>
  )
}
