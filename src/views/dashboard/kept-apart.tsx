import { Show } from 'solid-js'
import type { SummaryAnswer } from '../../api/dashboard-schemas.ts'
import type { Column } from '../../ui/table/columns.ts'
import { Table } from '../../ui/table/table.tsx'
import { useText } from '../../ui/text/text.tsx'
import type { Translate } from '../../ui/text/translate.ts'

type Kept = SummaryAnswer['kept_apart'][number]

const KINDS = ['shipping', 'fee', 'adjustment', 'stock', 'gift_card', 'excluded'] as const

const kindName = (t: Translate, kind: string) => {
  const known = KINDS.find((one) => one === kind)
  return known ? t(`dashboard.kind_${known}`) : kind
}

const columnsOf = (t: Translate, currency: string | null): readonly Column<Kept>[] => [
  { key: 'kind', label: t('dashboard.kind'), value: ({ kind }) => kindName(t, kind), sortable: false },
  { key: 'lines', label: t('dashboard.lines'), kind: 'number', value: ({ lines }) => lines, sortable: false },
  {
    key: 'orders',
    label: t('dashboard.orders'),
    kind: 'number',
    value: ({ orders }) => orders,
    sortable: false,
  },
  {
    key: 'amount',
    label: t('dashboard.amount'),
    kind: 'money',
    currency: currency ?? undefined,
    value: ({ net }) => net,
    sortable: false,
  },
]

/** What is not in the figures, so that nothing is dropped in silence. */
export function KeptApart(props: { readonly summary: SummaryAnswer }) {
  const t = useText()
  return (
    <div class="card-pad flex flex-col gap-3">
      <header>
        <h2 class="section-title">{t('dashboard.keptApart')}</h2>
        <p class="hint">{t('dashboard.keptApartDetail')}</p>
      </header>
      <Show
        when={props.summary.kept_apart.length > 0}
        fallback={<p class="text-muted">{t('dashboard.nothingApart')}</p>}
      >
        <Table
          title={t('dashboard.keptApart')}
          untitled
          columns={columnsOf(t, props.summary.currency)}
          rows={props.summary.kept_apart}
        />
      </Show>
    </div>
  )
}
