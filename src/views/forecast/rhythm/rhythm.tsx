import { For } from 'solid-js'
import { COMMERCE_DAYS } from '../../../analytics/seasonality/commerce-days.ts'
import type { Failure } from '../../../model/outcome.ts'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { SeriesChart } from '../../../ui/chart/series-chart.tsx'
import { useFormat, useText } from '../../../ui/text/text.tsx'
import { Answered } from '../answered.tsx'
import type { Target } from '../forecast.ts'
import { useValues } from '../words.ts'
import { createRhythm, type Rhythm } from './data.ts'
import { nameFor } from '../../../analytics/seasonality/holiday-name.ts'
import { Effects } from './effects.tsx'

const PARTS = ['level', 'week', 'holidays', 'noise'] as const

/** How much of the movement each part explains: one bar cut in four, with its words. */
function Shares(props: { readonly rhythm: Rhythm }) {
  const t = useText()
  const format = useFormat()
  const share = (part: (typeof PARTS)[number]) => props.rhythm.shares[part]
  const colors = { level: 'bg-series-3', week: 'bg-accent', holidays: 'bg-series-2', noise: 'bg-edge' }
  const basis = () => ({
    n: props.rhythm.days,
    from: format().day(props.rhythm.from),
    to: format().day(props.rhythm.to),
  })
  return (
    <section class="card-pad flex flex-col gap-3">
      <div>
        <h2 class="section-title">{t('outlook.sharesTitle')}</h2>
        <p class="hint">{t('outlook.rhythmBasis', basis())}</p>
      </div>
      <div class="flex h-3 rounded-full overflow-hidden" aria-hidden="true">
        <For each={PARTS}>
          {(part) => <span class={colors[part]} style={{ width: `${share(part) * 100}%` }} />}
        </For>
      </div>
      <ul class="flex flex-wrap gap-x-6 gap-y-2">
        <For each={PARTS}>
          {(part) => (
            <li class="inline-flex items-center gap-2">
              <span class={`size-2.5 rounded-full ${colors[part]}`} aria-hidden="true" />
              <span>{t(`outlook.share_${part}`)}</span>
              <span class="figures font-medium">{format().percent(share(part), 0)}</span>
            </li>
          )}
        </For>
      </ul>
      <p class="text-pretty">
        {t('outlook.sharesHint', { noise: `±${format().percent(props.rhythm.noise, 0)}` })}
      </p>
    </section>
  )
}

function LevelChart(props: { readonly rhythm: Rhythm; readonly target: Target }) {
  const t = useText()
  const format = useFormat()
  const write = useValues(() => ({ target: props.target, currency: props.rhythm.currency }))
  const period = () => format().dayRange(props.rhythm.from, props.rhythm.to)
  const unit = () => (props.target === 'net_sales' ? (props.rhythm.currency ?? '') : t('forecast.unitCount'))
  return (
    <div class="card-pad">
      <SeriesChart
        title={t('outlook.levelTitle', { what: t(`forecast.${props.target}`), period: period() })}
        unit={t('outlook.levelUnit', { unit: unit() })}
        dates={props.rhythm.points.map(({ date }) => date)}
        grain="day"
        lines={[
          { label: t('outlook.actual'), kind: 'past', values: props.rhythm.points.map(({ value }) => value) },
          {
            label: t('outlook.level'),
            kind: 'present',
            values: props.rhythm.points.map(({ level }) => level),
          },
        ]}
        format={write.value}
        formatAxis={write.short}
      />
    </div>
  )
}

function Parts(props: { readonly rhythm: Rhythm; readonly target: Target }) {
  const t = useText()
  const format = useFormat()
  const named = (key: string) => {
    const day = COMMERCE_DAYS.find((name) => name === key)
    return day ? t(`outlook.day_${day}`) : nameFor(format().locale.slice(0, 2), key)
  }
  const month = (key: string) =>
    new Intl.DateTimeFormat(format().locale, { month: 'long', timeZone: 'UTC' }).format(
      Date.UTC(2024, Number(key) - 1, 1),
    )
  return (
    <>
      <Shares rhythm={props.rhythm} />
      <LevelChart rhythm={props.rhythm} target={props.target} />
      <Effects
        title={t('outlook.weekdays')}
        hint={t('outlook.weekdaysHint')}
        effects={props.rhythm.weekdays}
        closed={props.rhythm.closed.map(String)}
        nameOf={(key) => format().weekday(Number(key), 'long')}
      />
      <Effects
        title={t('outlook.months')}
        hint={t('outlook.monthsHint')}
        effects={props.rhythm.months}
        nameOf={month}
        empty={<p class="hint">{t('outlook.monthsNeeded')}</p>}
      />
      <Effects
        title={t('outlook.holidays')}
        hint={t('outlook.holidaysHint')}
        effects={props.rhythm.holidays}
        nameOf={named}
        empty={<p class="hint">{t('parts.noRows')}</p>}
      />
    </>
  )
}

/** Too few days, or days without any sale. */
function TooLittle(props: { readonly failure: Failure }) {
  const t = useText()
  const days = (name: 'steps' | 'needed') => Number(props.failure.fields?.[name] ?? 0)
  const span = (name: 'steps' | 'needed') => t('span.D', { n: days(name) })
  const detail = () =>
    days('steps') < days('needed')
      ? t('forecast.tooLittleDetail', { steps: span('steps'), needed: span('needed') })
      : t('outlook.rhythmNothing', { steps: span('steps') })
  return (
    <div class="card">
      <EmptyState icon="i-lucide-calendar-plus" title={t('outlook.rhythmNone')} detail={detail()} />
    </div>
  )
}

/** What of the shop's days is week, month and special day, and what is noise. */
export function RhythmView(props: { readonly target: Target }) {
  const rhythm = createRhythm(() => props.target)
  return (
    <Answered answer={rhythm()} tooLittle={(failure) => <TooLittle failure={failure} />}>
      {(found) => <Parts rhythm={found()} target={props.target} />}
    </Answered>
  )
}
