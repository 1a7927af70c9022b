import { For, Show, createSignal } from 'solid-js'
import { Button } from '../button.tsx'
import { Field, TextInput } from '../field.tsx'
import { Popover } from '../popover.tsx'
import { Select } from '../select.tsx'
import { useFormat, useText } from '../text/text.tsx'
import { Calendar } from './calendar.tsx'
import { countDays, isDay } from './days.ts'
import { RANGE_COMPARISONS, RANGE_PRESETS } from './range-value.ts'
import type { RangePreset, RangeValue } from './range-value.ts'

export interface DateRangePickerProps {
  readonly value: RangeValue
  /** Days of a preset, in the shop's time zone. */
  readonly daysOf: (preset: RangePreset) => { readonly from: string; readonly to: string }
  /** First and last day with data. */
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly onChange: (value: RangeValue) => void
}

/** The two ends as being chosen: by calendar, first day then last, or typed. */
function CustomDays(props: DateRangePickerProps & { readonly onDone: () => void }) {
  const t = useText()
  const [from, setFrom] = createSignal(props.value.from)
  const [to, setTo] = createSignal<string | undefined>(props.value.to)
  const pick = (day: string) => {
    if (to() !== undefined) {
      setFrom(day)
      setTo(undefined)
    } else {
      setTo(day < from() ? from() : day)
      setFrom(day < from() ? day : from())
    }
  }
  const whole = () => isDay(from()) && isDay(to() ?? '')
  const error = () => (whole() && from() > (to() ?? '') ? t('parts.wrongOrder') : undefined)
  const apply = () => {
    props.onChange({ ...props.value, preset: 'custom', from: from(), to: to() ?? from() })
    props.onDone()
  }
  return (
    <div class="flex flex-col gap-3 p-3">
      <div class="grid grid-cols-2 gap-2">
        <Field label={t('parts.from')}>
          {(attributes) => (
            <TextInput {...attributes} type="date" class="w-36" value={from()} onInput={setFrom} />
          )}
        </Field>
        <Field label={t('parts.to')} error={error()}>
          {(attributes) => (
            <TextInput
              {...attributes}
              type="date"
              class="w-36"
              value={to() ?? ''}
              onInput={(day) => setTo(day)}
            />
          )}
        </Field>
      </div>
      <Calendar from={from()} to={to()} min={props.min} max={props.max} onPick={pick} />
      <div class="flex items-center gap-3">
        <span class="hint grow" aria-live="polite">
          {whole() && !error()
            ? t('parts.rangeDays', { n: countDays(from(), to() ?? '') })
            : t('parts.chooseLast')}
        </span>
        <Button look="primary" disabled={!whole() || error() !== undefined} onClick={apply}>
          {t('parts.apply')}
        </Button>
      </div>
    </div>
  )
}

function PresetList(props: DateRangePickerProps & { readonly onDone: () => void }) {
  const t = useText()
  const choose = (preset: RangePreset) => {
    props.onChange({ ...props.value, preset, ...props.daysOf(preset) })
    props.onDone()
  }
  return (
    <div
      role="group"
      aria-label={t('parts.range')}
      class="p-1 lg:border-r border-line lt-lg:border-b lg:w-48 lt-lg:grid lt-lg:grid-cols-2"
    >
      <For each={RANGE_PRESETS}>
        {(preset) => (
          <button
            type="button"
            aria-pressed={props.value.preset === preset}
            class="menu-item lt-lg:py-2 aria-pressed:text-accent aria-pressed:font-medium"
            onClick={() => choose(preset)}
          >
            <span class="grow">{t(`parts.${preset}`)}</span>
            <Show when={props.value.preset === preset}>
              <span class="i-lucide-check" aria-hidden="true" />
            </Show>
          </button>
        )}
      </For>
    </div>
  )
}

/** Button with the range in words; opens presets, a calendar for own days, and the comparison. */
export function DateRangePicker(props: DateRangePickerProps) {
  const t = useText()
  const format = useFormat()
  const name = () =>
    props.value.preset === 'custom'
      ? format().dayRange(props.value.from, props.value.to)
      : t(`parts.${props.value.preset}`)
  return (
    <Popover
      label={t('parts.range')}
      class="p-0 max-w-[calc(100vw-16px)]"
      trigger={(attributes) => (
        <Button
          icon="i-lucide-calendar-days"
          class="min-w-0"
          title={format().dayRange(props.value.from, props.value.to)}
          {...attributes}
        >
          <span class="truncate">{name()}</span>
          <Show when={props.value.preset !== 'custom'}>
            <span class="text-muted font-normal figures truncate lt-lg:hidden">
              {format().dayRange(props.value.from, props.value.to)}
            </span>
          </Show>
        </Button>
      )}
    >
      {(handle) => (
        <>
          <div class="flex lt-lg:flex-col">
            <PresetList {...props} onDone={handle.close} />
            <CustomDays {...props} onDone={handle.close} />
          </div>
          <div class="flex items-center gap-3 border-t border-line p-3">
            <span class="label whitespace-nowrap">{t('parts.compareWith')}</span>
            <Select
              class="grow"
              label={t('parts.compareWith')}
              value={props.value.compare}
              choices={RANGE_COMPARISONS.map((compare) => ({ value: compare, label: t(`parts.${compare}`) }))}
              onChange={(compare) => props.onChange({ ...props.value, compare })}
            />
          </div>
        </>
      )}
    </Popover>
  )
}
