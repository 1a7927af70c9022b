import { For, Show, createResource, createSignal } from 'solid-js'
import { getDefinitions, putDefinitions } from '../../api/definitions.ts'
import {
  type Axes,
  axesOf,
  AXIS_NAMES,
  axisChoices,
  type AxisName,
  type Definitions,
  PRESET_NAMES,
  tidyDefinitions,
} from '../../model/definitions.ts'
import { Button } from '../../ui/button.tsx'
import { FailureCard } from '../../ui/failure-card.tsx'
import { Field } from '../../ui/field.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useText } from '../../ui/text/text.tsx'
import { useShop } from '../shop.tsx'
import { CountsEffect } from './counts-effect.tsx'
import { Section } from './section.tsx'

/** `taxes_in_net: true` is sent as it is; a select has texts only. */
const valueOf = (axis: AxisName, text: string): string | boolean =>
  axisChoices(axis).find((choice) => String(choice) === text) ?? text

interface ChooserProps {
  readonly value: Definitions
  readonly onChange: (value: Definitions) => void
}

function AxisChoice(props: ChooserProps & { readonly axis: AxisName }) {
  const t = useText()
  const choices = () =>
    axisChoices(props.axis).map((value) => ({
      value: String(value),
      label: t(
        props.axis === 'taxes_inside' && value === 'file'
          ? 'counts.value_file_taxes'
          : (`counts.value_${String(value)}` as 'counts.value_count'),
      ),
    }))
  const change = (text: string) => {
    const changed = { ...props.value.changed, [props.axis]: valueOf(props.axis, text) } as Partial<Axes>
    props.onChange(tidyDefinitions({ ...props.value, changed }))
  }
  return (
    <Field label={t(`counts.axis_${props.axis}`)}>
      {(attributes) => (
        <Select
          {...attributes}
          value={String(axesOf(props.value)[props.axis])}
          choices={choices()}
          onChange={change}
        />
      )}
    </Field>
  )
}

/** The preset, and under it every axis by itself. */
function Chooser(props: ChooserProps) {
  const t = useText()
  const presets = () => PRESET_NAMES.map((value) => ({ value, label: t(`counts.preset_${value}`) }))
  return (
    <>
      <Field label={t('counts.preset')} hint={t(`counts.about_${props.value.preset}`)}>
        {(attributes) => (
          <Select
            {...attributes}
            class="max-w-80"
            value={props.value.preset}
            choices={presets()}
            onChange={(preset) => props.onChange({ preset, changed: {} })}
          />
        )}
      </Field>
      <details>
        <summary class="text-muted w-fit">{t('counts.details')}</summary>
        <div class="mt-3 grid grid-cols-1 lg:grid-cols-2 gap-4">
          <For each={AXIS_NAMES}>{(axis) => <AxisChoice axis={axis} {...props} />}</For>
        </div>
      </details>
    </>
  )
}

const same = (a: Definitions, b: Definitions): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What is chosen and not yet applied, with what it would change. */
function Draft(props: ChooserProps & { readonly now: Definitions; readonly onApplied: () => void }) {
  const t = useText()
  const { client } = useShop()
  const notices = useNotices()
  const [busy, setBusy] = createSignal(false)
  const asked = () => (same(props.value, props.now) ? undefined : props.value)
  const ask = ({ preset, changed }: Definitions, preview: boolean) =>
    client.run(putDefinitions, { preset, axes: { ...changed }, preview })
  const [effect] = createResource(asked, (definitions) => ask(definitions, true))
  const known = () => {
    const answer = effect.latest
    return answer?.ok ? answer.value : undefined
  }
  const failed = () => {
    const answer = effect.latest
    return answer && !answer.ok ? answer.failure : undefined
  }
  const apply = async () => {
    setBusy(true)
    const outcome = await ask(props.value, false)
    setBusy(false)
    if (!outcome.ok)
      return notices.show({ tone: 'bad', title: t('problems.UNEXPECTED'), detail: outcome.failure.detail })
    props.onApplied()
    const count = outcome.value.changes.length
    return notices.show({
      tone: 'good',
      title: t('counts.applied'),
      detail: t('counts.appliedDetail', { count }),
    })
  }
  return (
    <Show when={asked()}>
      <div class="flex flex-col gap-3" aria-live="polite" aria-busy={effect.loading}>
        <Show when={failed()}>
          {(failure) => <FailureCard code={failure().code} detail={failure().detail} />}
        </Show>
        <Show when={known()} fallback={<Skeleton class="h-9" count={3} />}>
          {(answer) => <CountsEffect effect={answer()} />}
        </Show>
        <div class="flex flex-wrap gap-2">
          <Button look="primary" busy={busy()} onClick={() => void apply()}>
            {t('counts.apply')}
          </Button>
          <Button onClick={() => props.onChange(props.now)}>{t('counts.keep')}</Button>
        </div>
      </div>
    </Show>
  )
}

/** What counts as a sale: the platform's way or one's own, and what a change would do to the figures. */
export function CountsPart() {
  const t = useText()
  const shop = useShop()
  const [answer, { refetch }] = createResource(
    () => shop.version(),
    () => shop.client.run(getDefinitions, {}),
  )
  const now = (): Definitions | undefined => {
    const known = answer.latest
    return known?.ok
      ? { preset: known.value.preset, changed: known.value.changed as Partial<Axes> }
      : undefined
  }
  const [chosen, setChosen] = createSignal<Definitions>()
  const applied = () => {
    setChosen(undefined)
    void refetch()
  }
  return (
    <Section title={t('counts.title')} hint={t('counts.hint')}>
      <Show when={now()} fallback={<Skeleton class="h-9" />}>
        {(current) => (
          <>
            <Chooser value={chosen() ?? current()} onChange={setChosen} />
            <Draft value={chosen() ?? current()} now={current()} onChange={setChosen} onApplied={applied} />
          </>
        )}
      </Show>
    </Section>
  )
}
