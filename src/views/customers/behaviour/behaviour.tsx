import { useSearchParams } from '@solidjs/router'
import { Show, createMemo } from 'solid-js'
import { SEGMENTS } from '../../../analytics/customers/segment-rule.ts'
import { getBehaviour } from '../../../api/customer-history.ts'
import type { PRESETS } from '../../../analytics/period.ts'
import { Field } from '../../../ui/field.tsx'
import { Select } from '../../../ui/select.tsx'
import { Table } from '../../../ui/table/table.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { useFormat, useText } from '../../../ui/text/text.tsx'
import type { Translate } from '../../../ui/text/translate.ts'
import { useShop } from '../../shop.tsx'
import { AnalysisPart, Basis, createAnalysis } from '../analysis.tsx'
import { Habits } from './habits.tsx'
import type { Behaviour, Habit } from './answer.ts'

const OFFERED = [
  'all',
  'last_12_months',
  'last_90',
  'last_30',
] as const satisfies readonly (typeof PRESETS)[number][]
const NAMES = ['all', ...SEGMENTS] as const

function useChoices() {
  const [params, setParams] = useSearchParams()
  return {
    preset: () => OFFERED.find((known) => known === params['preset']) ?? 'last_12_months',
    segment: () => NAMES.find((known) => known === params['who']) ?? 'all',
    setPreset: (preset: string) => setParams({ preset }, { scroll: false }),
    setSegment: (who: string) => setParams({ who: who === 'all' ? null : who }, { scroll: false }),
  }
}

export const segmentName = (t: Translate, name: (typeof NAMES)[number]): string =>
  name === 'all' ? t('cohorts.everybody') : t(`analysis.segment_${name}`)

function habitColumns(t: Translate, currency: string): readonly Column<Habit>[] {
  const share = { kind: 'percent' } as const
  const one = { kind: 'number', digits: 1 } as const
  return [
    { key: 'segment', label: t('analysis.segment'), value: (row) => segmentName(t, row.segment) },
    { key: 'customers', label: t('customers.title'), kind: 'number', value: (row) => row.customers },
    { key: 'orders', label: t('customers.orders'), kind: 'number', value: (row) => row.orders },
    {
      key: 'average',
      label: t('customers.averageOrder'),
      kind: 'money',
      currency,
      value: (row) => row.average_order_value,
    },
    { key: 'units', label: t('cohorts.unitsPerOrder'), ...one, value: (row) => row.units_per_order },
    {
      key: 'discounted',
      label: t('cohorts.discounted'),
      ...share,
      value: (row) => row.discounted_orders_share,
    },
    { key: 'returned', label: t('cohorts.returned'), ...share, value: (row) => row.return_rate },
    { key: 'gap', label: t('cohorts.gap'), kind: 'number', value: (row) => row.median_gap_days },
  ]
}

function Found(props: { readonly behaviour: Behaviour; readonly choices: ReturnType<typeof useChoices> }) {
  const t = useText()
  const format = useFormat()
  const currency = () => props.behaviour.currency ?? 'XXX'
  const columns = createMemo(() => habitColumns(t, currency()))
  const chosen = () => props.behaviour.segments.find(({ segment }) => segment === props.choices.segment())
  const days = () => format().dayRange(props.behaviour.from ?? '', props.behaviour.to ?? '')
  const names = () => NAMES.map((value) => ({ value, label: segmentName(t, value) }))
  return (
    <>
      <Basis head={props.behaviour} how={t('cohorts.howBehaviour')} />
      <Show when={props.behaviour.segments.length > 0}>
        <Table
          title={t('cohorts.habits', { days: days() })}
          columns={columns()}
          rows={props.behaviour.segments}
          onRow={(row) => props.choices.setSegment(row.segment)}
        />
        <Field label={t('cohorts.whose')} class="self-start">
          {(attributes) => (
            <Select
              {...attributes}
              value={props.choices.segment()}
              choices={names()}
              onChange={props.choices.setSegment}
            />
          )}
        </Field>
        <Show when={chosen()}>{(habit) => <Habits habit={habit()} currency={currency()} />}</Show>
      </Show>
    </>
  )
}

/** When, what and how much each segment buys. */
export function BehaviourTab() {
  const t = useText()
  const shop = useShop()
  const choices = useChoices()
  const behaviour = createAnalysis(
    () => [shop.version(), choices.preset()],
    (asking) => shop.client.run(getBehaviour, { preset: choices.preset() }, asking),
  )
  const presets = () => OFFERED.map((value) => ({ value, label: t(`parts.${value}`) }))
  return (
    <div class="flex flex-col gap-6 min-w-0">
      <Field label={t('parts.range')} class="self-start">
        {(attributes) => (
          <Select {...attributes} value={choices.preset()} choices={presets()} onChange={choices.setPreset} />
        )}
      </Field>
      <AnalysisPart analysis={behaviour}>
        {(answer) => <Found behaviour={answer()} choices={choices} />}
      </AnalysisPart>
    </div>
  )
}
