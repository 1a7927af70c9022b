import { Show } from 'solid-js'
import type { JSX } from 'solid-js'
import type { Column } from '../../../ui/table/columns.ts'
import { Table } from '../../../ui/table/table.tsx'
import type { Formats } from '../../../ui/text/format.ts'
import { useFormat, useText } from '../../../ui/text/text.tsx'
import type { Translate } from '../../../ui/text/translate.ts'
import type { Effect } from './data.ts'

export interface EffectsProps {
  readonly title: string
  readonly hint: string
  readonly effects: readonly Effect[]
  readonly nameOf: (key: string) => string
  /** Keys of days on which the shop is shut. */
  readonly closed?: readonly string[]
  readonly empty?: JSX.Element
}

/** A bar from the middle: right is more than the level, left less. Twice the level fills it. */
function Bar(props: { readonly effect: Effect }) {
  const off = () => Math.max(-1, Math.min(1, props.effect.ratio - 1))
  const width = () => `${Math.abs(off()) * 50}%`
  return (
    <span
      class="relative block h-2 w-28 lt-lg:w-16 rounded-full bg-sunken overflow-hidden"
      aria-hidden="true"
    >
      <span
        class={`absolute h-full ${props.effect.clear ? 'bg-accent' : 'bg-edge'}`}
        style={{ width: width(), left: off() < 0 ? `${50 + off() * 50}%` : '50%' }}
      />
      <span class="absolute left-1/2 h-full w-px bg-line" />
    </span>
  )
}

const verdictOf = (t: Translate, effect: Effect, shut: boolean): string => {
  if (shut) return t('outlook.closed')
  if (effect.low === null) return t('outlook.seenOnce')
  return effect.clear ? t('outlook.signal') : t('outlook.withinNoise')
}

const intervalOf = (format: Formats, { low, high }: Effect): string =>
  low === null || high === null ? '–' : `${format.change(low - 1)} … ${format.change(high - 1)}`

function columnsOf(t: Translate, format: Formats, props: EffectsProps): readonly Column<Effect>[] {
  const shut = ({ key }: Effect) => props.closed?.includes(key) ?? false
  return [
    { key: 'when', label: t('outlook.when'), sortable: false, value: ({ key }) => props.nameOf(key) },
    {
      key: 'effect',
      label: t('outlook.effect'),
      kind: 'change',
      value: (effect) => (shut(effect) ? null : effect.ratio - 1),
      show: (effect) => (
        <Show when={!shut(effect)} fallback="–">
          <span class="inline-flex items-center justify-end gap-3">
            <Bar effect={effect} />
            <span class="figures min-w-16">{format.change(effect.ratio - 1)}</span>
          </span>
        </Show>
      ),
    },
    {
      key: 'interval',
      label: t('outlook.interval'),
      kind: 'number',
      sortable: false,
      value: (effect) => (shut(effect) ? null : intervalOf(format, effect)),
    },
    { key: 'seen', label: t('outlook.seen'), kind: 'number', value: ({ seen }) => seen },
    {
      key: 'verdict',
      label: t('outlook.verdict'),
      value: (effect) => verdictOf(t, effect, shut(effect)),
      show: (effect) => (
        <span class="inline-block min-w-28 max-w-44 whitespace-normal">
          {verdictOf(t, effect, shut(effect))}
        </span>
      ),
    },
  ]
}

/** Effects of weekdays, months or special days, with interval and verdict. */
export function Effects(props: EffectsProps) {
  const t = useText()
  const format = useFormat()
  return (
    <section class="card-pad flex flex-col gap-2">
      <Show
        when={props.effects.length > 0}
        fallback={
          <>
            <h2 class="section-title">{props.title}</h2>
            {props.empty}
          </>
        }
      >
        <Table title={props.title} columns={columnsOf(t, format(), props)} rows={props.effects} />
        <p class="hint">{props.hint}</p>
      </Show>
    </section>
  )
}
