import { relativeChange } from '../../../analytics/metrics/dictionary.ts'
import { Change } from '../../../ui/change.tsx'
import { SeriesChart } from '../../../ui/chart/series-chart.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { Table } from '../../../ui/table/table.tsx'
import { useFormat, useText } from '../../../ui/text/text.tsx'
import type { ChangeKind } from '../../../analytics/scenario/scenario.ts'
import type { Target } from '../forecast.ts'
import { columnKind, useValues } from '../words.ts'
import type { Compared } from './data.ts'

const targetOf = ({ target }: Compared): Target => target as Target
const LEVELS = [95, 80] as const

function Totals(props: { readonly compared: Compared }) {
  const t = useText()
  const write = useValues(() => ({ target: targetOf(props.compared), currency: props.compared.currency }))
  return (
    <dl class="flex flex-wrap gap-x-8 gap-y-2">
      <div>
        <dt class="hint">{t('outlook.base')}</dt>
        <dd class="text-xl font-semibold figures" data-figure="base">
          {write.total(props.compared.base_total)}
        </dd>
      </div>
      <div>
        <dt class="hint">{t('outlook.scenario')}</dt>
        <dd class="text-xl font-semibold figures" data-figure="scenario">
          {write.total(props.compared.total)}
        </dd>
      </div>
      <div>
        <dt class="hint">{t('outlook.difference')}</dt>
        <dd class="text-xl font-semibold figures">{write.total(props.compared.difference)}</dd>
        <dd>
          <Change
            value={relativeChange(props.compared.total, props.compared.base_total)}
            versus={t('outlook.base')}
          />
        </dd>
      </div>
    </dl>
  )
}

function Chart(props: { readonly compared: Compared }) {
  const t = useText()
  const format = useFormat()
  const write = useValues(() => ({ target: targetOf(props.compared), currency: props.compared.currency }))
  const points = () => props.compared.points
  const ends = (level: number, side: 0 | 1) =>
    points().map(({ intervals }) => intervals[level]?.[side] ?? null)
  const title = () =>
    t('outlook.comparedTitle', {
      name: props.compared.name,
      what: t(`forecast.${targetOf(props.compared)}`),
      period: format().dayRange(points()[0]?.date ?? '', points().at(-1)?.date ?? ''),
    })
  const unit = () =>
    props.compared.target === 'net_sales' ? (props.compared.currency ?? '') : t('forecast.unitCount')
  return (
    <SeriesChart
      title={title()}
      unit={t('outlook.comparedUnit', { unit: unit() })}
      dates={points().map(({ date }) => date)}
      grain="day"
      lines={[
        { label: t('outlook.scenario'), kind: 'present', values: points().map(({ value }) => value) },
        { label: t('outlook.base'), kind: 'past', values: props.compared.base.map(({ value }) => value) },
      ]}
      bands={LEVELS.map((level) => ({ level, lower: ends(level, 0), upper: ends(level, 1) }))}
      height={300}
      format={write.value}
      formatAxis={write.short}
    />
  )
}

type Part = Compared['contributions'][number]

function PartsTable(props: { readonly compared: Compared }) {
  const t = useText()
  const columns = (): readonly Column<Part>[] => [
    {
      key: 'kind',
      label: t('outlook.kind'),
      sortable: false,
      value: ({ kind }) => t(`outlook.kind_${kind as ChangeKind}`),
    },
    {
      key: 'days',
      label: t('outlook.touched'),
      kind: 'number',
      sortable: false,
      value: ({ days }) => days,
      show: (part) =>
        part.days === 0 ? <span class="text-warn">{t('outlook.untouched')}</span> : String(part.days),
    },
    {
      key: 'difference',
      label: t('outlook.difference'),
      kind: columnKind(targetOf(props.compared)),
      currency: props.compared.currency ?? undefined,
      sortable: false,
      value: ({ difference }) => difference,
      total: props.compared.difference,
    },
  ]
  return (
    <Table
      title={t('outlook.part')}
      columns={columns()}
      rows={props.compared.contributions}
      totalLabel={t('outlook.difference')}
    />
  )
}

interface ComparedDay {
  readonly date: string
  readonly base: number
  readonly value: number
}

function DaysTable(props: { readonly compared: Compared }) {
  const t = useText()
  const days = (): ComparedDay[] =>
    props.compared.points.map(({ date, value }, at) => ({
      date,
      value,
      base: props.compared.base[at]?.value ?? 0,
    }))
  const figure = () =>
    ({
      kind: columnKind(targetOf(props.compared)),
      currency: props.compared.currency ?? undefined,
      digits: 1,
    }) as const
  const columns = (): readonly Column<ComparedDay>[] => [
    { key: 'date', label: t('outlook.day'), kind: 'day', value: ({ date }) => date },
    { ...figure(), key: 'base', label: t('outlook.base'), value: ({ base }) => base },
    { ...figure(), key: 'value', label: t('outlook.scenario'), value: ({ value }) => value },
    { ...figure(), key: 'off', label: t('outlook.difference'), value: ({ base, value }) => value - base },
  ]
  return <Table title={t('outlook.byDay')} columns={columns()} rows={days()} height="max-h-[24rem]" />
}

/** A scenario beside the forecast without it. */
export function ComparedScenario(props: { readonly compared: Compared }) {
  return (
    <section class="card-pad flex flex-col gap-5" aria-label={props.compared.name}>
      <Totals compared={props.compared} />
      <Chart compared={props.compared} />
      <PartsTable compared={props.compared} />
      <DaysTable compared={props.compared} />
    </section>
  )
}
