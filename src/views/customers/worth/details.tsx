import { For, Show } from 'solid-js'
import { useFormat, useText } from '../../../ui/text/text.tsx'
import { say } from '../words.ts'
import type { Clv } from './answer.ts'

/** What a new customer costs and when that is back; how to get there without a table of spend. */
export function Acquisition(props: { readonly clv: Clv }) {
  const t = useText()
  const format = useFormat()
  const money = (value: number | null) => format().money(value, props.clv.currency ?? 'XXX')
  const facts = (known: NonNullable<Clv['acquisition']>) =>
    [
      [t('worth.spend'), money(known.spend)],
      [t('worth.newCustomers'), format().number(known.new_customers)],
      [t('worth.costPerCustomer'), money(known.cost_per_customer)],
      [t('worth.valuePerCustomer'), money(known.value_per_customer)],
      [
        t('worth.payback'),
        known.payback_months === null ? t('worth.paybackNever') : format().number(known.payback_months, 1),
      ],
    ] as const
  return (
    <section class="card-pad flex flex-col gap-2" aria-labelledby="acquisition">
      <h2 id="acquisition" class="section-title">
        {t('worth.acquisition')}
      </h2>
      <Show when={props.clv.acquisition} fallback={<p class="hint">{t('worth.acquisitionNone')}</p>}>
        {(known) => (
          <dl class="grid gap-3 grid-cols-2 lg:grid-cols-5">
            <For each={facts(known())}>
              {([label, value]) => (
                <div>
                  <dt class="hint">{label}</dt>
                  <dd class="figures font-medium">{value}</dd>
                </div>
              )}
            </For>
          </dl>
        )}
      </Show>
    </section>
  )
}

/** Which model, why it, its parameters, and the others. */
export function ModelDetails(props: { readonly clv: Clv }) {
  const t = useText()
  const format = useFormat()
  const written = (parameters: Readonly<Record<string, number>>) =>
    Object.entries(parameters)
      .map(([name, value]) => `${name} ${format().number(value, 4)}`)
      .join(' · ')
  return (
    <details class="card-pad">
      <summary class="section-title">
        {t('worth.details')}: {t(`worth.model_${props.clv.model}`)}
      </summary>
      <div class="flex flex-col gap-3 pt-3 text-sm">
        <p>{say(t, format(), 'note', props.clv.reason)}</p>
        <p class="figures">
          {t('worth.parameters')}: {written(props.clv.parameters)} ·{' '}
          {t('worth.likelihood', { value: format().number(props.clv.log_likelihood, 2) })}
        </p>
        <p class="figures">Gamma-Gamma: {written(props.clv.spend_model.parameters)}</p>
        <Show when={props.clv.candidates.length > 0}>
          <h3 class="font-medium">{t('worth.candidates')}</h3>
          <ul class="flex flex-col gap-1 figures">
            <For each={props.clv.candidates}>
              {(candidate) => (
                <li>
                  {t(`worth.model_${candidate.model}`)}:{' '}
                  {t('worth.likelihood', { value: format().number(candidate.log_likelihood, 2) })}
                  <Show when={candidate.holdout_log_likelihood !== null}>
                    {' '}
                    · {t('worth.heldLikelihood')} {format().number(candidate.holdout_log_likelihood, 2)}
                  </Show>
                </li>
              )}
            </For>
          </ul>
        </Show>
      </div>
    </details>
  )
}
