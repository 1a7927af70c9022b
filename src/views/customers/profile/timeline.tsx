import { createMemo } from 'solid-js'
import type { CustomerProfile } from '../../../api/customers-schemas.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Table } from '../../../ui/table/table.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { useFormat, useText } from '../../../ui/text/text.tsx'

type Entry = CustomerProfile['timeline'][number]

/** Every order and return of a customer, newest first, with the days between them. */
export function Timeline(props: { readonly customer: CustomerProfile }) {
  const t = useText()
  const format = useFormat()
  const columns = createMemo((): readonly Column<Entry>[] => [
    {
      key: 'day',
      label: t('customers.day'),
      kind: 'day',
      value: ({ day }) => day,
      show: ({ day }) => <span class="whitespace-nowrap">{format().day(day)}</span>,
    },
    { key: 'order_id', label: t('customers.order'), value: (entry) => entry.order_id },
    {
      key: 'kind',
      label: t('customers.kind'),
      value: ({ kind }) => (kind === 'sale' || kind === 'return' ? t(`customers.kind_${kind}`) : kind),
      hidden: true,
    },
    {
      key: 'products',
      label: t('customers.products'),
      sortable: false,
      value: ({ products }) => products.join(', '),
      show: ({ products, kind, lines }) => (
        <span class="block truncate max-w-64" title={products.join(', ')}>
          {kind === 'return' ? `${t('customers.kind_return')}: ` : ''}
          {products.join(', ')}
          {lines > products.length && products.length > 0 ? '…' : ''}
        </span>
      ),
    },
    { key: 'units', label: t('customers.units'), kind: 'number', value: ({ units }) => units },
    {
      key: 'net_sales',
      label: t('customers.netSales'),
      kind: 'money',
      currency: props.customer.currency,
      value: (entry) => entry.net_sales,
      total: props.customer.timeline.reduce((sum, entry) => sum + entry.net_sales, 0),
    },
    { key: 'gap_days', label: t('customers.gap'), kind: 'number', value: (entry) => entry.gap_days },
    { key: 'coupon', label: t('customers.coupon'), value: ({ coupon }) => coupon, hidden: true },
    { key: 'channel', label: t('customers.channel'), value: ({ channel }) => channel, hidden: true },
    { key: 'status', label: t('customers.status'), value: ({ status }) => status, hidden: true },
  ])
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
