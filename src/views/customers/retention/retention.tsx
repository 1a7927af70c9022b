import { useSearchParams } from '@solidjs/router'
import { For, Show } from 'solid-js'
import { getRetention } from '../../../api/customer-history.ts'
import { SeriesChart } from '../../../ui/chart/series-chart.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { useFormat, useText } from '../../../ui/text/text.tsx'
import { useShop } from '../../shop.tsx'
import { AnalysisPart, Basis, createAnalysis } from '../analysis.tsx'
import { WhoLeaves } from './churn.tsx'
import { Distributions } from './distributions.tsx'
import { FirstProducts, WinBack } from './tables.tsx'
import type { Retention } from './answer.ts'

const BY = ['week', 'month', 'quarter'] as const

/** Orders of new and of returning customers, by their rank in the whole history. */
function NewAndReturning(props: {
  readonly retention: Retention
  readonly by: (typeof BY)[number]
  readonly onBy: (by: (typeof BY)[number]) => void
}) {
  const t = useText()
  const format = useFormat()
  const steps = () => props.retention.steps
  const values = (name: 'new_orders' | 'returning_orders') => steps().map((step) => step[name])
  const last = () => steps().at(-1)
  return (
    <section class="card-pad flex flex-col gap-2 min-w-0">
      <SeriesChart
        title={t('cohorts.newAndReturning')}
        unit={t('cohorts.newAndReturningHint')}
        dates={steps().map(({ date }) => date)}
        grain={props.by}
        lines={[
          { label: t('cohorts.returning'), values: values('returning_orders'), kind: 'present' },
          { label: t('cohorts.newOrders'), values: values('new_orders'), kind: 'past' },
        ]}
        format={(value) => format().number(value)}
        formatAxis={(value) => format().compact(value)}
        controls={
          <Segmented
            label={t('cohorts.by')}
            value={props.by}
            choices={BY.map((value) => ({ value, label: t(`cohorts.by_${value}`) }))}
            onChange={props.onBy}
          />
        }
      />
      <Show when={last() && last()?.complete === false}>
        <p class="hint">{t('cohorts.lastRunning')}</p>
      </Show>
    </section>
  )
}

/** How many come back within so many days, with how sure that is. */
function RepeatRates(props: { readonly retention: Retention }) {
  const t = useText()
  const format = useFormat()
  const sure = (range: readonly [number, number] | null) =>
    range ? `${format().percent(range[0])} – ${format().percent(range[1])} (90 %)` : ''
  return (
    <section class="flex flex-col gap-3" aria-labelledby="repeat">
      <header>
        <h2 id="repeat" class="section-title">
          {t('cohorts.repeat')}
        </h2>
        <p class="hint">{t('cohorts.repeatHint')}</p>
      </header>
      <dl class="grid gap-3 lg:gap-4 grid-cols-2 lg:grid-cols-5">
        <For each={props.retention.repeat_rates}>
          {(rate) => (
            <div class="card p-4 lt-lg:p-3 flex flex-col gap-1">
              <dt class="text-sm text-muted font-medium">{t('cohorts.within', { n: rate.days })}</dt>
              <dd class="text-xl font-semibold figures">{format().percent(rate.rate)}</dd>
              <dd class="hint figures">{sure(rate.interval)}</dd>
              <dd class="hint figures">{t('cohorts.ofCustomers', { n: rate.mature })}</dd>
            </div>
          )}
        </For>
      </dl>
    </section>
  )
}

/** Who comes back, when, and who is leaving. */
export function RetentionTab() {
  const t = useText()
  const shop = useShop()
  const [params, setParams] = useSearchParams()
  const by = () => BY.find((known) => known === params['by']) ?? 'month'
  const retention = createAnalysis(
    () => [shop.version(), by()],
    (asking) => shop.client.run(getRetention, { by: by() }, asking),
  )
  return (
    <div class="flex flex-col gap-6 min-w-0">
      <AnalysisPart analysis={retention}>
        {(answer) => (
          <>
            <Basis head={answer()} how={t('cohorts.howRetention')} />
            <Show when={answer().customers_known > 0}>
              <RepeatRates retention={answer()} />
              <NewAndReturning
                retention={answer()}
                by={by()}
                onBy={(next) => setParams({ by: next === 'month' ? null : next }, { scroll: false })}
              />
              <Distributions retention={answer()} />
              <WinBack retention={answer()} />
              <FirstProducts retention={answer()} />
            </Show>
          </>
        )}
      </AnalysisPart>
      <WhoLeaves />
    </div>
  )
}
