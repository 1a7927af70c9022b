import { For, Show } from 'solid-js'
import type { MetricName } from '../../model/metric.ts'
import type { Column } from '../../ui/table/columns.ts'
import { Table } from '../../ui/table/table.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { Fact } from './section.tsx'

interface Pair {
  readonly mine: number | null
  readonly theirs: number | null
  readonly difference: number | null
}

/** The open workspace held against a file. */
export interface Compared {
  readonly currency: string | null
  readonly figures: readonly ({ readonly metric: MetricName } & Pair)[]
  readonly months: readonly { readonly month: string; readonly net_sales: Pair }[]
  readonly settings: readonly {
    readonly name: 'currency' | 'time_zone' | 'preset' | 'rates'
    readonly mine: string | null
    readonly theirs: string | null
  }[]
  readonly causes: readonly {
    readonly code: 'only_mine' | 'only_theirs' | 'different' | 'rules'
    readonly orders: number | null
    readonly net_sales: number
  }[]
  readonly same_orders: number
  readonly other_status: number
  readonly orders: readonly {
    readonly order_id: string
    readonly day: string
    readonly mine: number | null
    readonly theirs: number | null
  }[]
}

interface Row extends Pair {
  readonly name: string
  readonly unit: 'money' | 'number' | 'percent'
}

const COUNTED = ['orders', 'units', 'customers', 'new_customers', 'returning_customers', 'products_sold']

const unitOf = (metric: MetricName): Row['unit'] => {
  if (metric === 'returning_rate' || metric === 'gross_margin') return 'percent'
  return COUNTED.includes(metric) ? 'number' : 'money'
}

function Pairs(props: {
  readonly title: string
  readonly first: string
  readonly rows: readonly Row[]
  readonly currency: string
}) {
  const t = useText()
  const format = useFormat()
  const write = (unit: Row['unit'], value: number | null) => {
    if (unit === 'money') return format().money(value, props.currency)
    return unit === 'percent' ? format().percent(value) : format().number(value)
  }
  const side = (key: 'mine' | 'theirs' | 'difference'): Column<Row> => ({
    key,
    label: t(`sharing.${key}`),
    kind: 'number',
    value: (row) => row[key],
    show: (row) => write(row.unit, row[key]),
  })
  const columns = (): Column<Row>[] => [
    { key: 'name', label: props.first, value: (row) => row.name },
    side('mine'),
    side('theirs'),
    side('difference'),
  ]
  return <Table title={props.title} columns={columns()} rows={props.rows} />
}

function Causes(props: { readonly compared: Compared; readonly currency: string }) {
  const t = useText()
  const format = useFormat()
  return (
    <section class="flex flex-col gap-2" aria-label={t('sharing.why')}>
      <h3 class="label">{t('sharing.why')}</h3>
      <Show when={props.compared.causes.length > 0} fallback={<p>{t('sharing.equal')}</p>}>
        <ul class="flex flex-col gap-1">
          <For each={props.compared.causes}>
            {(cause) => (
              <li class="flex justify-between gap-4">
                <span>
                  {t(`sharing.cause_${cause.code}`)}
                  <Show when={cause.orders !== null}>
                    <span class="text-muted"> · {t('sharing.orders', { n: cause.orders ?? 0 })}</span>
                  </Show>
                </span>
                <span class="figures">{format().money(cause.net_sales, props.currency)}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <dl class="flex flex-col gap-1">
        <Fact name={t('sharing.same')}>{format().number(props.compared.same_orders)}</Fact>
        <Fact name={t('sharing.status')}>{format().number(props.compared.other_status)}</Fact>
        <For each={props.compared.settings}>
          {(setting) => (
            <Fact name={t(`sharing.set_${setting.name}`)}>
              {t('sharing.mine')}: {setting.mine ?? '–'} · {t('sharing.theirs')}: {setting.theirs ?? '–'}
            </Fact>
          )}
        </For>
      </dl>
    </section>
  )
}

/** The figures of both sides, by whole and by month, and where their difference comes from. */
export function Comparison(props: { readonly compared: Compared }) {
  const t = useText()
  const format = useFormat()
  const currency = () => props.compared.currency ?? 'XXX'
  const figures = () =>
    props.compared.figures.map(({ metric, ...pair }) => ({
      ...pair,
      name: t(`metrics.${metric}.name`),
      unit: unitOf(metric),
    }))
  const months = () =>
    props.compared.months.map(({ month, net_sales }) => ({
      ...net_sales,
      name: format().shortMonth(month),
      unit: 'money' as const,
    }))
  const orders = () =>
    props.compared.orders.map(({ order_id, day, mine, theirs }) => ({
      name: `${order_id} · ${format().day(day)}`,
      unit: 'money' as const,
      mine,
      theirs,
      difference: (mine ?? 0) - (theirs ?? 0),
    }))
  return (
    <div class="flex flex-col gap-4">
      <Causes compared={props.compared} currency={currency()} />
      <Pairs
        title={t('sharing.compared')}
        first={t('sharing.figure')}
        rows={figures()}
        currency={currency()}
      />
      <Pairs title={t('sharing.months')} first={t('sharing.month')} rows={months()} currency={currency()} />
      <Show when={orders().length > 0}>
        <Pairs
          title={t('sharing.differing')}
          first={t('sharing.name')}
          rows={orders()}
          currency={currency()}
        />
      </Show>
    </div>
  )
}
