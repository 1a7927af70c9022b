import { Show, createResource, createSignal } from 'solid-js'
import { putReportingCurrency, type RatesStateAnswer } from '../../../api/rates.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Select } from '../../../ui/select.tsx'
import { useText } from '../../../ui/text/text.tsx'
import { useShop } from '../../shop.tsx'
import { createAsking } from '../asking.ts'
import { StateTable } from './state-table.tsx'

const APART = ''

interface ReportingProps {
  readonly state: RatesStateAnswer
  /** Currencies to choose from. */
  readonly currencies: readonly string[]
  readonly onChanged: () => void
}

/** The currency in which all is counted: chosen, looked at, applied, and taken back. */
export function Reporting(props: ReportingProps) {
  const t = useText()
  const shop = useShop()
  const asking = createAsking()
  const now = () => props.state.reporting_currency ?? APART
  const [chosen, setChosen] = createSignal<string>()
  const value = () => chosen() ?? now()
  const draft = () => (value() === now() ? undefined : { currency: value() || null })
  const [preview] = createResource(
    () => draft()?.currency ?? undefined,
    (currency) => shop.client.run(putReportingCurrency, { currency, preview: true }),
  )
  const after = () => {
    const answer = preview()
    return draft()?.currency && answer?.ok ? answer.value.after : undefined
  }
  const apply = async (currency: string | null) => {
    const before = now() || null
    const outcome = await asking.run(putReportingCurrency, { currency })
    if (!outcome.ok) return
    setChosen(undefined)
    props.onChanged()
    asking.notices.show({
      tone: 'good',
      title: currency ? t('rates.applied', { currency }) : t('rates.appliedApart'),
      undo: () => void apply(before),
    })
  }
  const choices = () => [
    { value: APART, label: t('rates.keepApart') },
    ...props.currencies.map((currency) => ({ value: currency, label: currency })),
  ]
  return (
    <div class="flex flex-col gap-3">
      <Field label={t('rates.report')} hint={t('rates.reportHint')}>
        {(attributes) => (
          <Select {...attributes} class="max-w-80" value={value()} choices={choices()} onChange={setChosen} />
        )}
      </Field>
      <Show when={draft()}>
        {(asked) => (
          <div class="flex flex-col gap-3" aria-live="polite" aria-busy={preview.loading}>
            <Show when={after()}>{(state) => <StateTable state={state()} title={t('rates.preview')} />}</Show>
            <div class="flex flex-wrap gap-2">
              <Button look="primary" busy={asking.busy()} onClick={() => void apply(asked().currency)}>
                {asked().currency
                  ? t('rates.apply', { currency: asked().currency ?? '' })
                  : t('rates.applyApart')}
              </Button>
              <Button onClick={() => setChosen(undefined)}>{t('rates.back')}</Button>
            </div>
          </div>
        )}
      </Show>
    </div>
  )
}
