import { createMemo } from 'solid-js'
import type { CustomerProfile } from '../../../api/customers-schemas.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Table } from '../../../ui/table/table.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import type { Formats } from '../../../ui/text/format.ts'
import type { Translate } from '../../../ui/text/translate.ts'
import { useFormat, useText } from '../../../ui/text/text.tsx'

type Entry = CustomerProfile['timeline'][number]

function Bought(props: { readonly entry: Entry }) {
  const t = useText()
  const names = () => props.entry.products.join(', ')
  const more = () =>
    props.entry.products.length > 0 && props.entry.lines > props.entry.products.length ? '…' : ''
  return (
    <span class="block truncate max-w-64" title={names()}>
      {props.entry.kind === 'return' ? `${t('customers.kind_return')}: ` : ''}
      {names()}
      {more()}
    </span>
  )
}

const kindOf = (t: Translate, kind: string) =>
  kind === 'sale' || kind === 'return' ? t(`customers.kind_${kind}`) : kind

/** Columns of the documents of a customer; those of the shop's own bookkeeping can be chosen. */
function timelineColumns(t: Translate, format: Formats, customer: CustomerProfile): readonly Column<Entry>[] {
  const hidden = { hidden: true } as const
  return [
    {
      key: 'day',
      label: t('customers.day'),
      kind: 'day',
      value: (entry) => entry.day,
      show: (entry) => format.day(entry.day).replaceAll(' ', '\u00a0'),
    },
    { key: 'order_id', label: t('customers.order'), value: (entry) => entry.order_id },
    { key: 'kind', label: t('customers.kind'), value: (entry) => kindOf(t, entry.kind), ...hidden },
    {
      key: 'net_sales',
      label: t('customers.netSales'),
      kind: 'money',
      currency: customer.currency,
      value: (entry) => entry.net_sales,
      total: customer.net_sales,
    },
    { key: 'gap_days', label: t('customers.gap'), kind: 'number', value: (entry) => entry.gap_days },
    { key: 'units', label: t('customers.units'), kind: 'number', value: (entry) => entry.units },
    {
      key: 'products',
      label: t('customers.products'),
      sortable: false,
      value: (entry) => entry.products.join(', '),
      show: (entry) => <Bought entry={entry} />,
    },
    { key: 'coupon', label: t('customers.coupon'), value: (entry) => entry.coupon, ...hidden },
    { key: 'channel', label: t('customers.channel'), value: (entry) => entry.channel, ...hidden },
    { key: 'status', label: t('customers.status'), value: (entry) => entry.status, ...hidden },
  ]
}

/** Every order and return of a customer, newest first, with the days between them. */
export function Timeline(props: { readonly customer: CustomerProfile }) {
  const t = useText()
  const format = useFormat()
  const columns = createMemo(() => timelineColumns(t, format(), props.customer))
  return (
    <section class="flex flex-col gap-2 min-w-0">
      <Table
        title={t('customers.timeline')}
        columns={columns()}
        rows={props.customer.timeline}
        height="max-h-[60dvh]"
        totalLabel={t('parts.total')}
        empty={
          <div class="card">
            <EmptyState icon="i-lucide-receipt" title={t('customers.noOrders')} />
          </div>
        }
      />
      <p class="hint">{t('customers.timelineNote')}</p>
    </section>
  )
}
