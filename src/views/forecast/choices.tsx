import { Show, createSignal } from 'solid-js'
import { SERIES_MODELS } from '../../analytics/forecast/model.ts'
import { Button } from '../../ui/button.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { useText } from '../../ui/text/text.tsx'
import { FREQUENCIES } from '../../analytics/forecast/history.ts'
import { type Question, REACH, readSteps } from './address.ts'
import { TARGETS } from './forecast.ts'
import { SubjectChoice } from './subject-choice.tsx'
import type { Subjects } from './subjects.ts'

export interface ChoicesProps {
  readonly question: Question
  readonly subjects: Subjects
  readonly onChange: (change: Partial<Question>) => void
  /** A whole other question. */
  readonly onShow: (question: Question) => void
  readonly onTrain: () => void
  readonly busy: boolean
  /** What there is already: nothing, a forecast from the data in force, or one from data before. */
  readonly kept: 'none' | 'current' | 'older'
}

/** A free number of steps; a wrong one is said to be wrong and changes nothing. */
function OtherSteps(props: { readonly question: Question; readonly onChange: (steps: number) => void }) {
  const t = useText()
  const [typed, setTyped] = createSignal<string>()
  const most = () => REACH[props.question.frequency].most
  const read = (given: string) => readSteps(given, props.question.frequency)
  const text = () => typed() ?? String(props.question.horizon)
  const type = (given: string) => {
    const steps = read(given)
    setTyped(steps === undefined ? given : undefined)
    if (steps !== undefined) props.onChange(steps)
  }
  return (
    <Field
      label={t('forecast.otherDays', { most: most() })}
      error={read(text()) === undefined ? t('forecast.daysLeft', { most: most() }) : undefined}
    >
      {(attributes) => (
        <TextInput
          {...attributes}
          type="number"
          inputmode="numeric"
          min="1"
          max={most()}
          class="w-24"
          value={text()}
          onInput={type}
        />
      )}
    </Field>
  )
}

function HowFar(props: Pick<ChoicesProps, 'question' | 'onChange' | 'onShow'>) {
  const t = useText()
  const offered = () => REACH[props.question.frequency].offered
  return (
    <>
      <Field label={t('span.every')} class="w-32">
        {(attributes) => (
          <Select
            {...attributes}
            value={props.question.frequency}
            choices={FREQUENCIES.map((value) => ({ value, label: t(`span.every_${value}`) }))}
            onChange={(frequency) =>
              props.onShow({ ...props.question, frequency, horizon: REACH[frequency].usual })
            }
          />
        )}
      </Field>
      <div class="flex flex-col items-start gap-1.5">
        <span class="label">{t('forecast.horizon')}</span>
        <Segmented
          label={t('forecast.horizon')}
          value={String(props.question.horizon)}
          choices={offered().map((steps) => ({ value: String(steps), label: String(steps) }))}
          onChange={(steps) => props.onChange({ horizon: Number(steps) })}
        />
      </div>
      <OtherSteps question={props.question} onChange={(horizon) => props.onChange({ horizon })} />
    </>
  )
}

/** What to forecast, how far, by which model, and the button that does it. */
export function Choices(props: ChoicesProps) {
  const t = useText()
  const resubject = (subject: { readonly product_id?: string; readonly category?: string }) => {
    props.onShow({ ...props.question, product_id: undefined, category: undefined, ...subject })
  }
  const models = () => [
    { value: 'auto' as const, label: t('forecast.auto') },
    ...SERIES_MODELS.map((model) => ({ value: model, label: t(`forecast.model_${model}`) })),
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
      <SubjectChoice question={props.question} subjects={props.subjects} onChange={resubject} />
      <HowFar question={props.question} onChange={props.onChange} onShow={props.onShow} />
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
