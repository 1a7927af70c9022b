import { Show, createSignal } from 'solid-js'
import { MODEL_NAMES } from '../../analytics/forecast/model.ts'
import { Button } from '../../ui/button.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { useText } from '../../ui/text/text.tsx'
import { HORIZONS, readDays } from './address.ts'
import type { Question } from './address.ts'
import { TARGETS } from './forecast.ts'

export interface ChoicesProps {
  readonly question: Question
  readonly onChange: (change: Partial<Question>) => void
  readonly onTrain: () => void
  readonly busy: boolean
  /** What there is already: nothing, a forecast from the data in force, or one from data before. */
  readonly kept: 'none' | 'current' | 'older'
}

/** A free number of days, 1 to 365; a wrong one is said to be wrong and changes nothing. */
function OtherDays(props: { readonly days: number; readonly onChange: (days: number) => void }) {
  const t = useText()
  const [typed, setTyped] = createSignal<string>()
  const text = () => typed() ?? String(props.days)
  const type = (given: string) => {
    const days = readDays(given)
    setTyped(days === undefined ? given : undefined)
    if (days !== undefined) props.onChange(days)
  }
  return (
    <Field
      label={t('forecast.otherDays')}
      error={readDays(text()) === undefined ? t('forecast.daysLeft') : undefined}
    >
      {(attributes) => (
        <TextInput
          {...attributes}
          type="number"
          inputmode="numeric"
          min="1"
          max="365"
          class="w-24"
          value={text()}
          onInput={type}
        />
      )}
    </Field>
  )
}

/** What to forecast, how far, by which model, and the button that does it. */
export function Choices(props: ChoicesProps) {
  const t = useText()
  const preset = () => String(props.question.days) as (typeof HORIZONS)[number]
  const models = () => [
    { value: 'auto' as const, label: t('forecast.auto') },
    ...MODEL_NAMES.map((model) => ({ value: model, label: t(`forecast.model_${model}`) })),
  ]
  return (
    <section class="card-pad flex flex-wrap items-end gap-x-5 gap-y-4" aria-label={t('forecast.target')}>
      <div class="flex flex-col items-start gap-1.5">
        <span class="label">{t('forecast.target')}</span>
        <Segmented
          label={t('forecast.target')}
          value={props.question.target}
          choices={TARGETS.map((target) => ({ value: target, label: t(`forecast.${target}`) }))}
          onChange={(target) => props.onChange({ target })}
        />
      </div>
      <div class="flex flex-col items-start gap-1.5">
        <span class="label">{t('forecast.horizon')}</span>
        <Segmented
          label={t('forecast.horizon')}
          value={preset()}
          choices={HORIZONS.map((days) => ({ value: days, label: days }))}
          onChange={(days) => props.onChange({ days: Number(days) })}
        />
      </div>
      <OtherDays days={props.question.days} onChange={(days) => props.onChange({ days })} />
      <Field label={t('forecast.model')} class="w-52 lt-lg:w-full">
        {(attributes) => (
          <Select
            {...attributes}
            value={props.question.model}
            choices={models()}
            onChange={(model) => props.onChange({ model })}
          />
        )}
      </Field>
      <Show when={props.kept !== 'none'}>
        <Button
          look={props.kept === 'older' ? 'primary' : 'plain'}
          icon="i-lucide-refresh-cw"
          class="lg:ml-auto"
          disabled={props.busy}
          onClick={() => props.onTrain()}
        >
          {t('forecast.again')}
        </Button>
      </Show>
    </section>
  )
}
