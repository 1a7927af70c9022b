import { For, Show } from 'solid-js'
import { stepNames } from '../../analytics/forecast/history.ts'
import { writeDate } from '../../ui/chart/ticks.ts'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { TitledCard } from '../../ui/titled-card.tsx'
import type { Forecast } from './forecast.ts'
import { GRAINS, spanOf, useValues } from './words.ts'

type Finding = Forecast['findings'][number]

const MOST = 5
const isSpike = ({ kind }: Finding): boolean => kind === 'spike' || kind === 'dip'
const size = ({ value, usual }: Finding): number => Math.abs(value - usual)

/** Changes and gaps, all of them; of single days those that stand out most. In the order of time. */
function chosen(findings: readonly Finding[]): readonly Finding[] {
  const spikes = findings.filter(isSpike).toSorted((a, b) => size(b) - size(a))
  const shown = new Set(spikes.slice(0, MOST))
  return findings.filter((finding) => !isSpike(finding) || shown.has(finding))
}

const ICONS = {
  spike: 'i-lucide-trending-up',
  dip: 'i-lucide-trending-down',
  gap: 'i-lucide-calendar-clock',
  ended: 'i-lucide-calendar-clock',
  level_shift: 'i-lucide-scale',
} as const

/** What is odd in the history: single days, gaps, changes of level, and what the models make of it. */
export function Unusual(props: { readonly forecast: Forecast }) {
  const t = useText()
  const format = useFormat()
  const write = useValues(() => props.forecast)
  const shown = () => chosen(props.forecast.findings)
  const hidden = () => props.forecast.findings.length - shown().length
  const grain = () => GRAINS[props.forecast.frequency]
  const dayAt = (at: number) =>
    stepNames({ ...props.forecast.history, frequency: props.forecast.frequency }, at, 1)[0] ?? ''
  const written = (at: number) => writeDate(dayAt(at), grain(), format(), true)
  const during = ({ at, steps }: Finding) =>
    steps === 1 ? written(at) : `${written(at)} – ${written(at + steps - 1)}`
  const text = (finding: Finding) =>
    t(`unusual.${finding.kind}`, {
      at: finding.kind === 'gap' ? during(finding) : written(finding.at),
      value: write.total(finding.value),
      usual: write.total(finding.usual),
      span: spanOf(t, finding.steps, props.forecast.frequency),
      each: t(`span.each_${props.forecast.frequency}`),
    })
  return (
    <Show when={shown().length > 0}>
      <TitledCard id="unusual" title={t('unusual.title')} hint={t('unusual.hint')}>
        <ul class="flex flex-col gap-2">
          <For each={shown()}>
            {(finding) => (
              <li class="flex gap-3">
                <span
                  class={`${ICONS[finding.kind]} text-lg text-muted mt-0.5 shrink-0`}
                  aria-hidden="true"
                />
                <span class="text-pretty figures">{text(finding)}</span>
              </li>
            )}
          </For>
        </ul>
        <Show when={shown().some(isSpike)}>
          <p class="hint text-pretty">
            {t('unusual.spikeDone')} <Show when={hidden() > 0}>{t('unusual.more', { n: hidden() })}</Show>
          </p>
        </Show>
      </TitledCard>
    </Show>
  )
}
