import { createMemo } from 'solid-js'
import { Table } from '../../../ui/table/table.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { useFormat, useText } from '../../../ui/text/text.tsx'
import type { Retention } from './answer.ts'

type WinBackRow = Retention['win_back'][number]
type ProductRow = Retention['first_products'][number]

/** After how long a silence people still come back. */
export function WinBack(props: { readonly retention: Retention }) {
  const t = useText()
  const format = useFormat()
  const sure = (range: WinBackRow['interval']) =>
    range ? `${format().percent(range[0])} – ${format().percent(range[1])}` : '–'
  const columns = createMemo((): readonly Column<WinBackRow>[] => [
    {
      key: 'silent',
      label: t('cohorts.silent'),
      value: (row) => row.silent_days,
      show: (row) => t('worth.days', { n: row.silent_days }),
    },
    { key: 'customers', label: t('customers.title'), kind: 'number', value: (row) => row.customers },
    { key: 'came_back', label: t('cohorts.cameBack'), kind: 'number', value: (row) => row.came_back },
    { key: 'rate', label: t('cohorts.rate'), kind: 'percent', value: (row) => row.rate },
    { key: 'interval', label: t('cohorts.interval'), sortable: false, value: (row) => sure(row.interval) },
  ])
  return (
    <section class="flex flex-col gap-2 min-w-0">
      <Table title={t('cohorts.winBack')} columns={columns()} rows={props.retention.win_back} />
      <p class="hint">{t('cohorts.winBackHint')}</p>
    </section>
  )
}

/** With which product those began who never came back, and how many come back who begin with it. */
export function FirstProducts(props: { readonly retention: Retention }) {
  const t = useText()
  const columns = createMemo((): readonly Column<ProductRow>[] => [
    { key: 'title', label: t('cohorts.firstProduct'), value: (row) => row.title ?? row.product_id },
    { key: 'one_time', label: t('cohorts.oneTime'), kind: 'number', value: (row) => row.one_time },
    { key: 'customers', label: t('cohorts.began'), kind: 'number', value: (row) => row.customers },
    { key: 'repeat_rate', label: t('cohorts.within90'), kind: 'percent', value: (row) => row.repeat_rate },
  ])
  return (
    <section class="flex flex-col gap-2 min-w-0">
      <Table title={t('cohorts.firstProducts')} columns={columns()} rows={props.retention.first_products} />
      <p class="hint">{t('cohorts.firstProductsHint')}</p>
    </section>
  )
}
