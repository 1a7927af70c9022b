import { createAsync, query } from '@solidjs/router'
import { For, Show, createMemo } from 'solid-js'
import type { Client } from '../../api/client.ts'
import { getViewer } from '../../api/workspace-files.ts'
import { METRICS } from '../../model/metric.ts'
import type { Outcome } from '../../model/outcome.ts'
import type { ViewerCohort, ViewerFigures, ViewerRow, ViewerTable } from '../../model/viewer.ts'
import { SeriesChart } from '../../ui/chart/series-chart.tsx'
import { FailureCard } from '../../ui/failure-card.tsx'
import { HeatTable } from '../../ui/heat-table.tsx'
import { isNarrow } from '../../ui/narrow.ts'
import type { Column } from '../../ui/table/columns.ts'
import { Table } from '../../ui/table/table.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { Tile } from '../../ui/tile.tsx'
import { useShop } from '../shop.tsx'
import { monthsOf } from './months.ts'

const readFigures = query(
  (_version: string, client: Client) =>
    client.run(getViewer, {}) as unknown as Promise<Outcome<ViewerFigures>>,
  'viewer',
)

const COUNTED = ['orders', 'units', 'customers', 'new_customers', 'returning_customers', 'products_sold']

function Tiles(props: { readonly figures: ViewerFigures }) {
  const t = useText()
  const format = useFormat()
  const known = () => METRICS.filter((metric) => (props.figures.metrics[metric] ?? null) !== null)
  const written = (metric: (typeof METRICS)[number]) => {
    const value = props.figures.metrics[metric] ?? null
    if (metric === 'returning_rate' || metric === 'gross_margin') return { figure: format().percent(value) }
    if (COUNTED.includes(metric)) return { figure: format().compact(value), exact: format().number(value) }
    const { currency } = props.figures
    return { figure: format().compactMoney(value, currency), exact: format().money(value, currency) }
  }
  return (
    <div class="grid grid-cols-2 lg:grid-cols-4 gap-3">
      <For each={known()}>
        {(metric) => <Tile label={t(`metrics.${metric}.name`)} {...written(metric)} />}
      </For>
    </div>
  )
}

interface RowsProps {
  readonly title: string
  readonly first: string
  readonly table: ViewerTable
  readonly currency: string
  readonly nameOf: (row: ViewerRow) => string
  readonly withCategory?: boolean
}

type Shown = Omit<ViewerRow, 'orders'> & { readonly orders: number | null }

/** The rows of a table, and the small ones together at its end. */
function Rows(props: RowsProps) {
  const t = useText()
  const columns = (): Column<Shown>[] => [
    { key: 'name', label: props.first, value: (row) => row.name },
    ...(props.withCategory
      ? [
          {
            key: 'category',
            label: t('sharing.category'),
            value: (row: Shown) => row.category ?? '',
            hidden: isNarrow(),
          },
        ]
      : []),
    {
      key: 'net_sales',
      label: t('metrics.net_sales.name'),
      kind: 'money',
      currency: props.currency,
      value: (row) => row.net_sales,
    },
    {
      key: 'orders',
      label: t('metrics.orders.name'),
      kind: 'number',
      value: (row) => row.orders,
      // A product's name needs the room of a phone.
      hidden: isNarrow() && props.withCategory === true,
    },
    {
      key: 'units',
      label: t('metrics.units.name'),
      kind: 'number',
      value: (row) => row.units,
      hidden: isNarrow(),
    },
  ]
  const rows = (): Shown[] => {
    const { rows: told, other } = props.table
    const named = told.map((row) => ({ ...row, name: props.nameOf(row) }))
    if (!other) return named
    const { groups, net_sales, units } = other
    return [...named, { name: t('sharing.other', { groups }), net_sales, units, orders: null }]
  }
  return <Table title={props.title} columns={columns()} rows={rows()} />
}

