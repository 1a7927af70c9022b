import { For, Show } from 'solid-js'
import type { Column } from '../../ui/table/columns.ts'
import { Table } from '../../ui/table/table.tsx'
import type { Formats } from '../../ui/text/format.ts'
import { useFormat, useText } from '../../ui/text/text.tsx'
import type { Translate } from '../../ui/text/translate.ts'
import type { Forecast } from './forecast.ts'
import { modelIn, spanOf, writeHundredths, writeTotal } from './words.ts'

type Standing = Forecast['leaderboard'][number]

/** `tests`: on how many it was tried, where these are fewer than for others. */
function ModelName(props: {
  readonly name: string
  readonly used: boolean
  readonly tests: number | undefined
}) {
  const t = useText()
  return (
    <span class="inline-flex flex-wrap items-center gap-x-2 gap-y-1 whitespace-normal lt-lg:w-38">
      <span class={props.used ? 'font-medium' : ''}>{props.name}</span>
      <Show when={props.used}>
        <span class="text-xs rounded-full bg-accent-soft text-accent px-2 py-0.5 whitespace-nowrap">
          {t('forecast.inUse')}
        </span>
      </Show>
      <Show when={props.tests}>
        {(n) => <span class="hint whitespace-nowrap">{t('span.fewTests', { n: n() })}</span>}
      </Show>
    </span>
  )
}

function nameColumn(t: Translate, { model: used, backtest, frequency }: Forecast): Column<Standing> {
  const few = ({ origins = 0 }: Standing) => (origins < (backtest?.test ?? 0) ? origins : undefined)
  return {
    key: 'model',
    label: t('forecast.model'),
    sortable: false,
    value: ({ model }) => modelIn(t, model, frequency),
    show: (standing) => (
      <ModelName
        name={modelIn(t, standing.model, frequency)}
        used={standing.model === used}
        tests={few(standing)}
      />
    ),
  }
}

function columnsOf(t: Translate, format: Formats, forecast: Forecast): readonly Column<Standing>[] {
  const { leaderboard, target, currency } = forecast
  const simple = leaderboard.find((standing) => standing.model === 'seasonal_naive')?.mase
  const hundredths = (value: number | null) => writeHundredths(format, value)
  const against = ({ mase, ratio }: Standing) => ratio ?? (mase !== null && simple ? mase / simple : null)
  const number = (key: 'smape' | 'seconds', digits: number): Column<Standing> => ({
    key,
    label: t(`forecast.${key}`),
    kind: 'number',
    digits,
    sortable: false,
    value: (standing) => standing[key],
  })
  const share = (key: 'coverage_80' | 'coverage_95', label: string): Column<Standing> => ({
    key,
    label,
    kind: 'percent',
    digits: 0,
    sortable: false,
    value: (standing) => standing[key],
  })
  const twoDecimals = (key: 'mase' | 'r2', label: string): Column<Standing> => ({
    key,
    label,
    kind: 'number',
    sortable: false,
    value: (standing) => standing[key],
    show: (standing) => hundredths(standing[key]),
  })
  return [
    nameColumn(t, forecast),
    {
      key: 'against',
      label: t('forecast.against'),
      kind: 'number',
      sortable: false,
      value: (standing) => against(standing),
      show: (standing) => hundredths(against(standing)),
    },
    twoDecimals('mase', t('forecast.mase')),
    number('smape', 1),
    {
      key: 'rmse',
      label: t('forecast.rmse'),
      kind: 'number',
      sortable: false,
      value: ({ rmse }) => rmse,
      show: ({ rmse }) => writeTotal(format, { target, currency }, rmse),
    },
    twoDecimals('r2', t('unusual.r2')),
    share('coverage_80', t('forecast.coverage80')),
    share('coverage_95', t('forecast.coverage95')),
    number('seconds', 1),
  ]
}

function Meanings() {
  const t = useText()
  const meanings = () => [
    { name: t('forecast.against'), meaning: t('forecast.againstMean') },
    { name: t('forecast.mase'), meaning: t('forecast.maseMean') },
    { name: t('forecast.smape'), meaning: t('forecast.smapeMean') },
    { name: t('forecast.rmse'), meaning: t('forecast.rmseMean') },
    { name: t('unusual.r2'), meaning: t('unusual.r2Mean') },
    {
      name: `${t('forecast.coverage80')}, ${t('forecast.coverage95')}`,
      meaning: t('forecast.coverageMean'),
    },
    { name: t('forecast.seconds'), meaning: t('forecast.secondsMean') },
  ]
  return (
    <details>
      <summary class="text-muted w-fit">{t('forecast.columnsMean')}</summary>
      <dl class="mt-2 flex flex-col gap-2">
        <For each={meanings()}>
          {({ name, meaning }) => (
            <div class="grid grid-cols-1 lg:grid-cols-[14rem_1fr] gap-x-4">
              <dt class="text-muted">{name}</dt>
              <dd class="text-pretty">{meaning}</dd>
            </div>
          )}
        </For>
      </dl>
    </details>
  )
}

/** All models on the same unseen days, best first, and what the columns say in plain words. */
export function Leaderboard(props: { readonly forecast: Forecast }) {
  const t = useText()
  const format = useFormat()
  const tests = () => ({
    tests: props.forecast.backtest?.test ?? 0,
    horizon: spanOf(t, props.forecast.backtest?.horizon ?? 0, props.forecast.frequency),
  })
  return (
    <Show when={props.forecast.leaderboard.length > 0}>
      <section class="card-pad flex flex-col gap-3">
        <Table
          title={t('forecast.leaderboard')}
          columns={columnsOf(t, format(), props.forecast)}
          rows={props.forecast.leaderboard}
        />
        <p class="hint">{t('forecast.leaderboardNote', tests())}</p>
        <Meanings />
      </section>
    </Show>
  )
}
