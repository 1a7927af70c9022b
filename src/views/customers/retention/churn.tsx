import { useNavigate, useSearchParams } from '@solidjs/router'
import { For, Show, createMemo } from 'solid-js'
import { getChurn } from '../../../api/customer-analytics.ts'
import { BarList } from '../../../ui/bar-list.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { Table } from '../../../ui/table/table.tsx'
import { useFormat, useText } from '../../../ui/text/text.tsx'
import { TitledCard } from '../../../ui/titled-card.tsx'
import type { TextKey } from '../../../ui/text/translate.ts'
import { useShop } from '../../shop.tsx'
import { AnalysisPart, Basis, createAnalysis } from '../analysis.tsx'
import { Calibration } from '../worth/held.tsx'
import { say } from '../words.ts'
import { churnColumns } from './churn-columns.tsx'
import type { Churn } from './answer.ts'

const BANDS = ['all', 'high', 'medium', 'low'] as const
const HORIZON = 90
const SHOWN = 200

/** How many stand at each risk, and what they have brought so far. */
function Bands(props: { readonly churn: Churn }) {
  const t = useText()
  const format = useFormat()
  const money = (value: number) => format().compactMoney(value, props.churn.currency ?? 'XXX')
  const best = () => props.churn.bands.toReversed()
  return (
    <dl class="grid gap-3 lg:gap-4 grid-cols-1 lg:grid-cols-3">
      <For each={best()}>
        {(band) => (
          <div class="card p-4 lt-lg:p-3 flex flex-col gap-1">
            <dt class="text-sm text-muted font-medium">
              {t(`worth.band_${band.band}`)} · {t(`worth.bandLimits_${band.band}`)}
            </dt>
            <dd class="text-xl font-semibold figures">{format().number(band.count)}</dd>
            <dd class="hint figures">{t('worth.atStake', { amount: money(band.net_sales) })}</dd>
          </div>
        )}
      </For>
    </dl>
  )
}

/** How sure: measured on a later day, against the simple rule. */
function Measured(props: { readonly churn: Churn }) {
  const t = useText()
  const format = useFormat()
  const facts = (seen: NonNullable<Churn['evaluation']>) => ({
    day: format().day(seen.test_as_of),
    customers: format().number(seen.customers),
    auc: format().percent(seen.auc),
    naive: format().percent(seen.auc_recency),
  })
  return (
    <section class="card-pad flex flex-col gap-4" aria-labelledby="churn-held">
      <h3 id="churn-held" class="section-title">
        {t('worth.held')}
      </h3>
      <Show when={props.churn.evaluation} fallback={<p class="hint">{t('worth.heldNone')}</p>}>
        {(seen) => (
          <>
            <p class="max-w-[80ch]">{t('worth.churnHeld', facts(seen()))}</p>
            <Calibration bands={seen().calibration} format={(value) => format().percent(value, 0)} />
          </>
        )}
      </Show>
      <p class="hint max-w-[80ch]">{say(t, format(), 'note', props.churn.reason)}</p>
    </section>
  )
}

function Drivers(props: { readonly churn: Churn }) {
  const t = useText()
  const format = useFormat()
  const drivers = () => {
    const { importance } = props.churn
    const all = importance.reduce((sum, { value }) => sum + value, 0)
    return importance.slice(0, 8).map(({ feature, value }) => ({
      key: feature,
      label: t(`worth.feature_${feature}` as TextKey),
      value: all > 0 ? value / all : 0,
    }))
  }
  let from = 0
  const steps = () => {
    from = 0
    return props.churn.rhythm.overdue.map(({ up_to, count }) => {
      const label =
        up_to === null ? t('worth.overdueFrom') : t('worth.overdueUpTo', { n: format().number(up_to, 1) })
      from += 1
      return { key: String(from), label, value: count }
    })
  }
  return (
    <div class="grid gap-6 lg:grid-cols-2 items-start">
      <Show when={drivers().length > 0}>
        <TitledCard id="drivers" level={3} title={t('worth.why')} hint={t('worth.whyHint')}>
          <BarList label={t('worth.why')} rows={drivers()} format={(value) => format().percent(value, 0)} />
        </TitledCard>
      </Show>
      <TitledCard id="overdue" level={3} title={t('worth.overdue')} hint={t('worth.overdueHint')}>
        <BarList label={t('worth.overdue')} rows={steps()} format={(value) => format().number(value)} />
      </TitledCard>
    </div>
  )
}

interface PeopleProps {
  readonly churn: Churn
  readonly band: (typeof BANDS)[number]
  readonly onBand: (band: (typeof BANDS)[number]) => void
}

function People(props: PeopleProps) {
  const t = useText()
  const format = useFormat()
  const navigate = useNavigate()
  const columns = createMemo(() => churnColumns(t, format(), props.churn.currency ?? 'XXX'))
  const bands = () =>
    BANDS.map((value) => ({ value, label: t(value === 'all' ? 'worth.all' : `worth.band_${value}`) }))
  const shown = () => ({
    shown: format().number(props.churn.customers.items.length),
    total: format().number(props.churn.customers.total),
  })
  return (
    <section class="flex flex-col gap-2 min-w-0">
      <div class="overflow-x-auto">
        <Segmented
          label={t('worth.probability')}
          value={props.band}
          choices={bands()}
          onChange={props.onBand}
        />
      </div>
      <Table
        title={t('worth.churn')}
        columns={columns()}
        rows={props.churn.customers.items}
        height="max-h-[60dvh]"
        onRow={(row) => navigate(`/customers/${row.customer_id}`)}
      />
      <p class="hint">{t('worth.shownOf', shown())}</p>
    </section>
  )
}

/** Who is leaving, why, how sure, and when the next order is due. */
export function WhoLeaves() {
  const t = useText()
  const shop = useShop()
  const [params, setParams] = useSearchParams()
  const band = () => BANDS.find((known) => known === params['band']) ?? 'high'
  const churn = createAnalysis(
    () => [shop.version(), band()],
    (asking) => {
      const only = band()
      const narrowed = only === 'all' ? {} : { band: only }
      const input = { horizon_days: HORIZON, limit: SHOWN, sort: '-net_sales' as const, ...narrowed }
      return shop.client.run(getChurn, input, asking)
    },
  )
  return (
    <div class="flex flex-col gap-4 min-w-0">
      <header>
        <h2 class="section-title">{t('worth.churn')}</h2>
        <p class="hint">{t('worth.churnHint', { days: HORIZON })}</p>
      </header>
      <AnalysisPart analysis={churn}>
        {(answer) => (
          <>
            <Basis head={answer()} how={t('worth.howChurn')} />
            <Bands churn={answer()} />
            <People
              churn={answer()}
              band={band()}
              onBand={(next) => setParams({ band: next === 'high' ? null : next }, { scroll: false })}
            />
            <Measured churn={answer()} />
            <Drivers churn={answer()} />
          </>
        )}
      </AnalysisPart>
    </div>
  )
}
