import { useNavigate, useSearchParams } from '@solidjs/router'
import { Show, createMemo } from 'solid-js'
import { getClv } from '../../../api/customer-analytics.ts'
import { Field } from '../../../ui/field.tsx'
import { Select } from '../../../ui/select.tsx'
import { Table } from '../../../ui/table/table.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import type { Formats } from '../../../ui/text/format.ts'
import { useFormat, useText } from '../../../ui/text/text.tsx'
import type { Translate } from '../../../ui/text/translate.ts'
import { useShop } from '../../shop.tsx'
import { AnalysisPart, Basis, createAnalysis } from '../analysis.tsx'
import { Acquisition, ModelDetails } from './details.tsx'
import { HowItHeld } from './held.tsx'
import { Totals } from './totals.tsx'
import type { Clv } from './answer.ts'

type Row = Clv['customers']['items'][number]

const HORIZONS = ['90', '180', '365', '730'] as const
const MODELS = ['auto', 'bg_nbd', 'pareto_nbd', 'mbg_nbd'] as const
const SHOWN = 200

function useChoices() {
  const [params, setParams] = useSearchParams()
  return {
    horizon: () => HORIZONS.find((days) => days === params['horizon']) ?? '365',
    model: () => MODELS.find((model) => model === params['model']) ?? 'auto',
    set: (change: Record<string, string | null>) => setParams(change, { scroll: false }),
  }
}

function Choices(props: { readonly choices: ReturnType<typeof useChoices> }) {
  const t = useText()
  const horizons = () => HORIZONS.map((value) => ({ value, label: t('worth.days', { n: Number(value) }) }))
  const models = () => MODELS.map((value) => ({ value, label: t(`worth.model_${value}`) }))
  return (
    <div class="flex flex-wrap gap-4">
      <Field label={t('worth.horizon')}>
        {(attributes) => (
          <Select
            {...attributes}
            value={props.choices.horizon()}
            choices={horizons()}
            onChange={(horizon) => props.choices.set({ horizon: horizon === '365' ? null : horizon })}
          />
        )}
      </Field>
      <Field label={t('worth.model')}>
        {(attributes) => (
          <Select
            {...attributes}
            value={props.choices.model()}
            choices={models()}
            onChange={(model) => props.choices.set({ model: model === 'auto' ? null : model })}
          />
        )}
      </Field>
    </div>
  )
}

function worthColumns(t: Translate, format: Formats, currency: string): readonly Column<Row>[] {
  const money = { kind: 'money', currency } as const
  return [
    { key: 'name', label: t('worth.customer'), value: (row) => row.label },
    { key: 'expected_value', label: t('worth.expectedValue'), ...money, value: (row) => row.expected_value },
    {
      key: 'interval',
      label: t('worth.range'),
      sortable: false,
      value: (row) => `${row.interval[0]} – ${row.interval[1]}`,
      show: (row) => (
        <span class="figures whitespace-nowrap text-muted">
          {format.compactMoney(row.interval[0], currency)} – {format.compactMoney(row.interval[1], currency)}
        </span>
      ),
    },
    {
      key: 'probability_order',
      label: t('worth.buysAgain'),
      kind: 'percent',
      digits: 0,
      value: (row) => row.probability_order,
    },
    {
      key: 'expected_orders',
      label: t('worth.expectedOrders'),
      kind: 'number',
      digits: 1,
      value: (row) => row.expected_orders,
    },
    { key: 'per_order', label: t('worth.orderValue'), ...money, value: (row) => row.expected_order_value },
    { key: 'historic', label: t('worth.historic'), ...money, value: (row) => row.historic_value },
    { key: 'total', label: t('worth.totalValue'), ...money, value: (row) => row.total_value },
  ]
}

function People(props: { readonly clv: Clv }) {
  const t = useText()
  const format = useFormat()
  const navigate = useNavigate()
  const columns = createMemo(() => worthColumns(t, format(), props.clv.currency ?? 'XXX'))
  const shown = () => ({
    shown: format().number(props.clv.customers.items.length),
    total: format().number(props.clv.customers.total),
  })
  return (
    <section class="flex flex-col gap-2 min-w-0">
      <Table
        title={t('worth.people')}
        columns={columns()}
        rows={props.clv.customers.items}
        height="max-h-[60dvh]"
        onRow={(row) => navigate(`/customers/${row.customer_id}`)}
      />
      <p class="hint">
        {t('worth.peopleHint')} {t('worth.shownOf', shown())}.
      </p>
    </section>
  )
}

function Found(props: { readonly clv: Clv }) {
  const t = useText()
  const format = useFormat()
  const basis = () => {
    const { basis: kind, coverage } = props.clv.value_of
    const share = format().percent(coverage ?? 0)
    return t(kind === 'margin' ? 'worth.ofMargin' : 'worth.ofSales', { share })
  }
  return (
    <>
      <Basis head={props.clv} how={t('worth.howWorth')} />
      <Totals clv={props.clv} />
      <p class="hint">{basis()}</p>
      <HowItHeld clv={props.clv} />
      <Show when={props.clv.customers.total > 0}>
        <People clv={props.clv} />
      </Show>
      <Acquisition clv={props.clv} />
      <ModelDetails clv={props.clv} />
    </>
  )
}

/** What customers are worth: so far, expected, how sure, and how well that held on unseen days. */
export function Worth() {
  const shop = useShop()
  const choices = useChoices()
  const clv = createAnalysis(
    () => [shop.version(), choices.horizon(), choices.model()],
    (asking) => {
      const input = { horizon_days: Number(choices.horizon()), model: choices.model(), limit: SHOWN }
      return shop.client.run(getClv, input, asking)
    },
  )
  return (
    <div class="flex flex-col gap-6">
      <Choices choices={choices} />
      <AnalysisPart analysis={clv}>{(answer) => <Found clv={answer()} />}</AnalysisPart>
    </div>
  )
}
