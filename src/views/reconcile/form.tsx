import { Show, createSignal } from 'solid-js'
import { RECONCILED, type ReconciledMetric } from '../../analytics/reconcile/counting.ts'
import { PRESET_NAMES, type PresetName } from '../../model/definitions.ts'
import { Button } from '../../ui/button.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { useText } from '../../ui/text/text.tsx'
import type { Translate } from '../../ui/text/translate.ts'
import type { AskedTotal } from './asking.ts'

interface FormProps {
  readonly metric: ReconciledMetric
  readonly onMetric: (metric: ReconciledMetric) => void
  readonly busy: boolean
  readonly onAsk: (asked: AskedTotal) => void
}

function Lines(props: { readonly value: string; readonly onInput: (value: string) => void }) {
  const t = useText()
  return (
    <Field label={t('reconcile.paste')} hint={t('reconcile.pasteHint')}>
      {(attributes) => (
        <textarea
          {...attributes}
          class="control h-32 lt-lg:h-32 py-2 font-mono text-sm w-full"
          value={props.value}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}

/** The figures that a total may be of. */
const metricChoices = (t: Translate) =>
  RECONCILED.map((value) => ({ value, label: t(`metrics.${value}.name`) }))

/** The platforms whose way to count is known. */
const platformChoices = (t: Translate) => [
  { value: 'unknown' as const, label: t('reconcile.platformUnknown') },
  ...PRESET_NAMES.filter((name) => name !== 'files').map((value) => ({
    value,
    label: t(`counts.preset_${value}`),
  })),
]

function Actions(props: {
  readonly busy: boolean
  readonly several: boolean
  readonly onSeveral: (several: boolean) => void
}) {
  const t = useText()
  return (
    <div class="flex flex-wrap gap-2">
      <Button type="submit" look="primary" busy={props.busy}>
        {t(props.busy ? 'reconcile.looking' : 'reconcile.explain')}
      </Button>
      <Button look="quiet" onClick={() => props.onSeveral(!props.several)}>
        {t(props.several ? 'reconcile.oneInstead' : 'reconcile.pasteInstead')}
      </Button>
    </div>
  )
}

/** The total that the platform shows: of which figure, how much, and of which platform; or several lines of a report. */
export function TotalForm(props: FormProps) {
  const t = useText()
  const [text, setText] = createSignal('')
  const [several, setSeveral] = createSignal(false)
  const [platform, setPlatform] = createSignal<PresetName | 'unknown'>('unknown')
  const [missing, setMissing] = createSignal(false)
  const submit = (event: Event) => {
    event.preventDefault()
    const known = platform()
    setMissing(!/[0-9]/.test(text()))
    if (missing()) return
    props.onAsk({ metric: props.metric, text: text(), platform: known === 'unknown' ? undefined : known })
  }
  return (
    <form class="card-pad flex flex-col gap-4" onSubmit={submit}>
      <div class="grid grid-cols-1 lg:grid-cols-3 gap-4">
        <Field label={t('reconcile.metric')}>
          {(attributes) => (
            <Select
              {...attributes}
              value={props.metric}
              choices={metricChoices(t)}
              onChange={props.onMetric}
            />
          )}
        </Field>
        <Show when={!several()}>
          <Field
            label={t('reconcile.amount')}
            hint={t('reconcile.amountHint')}
            error={missing() ? t('reconcile.amountNeeded') : undefined}
          >
            {(attributes) => (
              <TextInput
                {...attributes}
                inputmode="decimal"
                autocomplete="off"
                value={text()}
                onInput={setText}
              />
            )}
          </Field>
        </Show>
        <Field label={t('reconcile.platform')}>
          {(attributes) => (
            <Select {...attributes} value={platform()} choices={platformChoices(t)} onChange={setPlatform} />
          )}
        </Field>
      </div>
      <Show when={several()}>
        <Lines value={text()} onInput={setText} />
      </Show>
      <Actions busy={props.busy} several={several()} onSeveral={setSeveral} />
    </form>
  )
}
