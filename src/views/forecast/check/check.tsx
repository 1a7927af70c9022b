import { createAsync, query, revalidate } from '@solidjs/router'
import { Show } from 'solid-js'
import { MODEL_NAMES } from '../../../analytics/forecast/model.ts'
import type { Client } from '../../../api/client.ts'
import { getForecastRefresh, setForecastRefresh } from '../../../api/forecast-refresh.ts'
import { getTruth } from '../../../api/rhythm.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Checkbox } from '../../../ui/field.tsx'
import { isNarrow } from '../../../ui/narrow.ts'
import type { Column } from '../../../ui/table/columns.ts'
import { Table } from '../../../ui/table/table.tsx'
import type { Formats } from '../../../ui/text/format.ts'
import { useFormat, useText } from '../../../ui/text/text.tsx'
import type { Translate } from '../../../ui/text/translate.ts'
import { useShop } from '../../shop.tsx'
import { Answered } from '../answered.tsx'
import { createSubjects, type Subjects } from '../subjects.ts'
import { subjectOf, writeTotal } from '../words.ts'

const read = query(
  (_version: string, client: Client) => client.run(getTruth, { limit: 400 }),
  'forecast-truth',
)
type Checked = Extract<Awaited<ReturnType<typeof read>>, { ok: true }>['value']['items'][number]

const stateOf = (t: Translate, { truth }: Checked): string =>
  truth ? t(`outlook.state_${truth.state}`) : t('outlook.state_waiting')

const TONES: Readonly<Record<string, string>> = {
  as_expected: 'text-good',
  worse: 'text-bad',
  naive: 'text-bad',
  biased: 'text-warn',
}

const modelName = (t: Translate, model: string): string => {
  const known = MODEL_NAMES.find((name) => name === model)
  return known ? t(`forecast.model_${known}`) : model
}

/** Makes columns of amounts in what a forecast is about: money, orders or units. */
const amountsIn =
  (format: Formats) =>
  (key: string, label: string, of: (row: Checked) => number | null): Column<Checked> => ({
    key,
    label,
    kind: 'number',
    digits: 2,
    value: of,
    show: (row) => {
      const value = of(row)
      const currency = typeof row['currency'] === 'string' ? row['currency'] : null
      return value === null ? '–' : writeTotal(format, { target: row.target, currency }, value)
    },
  })

function whichColumns(t: Translate, format: Formats, subjects: Subjects): readonly Column<Checked>[] {
  return [
    {
      key: 'what',
      label: t('outlook.what'),
      value: ({ target, subject }) => subjectOf(t, target, subjects.nameOf(subject)),
    },
    {
      key: 'period',
      label: t('outlook.period'),
      value: ({ from, to }) => format.dayRange(from, to),
      show: (row) => <span class="whitespace-nowrap">{format.dayRange(row.from, row.to)}</span>,
    },
    {
      key: 'past',
      label: t('outlook.past_days'),
      kind: 'number',
      hidden: isNarrow(),
      value: ({ truth }) => truth?.days ?? 0,
    },
    {
      key: 'state',
      label: t('outlook.state'),
      value: (row) => stateOf(t, row),
      show: (row) => (
        <span class={`whitespace-nowrap ${TONES[row.truth?.state ?? ''] ?? ''}`}>{stateOf(t, row)}</span>
      ),
    },
  ]
}

