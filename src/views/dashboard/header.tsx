import { Match, Show, Switch } from 'solid-js'
import type { SummaryAnswer } from '../../api/dashboard-schemas.ts'
import { Select } from '../../ui/select.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { writePeriod } from './words.ts'

export interface PeriodLineProps {
  readonly summary: SummaryAnswer
}

/** Which days are shown, against which, by whose clock. */
export function PeriodLine(props: PeriodLineProps) {
  const t = useText()
  const format = useFormat()
  const period = () => writePeriod(format(), { from: props.summary.from ?? '', to: props.summary.to ?? '' })
  const words = () => {
    const { compare } = props.summary
    if (!compare) return period()
    const days = { period: period(), compared: writePeriod(format(), compare) }
    return t(compare.has_data ? 'dashboard.comparedWith' : 'dashboard.noPast', days)
  }
  return (
    <p class="text-muted first-letter:uppercase">
      {words()} · {t('dashboard.inZone', { zone: props.summary.time_zone })}
    </p>
  )
}

/** A quiet word while newer figures are on their way. */
export function Updating(props: { readonly remembered: boolean; readonly updating: boolean }) {
  const t = useText()
  return (
    <p role="status" class="hint min-h-5 lt-lg:min-h-0 flex items-center gap-2">
      <Switch>
        <Match when={props.remembered}>
          <span class="i-lucide-history" aria-hidden="true" />
          {t('dashboard.lastKnown')}
        </Match>
        <Match when={props.updating}>
          <span class="i-lucide-loader-circle animate-spin motion-reduce:animate-none" aria-hidden="true" />
          {t('dashboard.updating')}
        </Match>
      </Switch>
    </p>
  )
}

export interface CurrenciesProps {
  readonly summary: SummaryAnswer
  readonly onChoose: (currency: string) => void
}

/** Orders in several currencies: which one is shown, for they are never added up. */
export function Currencies(props: CurrenciesProps) {
  const t = useText()
  const choices = () =>
    props.summary.currencies.map(({ currency, orders }) => ({
      value: currency,
      label: t('dashboard.currencyOrders', { currency, n: orders }),
    }))
  return (
    <Show when={props.summary.currencies.length > 1}>
      <div class="card p-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <span class="i-lucide-coins text-warn text-lg" aria-hidden="true" />
        <p class="grow">{t('dashboard.otherCurrencies')}</p>
        <Select
          label={t('dashboard.currency')}
          value={props.summary.currency ?? ''}
          choices={choices()}
          onChange={(currency) => props.onChoose(currency)}
        />
      </div>
    </Show>
  )
}
