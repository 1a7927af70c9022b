import { Show } from 'solid-js'
import type { TopAnswer } from '../../api/dashboard-schemas.ts'
import { Button } from '../../ui/button.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { Table } from '../../ui/table/table.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import type { Translate } from '../../ui/text/translate.ts'
import { writePeriod } from './words.ts'

type Item = TopAnswer['items'][number]

export interface TopProductsProps {
  readonly top: TopAnswer
  readonly onOpen: (key: string, name: string | null) => void
  readonly onMore: () => void
}

function columnsOf(t: Translate, top: TopAnswer): readonly Column<Item>[] {
  const { currency, totals, compare } = top
  const change = totals && totals.previous ? totals.net_sales / totals.previous - 1 : null
  return [
    {
      key: 'name',
      label: t('dashboard.product'),
      value: ({ name, key }) => name ?? key ?? t('dashboard.noName'),
    },
    {
      key: 'net_sales',
      label: t('metrics.net_sales.name'),
      kind: 'money',
      currency: currency ?? undefined,
      value: ({ net_sales }) => net_sales,
      total: totals?.net_sales,
    },
    {
      key: 'units',
      label: t('dashboard.units'),
      kind: 'number',
      value: ({ units }) => units,
      total: totals?.units,
    },
    { key: 'share', label: t('dashboard.share'), kind: 'percent', value: ({ share }) => share, total: 1 },
    ...(compare?.has_data
      ? [
          {
            key: 'change',
            label: t('dashboard.change'),
            kind: 'change',
            value: ({ change: moved }: Item) => moved,
            total: change,
          } as const,
        ]
      : []),
  ]
}

/** The products that sell most, against all products of the period. */
export function TopProducts(props: TopProductsProps) {
  const t = useText()
  const format = useFormat()
  const period = () => writePeriod(format(), { from: props.top.from ?? '', to: props.top.to ?? '' })
  return (
    <section class="card-pad">
      <Table
        title={`${t('dashboard.topProducts')}, ${period()}`}
        columns={columnsOf(t, props.top)}
        rows={props.top.items}
        height="max-h-[26rem]"
        totalLabel={t('dashboard.totalProducts', { n: props.top.total })}
        onRow={({ key, name }) => props.onOpen(key ?? '', name)}
        actions={
          <Show when={props.top.next !== null}>
            <Button size="sm" look="quiet" icon="i-lucide-plus" onClick={() => props.onMore()}>
              {t('dashboard.showMore')}
            </Button>
          </Show>
        }
      />
    </section>
  )
}