function columnsOf(
  t: Translate,
  format: Formats,
  subjects: Subjects,
  zone: string | undefined,
): readonly Column<Checked>[] {
  const amount = amountsIn(format)
  return [
    ...whichColumns(t, format, subjects),
    amount('forecast', t('outlook.forecastSum'), ({ truth }) => truth?.forecast ?? null),
    amount('actual', t('outlook.actualSum'), ({ truth }) => truth?.actual ?? null),
    { key: 'bias', label: t('outlook.bias'), kind: 'change', value: ({ truth }) => truth?.bias ?? null },
    amount('mae', t('outlook.error'), ({ truth }) => truth?.mae ?? null),
    {
      ...amount('expected', t('outlook.expectedError'), ({ truth }) => truth?.expected ?? null),
      hidden: true,
    },
    { ...amount('naive', t('outlook.naiveError'), ({ truth }) => truth?.naive ?? null), hidden: true },
    {
      key: 'inside',
      label: t('outlook.inside80'),
      hidden: isNarrow(),
      kind: 'percent',
      digits: 0,
      value: ({ truth }) => truth?.coverage['80'] ?? null,
    },
    {
      key: 'model',
      label: t('outlook.model'),
      hidden: true,
      value: ({ model }) => modelName(t, model),
    },
    {
      key: 'made',
      label: t('outlook.made'),
      hidden: true,
      value: ({ made_at }) => made_at,
      show: ({ made_at }) => format.instant(made_at, zone),
    },
  ]
}

/** The newest forecast that has been tested by seven days, when it does not do as expected. */
const drifting = (items: readonly Checked[]): boolean => {
  const tested = items.find(({ truth }) => truth && truth.state !== 'early')
  return tested?.truth ? tested.truth.state !== 'as_expected' : false
}

function Checks(props: { readonly items: readonly Checked[]; readonly onTrain: () => void }) {
  const t = useText()
  const subjects = createSubjects()
  const format = useFormat()
  const shop = useShop()
  return (
    <>
      <Show when={drifting(props.items)}>
        <section class="card-pad flex flex-wrap items-center gap-3" role="status">
          <span class="i-lucide-triangle-alert text-warn text-lg" aria-hidden="true" />
          <div class="grow min-w-60">
            <p class="font-medium">{t('outlook.drift')}</p>
            <p class="text-muted text-pretty">{t('outlook.driftDetail')}</p>
          </div>
          <Button look="primary" onClick={() => props.onTrain()}>
            {t('outlook.trainAgain')}
          </Button>
        </section>
      </Show>
      <section class="card-pad flex flex-col gap-3">
        <Table
          title={t('outlook.checkTitle')}
          columns={columnsOf(t, format(), subjects, shop.timeZone() ?? undefined)}
          rows={props.items}
        />
        <p class="hint">{t('outlook.checkHint')}</p>
        <Show when={props.items.every(({ truth }) => truth === null)}>
          <p>{t('outlook.checkWaiting')}</p>
        </Show>
      </section>
    </>
  )
}

const readRefresh = query(
  (_workspace: string, client: Client) => client.run(getForecastRefresh, {}),
  'forecast-refresh',
)

/** Whether forecasts learn anew by themselves. */
function OnImport() {
  const t = useText()
  const { client } = useShop()
  const state = createAsync(() => readRefresh(client.session.current().row.id, client))
  const choose = async (on_import: boolean) => {
    await client.run(setForecastRefresh, { on_import })
    await revalidate(readRefresh.key)
  }
  const chosen = () => {
    const answer = state.latest
    return answer?.ok ? answer.value.on_import : true
  }
  return (
    <section class="card-pad">
      <Checkbox
        label={t('span.onImport')}
        hint={t('span.onImportHint')}
        checked={chosen()}
        onChange={(on) => void choose(on)}
      />
    </section>
  )
}

/** Kept forecasts against what came true. */
export function CheckView(props: { readonly onTrain: () => void }) {
  const t = useText()
  const shop = useShop()
  const truth = createAsync(() => read(shop.version(), shop.client))
  return (
    <Answered answer={truth()}>
      {(found) => (
        <Show
          when={found().items.length > 0}
          fallback={
            <div class="card">
              <EmptyState
                icon="i-lucide-scale"
                title={t('outlook.checkNone')}
                detail={t('outlook.checkNoneDetail')}
                action={
                  <Button look="primary" onClick={() => props.onTrain()}>
                    {t('outlook.trainAgain')}
                  </Button>
                }
              />
            </div>
          }
        >
          <Checks items={found().items} onTrain={props.onTrain} />
          <OnImport />
        </Show>
      )}
    </Answered>
  )
}