function Cohorts(props: { readonly cohorts: readonly ViewerCohort[] }) {
  const t = useText()
  const format = useFormat()
  const steps = () => Math.min(13, Math.max(0, ...props.cohorts.map(({ cells }) => cells.length)))
  const heads = () => Array.from({ length: steps() }, (_, n) => t('sharing.later', { n }))
  const rows = () =>
    props.cohorts.map(({ month, size }) => `${format().shortMonth(month)} · ${format().number(size)}`)
  return (
    <section class="flex flex-col gap-2">
      <h2 class="section-title">{t('sharing.cohorts')}</h2>
      <p class="text-muted">{t('sharing.cohortsHint')}</p>
      <HeatTable
        caption={t('sharing.cohorts')}
        rowHead={t('sharing.month')}
        rows={rows()}
        columns={heads()}
        values={props.cohorts.map(({ cells }) =>
          Array.from({ length: steps() }, (_, at) => cells[at] ?? null),
        )}
        format={(value) => format().percent(value, 0)}
      />
    </section>
  )
}

/** Net sales by month as a line; a month that is not told is a gap. */
function MonthsChart(props: { readonly figures: ViewerFigures }) {
  const t = useText()
  const format = useFormat()
  const months = createMemo(() => monthsOf(props.figures.months.rows))
  const money = (value: number | null) => format().money(value, props.figures.currency)
  return (
    <Show when={months().length > 1}>
      <div class="card-pad">
        <SeriesChart
          title={t('sharing.monthsChart', {
            days: format().dayRange(props.figures.first_day, props.figures.last_day),
          })}
          unit={t('sharing.monthsUnit', { currency: props.figures.currency })}
          dates={months().map(({ date }) => date)}
          lines={[
            {
              label: t('metrics.net_sales.name'),
              values: months().map(({ value }) => value),
              kind: 'present',
            },
          ]}
          grain="month"
          format={money}
          formatAxis={(value) => format().compactMoney(value, props.figures.currency)}
        />
      </div>
    </Show>
  )
}

function Board(props: { readonly figures: ViewerFigures }) {
  const t = useText()
  const format = useFormat()
  const shop = useShop()
  const nameOf = (row: ViewerRow) => row.name || t('sharing.unknown')
  const table = (
    name: 'products' | 'categories' | 'countries',
    write: (row: ViewerRow) => string = nameOf,
  ) => (
    <Rows
      title={t(`sharing.${name}`)}
      first={t('sharing.name')}
      table={props.figures[name]}
      currency={props.figures.currency}
      nameOf={write}
      withCategory={name === 'products'}
    />
  )
  return (
    <div class="page">
      <header class="flex flex-col gap-1">
        <h1 class="page-title break-words">
          <bdi>{shop.name()}</bdi>
        </h1>
        <p class="text-muted">{format().dayRange(props.figures.first_day, props.figures.last_day)}</p>
        <p>{t('sharing.only')}</p>
        <p class="hint">{t('sharing.few', { n: props.figures.least_group })}</p>
      </header>
      <Tiles figures={props.figures} />
      <MonthsChart figures={props.figures} />
      <Rows
        title={t('sharing.months')}
        first={t('sharing.month')}
        table={props.figures.months}
        currency={props.figures.currency}
        nameOf={(row) => format().shortMonth(row.name)}
      />
      {table('products')}
      {table('categories')}
      {table('countries', (row) => format().country(row.name || null))}
      <Show when={props.figures.cohorts.length > 0}>
        <Cohorts cohorts={props.figures.cohorts} />
      </Show>
    </div>
  )
}

/** What a viewer file shows: its figures, to be read only. Stands in the place of every page that needs rows. */
export function ViewerBoard() {
  const shop = useShop()
  const answer = createAsync(() => readFigures(shop.version(), shop.client))
  const figures = () => {
    const outcome = answer()
    return outcome?.ok ? outcome.value : undefined
  }
  const fault = () => {
    const outcome = answer()
    return outcome && !outcome.ok ? outcome.failure : undefined
  }
  return (
    <>
      <Show when={fault()}>{(failed) => <FailureCard code={failed().code} detail={failed().detail} />}</Show>
      <Show when={figures()}>{(found) => <Board figures={found()} />}</Show>
    </>
  )
}
