import { Show } from 'solid-js'
import { MODEL_NAMES } from '../../analytics/forecast/model.ts'
import type { Formats } from '../../ui/text/format.ts'
import { useFormat, useText } from '../../ui/text/text.tsx'
import type { Translate } from '../../ui/text/translate.ts'
import type { Forecast } from './forecast.ts'
import { modelIn, spanOf, useValues, writeHundredths } from './words.ts'

/** Why the model was taken, from the code and numbers that the choice left. */
function writeReason(t: Translate, format: Formats, { reason, frequency }: Forecast): string {
  const { code, error = 0, simple_error: simple, steps = 0, needed = 0 } = reason
  const span = (n: number) => spanOf(t, n, frequency)
  if (code === 'TOO_LITTLE_DATA')
    return t('forecast.reason_TOO_LITTLE_DATA', {
      steps: span(steps),
      needed: span(needed),
      left: span(Math.max(0, needed - steps)),
    })
  if (code === 'SIMPLE_RULE_WINS')
    return t('forecast.reason_SIMPLE_RULE_WINS', { error: writeHundredths(format, error) })
  if (code !== 'BEST_ON_VALIDATION') return t(`forecast.reason_${code}`)
  if (!simple) return t('forecast.reason_BEST_ALONE')
  return t('forecast.reason_BEST_ON_VALIDATION', {
    ratio: writeHundredths(format, error / simple),
    error: writeHundredths(format, error),
    simple: writeHundredths(format, simple),
  })
}

/** The models that the median was made of. */
function membersOf(t: Translate, { model, explanations, frequency }: Forecast): string {
  const given = model === 'ensemble' ? explanations['ensemble']?.['members'] : undefined
  const names = typeof given === 'string' ? given.split(' ') : []
  return MODEL_NAMES.filter((name) => names.includes(name))
    .map((name) => modelIn(t, name, frequency))
    .join('; ')
}

/** Which model was taken, why, and how well it did on days that it had not seen. */
export function Reason(props: { readonly forecast: Forecast }) {
  const t = useText()
  const format = useFormat()
  const write = useValues(() => props.forecast)
  const standing = () => props.forecast.leaderboard.find(({ model }) => model === props.forecast.model)
  const tests = () => props.forecast.backtest
  const members = () => membersOf(t, props.forecast)
  return (
    <section class="card p-5 lt-lg:p-4 flex flex-col gap-2" aria-labelledby="why">
      <h2 id="why" class="text-base font-medium text-muted">
        {t('forecast.why')}
      </h2>
      <p class="text-lg font-semibold">
        {t('forecast.chosen', { model: modelIn(t, props.forecast.model, props.forecast.frequency) })}
      </p>
      <p class="text-pretty figures">{writeReason(t, format(), props.forecast)}</p>
      <Show when={tests() && standing()}>
        {(scores) => (
          <p class="text-pretty figures">
            {t('forecast.accuracy', {
              tests: tests()?.test ?? 0,
              horizon: spanOf(t, tests()?.horizon ?? 0, props.forecast.frequency),
              each: t(`span.each_${props.forecast.frequency}`),
              mae: write.value(scores().mae),
            })}{' '}
            <Show when={scores().coverage_80 !== null}>
              {t('forecast.covered', {
                real: format().percent(scores().coverage_80, 0),
                real95: format().percent(scores().coverage_95, 0),
              })}
            </Show>
          </p>
        )}
      </Show>
      <Show when={members()}>
        <p class="hint text-pretty">{t('forecast.members', { names: members() })}</p>
      </Show>
    </section>
  )
}
