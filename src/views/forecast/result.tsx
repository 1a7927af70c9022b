import { Show } from 'solid-js'
import { addDays } from '../../model/day.ts'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { useShop } from '../shop.tsx'
import type { KeptForecast } from './data.ts'
import { DaysTable } from './days-table.tsx'
import { FanChart } from './fan-chart.tsx'
import { Headline } from './headline.tsx'
import { Leaderboard } from './leaderboard.tsx'
import { Reason } from './reason.tsx'
import { Unusual } from './unusual.tsx'
import { spanOf } from './words.ts'

const TWO_YEARS = 730
/** From here on the rhythm of the year matters. */
const LONG = 60
/** Share of test days inside their 80 % interval below which the intervals must not be trusted. */
const TOO_NARROW = 0.65

function Note(props: { readonly icon: string; readonly text: string }) {
  return (
    <p class="card p-3 flex gap-3">
      <span class={`${props.icon} text-lg mt-0.5`} aria-hidden="true" />
      <span class="text-pretty">{props.text}</span>
    </p>
  )
}

/** When it was made and from which days; what to know before believing it. */
function Provenance(props: { readonly kept: KeptForecast }) {
  const t = useText()
  const format = useFormat()
  const shop = useShop()
  const from = () => props.kept.forecast.trained_on
  const zone = () => t('dashboard.inZone', { zone: props.kept.forecast.time_zone })
  const made = () =>
    t('forecast.madeOn', {
      at: `${format().instant(props.kept.at, shop.timeZone() ?? undefined)} (${zone()})`,
      from: format().day(from().from),
      to: format().day(from().to),
      days: spanOf(t, from().days, props.kept.forecast.frequency),
    })
  const yesterday = () => addDays(new Date().toISOString().slice(0, 10), -1)
  const covered = () => props.kept.forecast.leaderboard.find(isUsed)?.coverage_80 ?? null
  const isUsed = ({ model }: { readonly model: string }) => model === props.kept.forecast.model
  const isShort = () =>
    props.kept.forecast.frequency === 'D' &&
    from().days < TWO_YEARS &&
    props.kept.forecast.points.length >= LONG
  const soldOut = () =>
    props.kept.forecast.stock_outs.reduce((sum, { from: first, to }) => sum + to - first + 1, 0)
  return (
    <div class="flex flex-col gap-3">
      <p class="hint">{made()}</p>
      <Show when={!props.kept.current}>
        <Note
          icon="i-lucide-triangle-alert text-warn"
          text={`${t('forecast.changed')} ${t('forecast.changedDetail')}`}
        />
      </Show>
      <Show when={from().to < addDays(yesterday(), -1)}>
        <Note
          icon="i-lucide-calendar-clock text-warn"
          text={t('forecast.dataEnd', { to: format().day(from().to) })}
        />
      </Show>
      <Show when={(covered() ?? 1) < TOO_NARROW}>
        <Note
          icon="i-lucide-triangle-alert text-warn"
          text={t('forecast.tooNarrow', { real: format().percent(covered(), 0) })}
        />
      </Show>
      <Show when={props.kept.forecast.cut_short}>
        <Note icon="i-lucide-timer text-warn" text={t('span.cutShort')} />
      </Show>
      <Show when={soldOut() > 0}>
        <Note icon="i-lucide-package-x text-warn" text={t('span.soldOut', { n: soldOut() })} />
      </Show>
      <Show when={isShort()}>
        <Note icon="i-lucide-info text-accent" text={t('forecast.shortHistory', { days: from().days })} />
      </Show>
    </div>
  )
}

/** A forecast with everything that it stands on. */
export function Result(props: { readonly kept: KeptForecast; readonly what: string }) {
  return (
    <>
      <Provenance kept={props.kept} />
      <div class="grid gap-4 lg:grid-cols-2">
        <Headline forecast={props.kept.forecast} what={props.what} />
        <Reason forecast={props.kept.forecast} />
      </div>
      <FanChart forecast={props.kept.forecast} what={props.what} />
      <Unusual forecast={props.kept.forecast} />
      <Leaderboard forecast={props.kept.forecast} />
      <DaysTable forecast={props.kept.forecast} />
    </>
  )
}
