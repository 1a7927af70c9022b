import { Show } from 'solid-js'
import { relativeChange } from '../../analytics/metrics/dictionary.ts'
import { Change } from '../../ui/change.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { horizonOf, sumOf, yearBefore } from './forecast.ts'
import type { Forecast } from './forecast.ts'
import { spanOf, useValues } from './words.ts'

/** The same days of last year. */
function Against(props: { readonly forecast: Forecast }) {
  const t = useText()
  const format = useFormat()
  const write = useValues(() => props.forecast)
  const past = () => yearBefore(props.forecast)
  return (
    <Show when={past()} fallback={<p class="hint">{t('forecast.noLastYear')}</p>}>
      {(before) => (
        <p class="flex flex-wrap items-baseline gap-x-2">
          <Change
            value={relativeChange(sumOf(props.forecast.points), before().total)}
            versus={t('forecast.lastYear', {
              period: format().dayRange(before().from, before().to),
              value: write.total(before().total),
            })}
          />
          <Show when={before().empty > 0}>
            <span class="hint">
              {t('unusual.pastGap', { span: spanOf(t, before().empty, props.forecast.frequency) })}
            </span>
          </Show>
        </p>
      )}
    </Show>
  )
}

/** What the horizon brings in all, how far that may be off, and against the same days of last year. */
export function Headline(props: { readonly forecast: Forecast; readonly what: string }) {
  const t = useText()
  const format = useFormat()
  const write = useValues(() => props.forecast)
  const days = () => horizonOf(props.forecast)
  const expected = () => sumOf(props.forecast.points)
  const tested = () => props.forecast.backtest !== null
  const edges = () => {
    const [low, high] = props.forecast.total.intervals['80'] ?? []
    return low === undefined || high === undefined || (low === high && !tested())
      ? undefined
      : { low: write.total(low), high: write.total(high) }
  }
  const title = () =>
    t('forecast.expected', {
      what: props.what,
      period: format().dayRange(days().from, days().to),
    })
  return (
    <section class="card p-5 lt-lg:p-4 flex flex-col gap-2" aria-label={title()}>
      <h2 class="text-base font-medium text-muted">{title()}</h2>
      <p
        data-figure="forecast"
        class="text-[2.25rem] leading-[2.75rem] lt-lg:text-[1.75rem] lt-lg:leading-[2.25rem] font-semibold figures"
      >
        {write.total(expected())}
      </p>
      <Against forecast={props.forecast} />
      <Show when={edges()}>
        {(ends) => (
          <p class="text-pretty figures" data-figure="total-interval">
            {ends().low === ends().high ? t('span.totalExact', ends()) : t('span.total80', ends())}
          </p>
        )}
      </Show>
      <Show when={props.forecast.reason.code !== 'CONSTANT'}>
        <p class="hint">{t(tested() ? 'span.totalHint' : 'unusual.untested')}</p>
      </Show>
      <Show when={props.forecast.points.length > 1}>
        <p class="hint figures">
          {t('forecast.perDay', {
            value: write.total(expected() / props.forecast.points.length),
            each: t(`span.each_${props.forecast.frequency}`),
          })}
        </p>
      </Show>
    </section>
  )
}
