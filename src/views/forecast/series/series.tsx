import { Show, createMemo, createSignal } from 'solid-js'
import { FREQUENCIES, type Frequency } from '../../../analytics/forecast/history.ts'
import { isDay } from '../../../model/day.ts'
import { Button } from '../../../ui/button.tsx'
import { FailureCard } from '../../../ui/failure-card.tsx'
import { Field, TextInput } from '../../../ui/field.tsx'
import { makeFileDrop } from '../../../ui/file-drop.tsx'
import { JobRow } from '../../../ui/job-row.tsx'
import { Select } from '../../../ui/select.tsx'
import { useText } from '../../../ui/text/text.tsx'
import { useShop } from '../../shop.tsx'
import { REACH, readSteps } from '../address.ts'
import { DaysTable } from '../days-table.tsx'
import { FanChart } from '../fan-chart.tsx'
import { Headline } from '../headline.tsx'
import { Leaderboard } from '../leaderboard.tsx'
import { Unusual } from '../unusual.tsx'
import { Reason } from '../reason.tsx'
import { spanOf } from '../words.ts'
import { startFor } from './answer.ts'
import { readPasted, seriesFrom } from './parse.ts'
import { createSeriesRun } from './run.ts'

/** What is typed and chosen, and what can be read of it. */
function createDraft(today: () => string) {
  const [text, setText] = createSignal('')
  const [column, setColumn] = createSignal<string>()
  const [every, setEvery] = createSignal<Frequency>()
  const [steps, setSteps] = createSignal<string>()
  const [start, setStart] = createSignal<string>()
  const pasted = createMemo(() => readPasted(text()))
  const frequency = () => every() ?? pasted()?.frequency ?? 'D'
  const horizon = () => readSteps(steps() ?? String(REACH[frequency()].usual), frequency())
  const chosen = () => column() ?? pasted()?.columns[0]?.name ?? ''
  const series = createMemo(() => {
    const table = pasted()
    return table ? seriesFrom(table, chosen(), horizon() ?? 1) : undefined
  })
  const first = () =>
    start() ?? pasted()?.start ?? startFor(series()?.values.length ?? 0, frequency(), today())
  const read = (given: string) => {
    setText(given)
    setColumn(undefined)
    setEvery(undefined)
    setStart(undefined)
  }
  return {
    text,
    read,
    pasted,
    frequency,
    setEvery,
    horizon,
    steps,
    setSteps,
    chosen,
    setColumn,
    series,
    first,
    setStart,
  }
}
type Draft = ReturnType<typeof createDraft>

/** Where numbers are pasted, typed or dropped. */
function Numbers(props: { readonly draft: Draft }) {
  const t = useText()
  let chooser!: HTMLInputElement
  const take = async (files: readonly File[]) => props.draft.read((await files[0]?.text()) ?? '')
  const error = () =>
    props.draft.text().trim() !== '' && !props.draft.pasted() ? t('span.seriesNone') : undefined
  return (
    <div
      class="flex flex-col gap-2"
      ref={(place) => makeFileDrop(place, { onFiles: (files) => void take(files) })}
    >
      <Field label={t('span.seriesPaste')} error={error()}>
        {(attributes) => (
          <textarea
            {...attributes}
            rows={8}
            spellcheck={false}
            class="control h-auto py-2 font-mono text-sm aria-invalid:border-bad"
            value={props.draft.text()}
            onInput={(event) => props.draft.read(event.currentTarget.value)}
          />
        )}
      </Field>
      <div>
        <Button icon="i-lucide-file-up" onClick={() => chooser.click()}>
          {t('span.seriesFile')}
        </Button>
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".csv,.tsv,.txt"
          aria-label={t('span.seriesFile')}
          onChange={() => void take([...(chooser.files ?? [])])}
        />
      </div>
    </div>
  )
}

/** Column, frequency, start and horizon. */
function Settings(props: { readonly draft: Draft }) {
  const t = useText()
  const columns = () => props.draft.pasted()?.columns.map(({ name }) => ({ value: name, label: name })) ?? []
  const most = () => REACH[props.draft.frequency()].most
  return (
    <div class="flex flex-wrap items-end gap-x-5 gap-y-4">
      <Show when={columns().length > 1}>
        <Field label={t('span.seriesColumn')} class="w-48">
          {(attributes) => (
            <Select
              {...attributes}
              value={props.draft.chosen()}
              choices={columns()}
              onChange={props.draft.setColumn}
            />
          )}
        </Field>
      </Show>
      <Field label={t('span.every')} class="w-32">
        {(attributes) => (
          <Select
            {...attributes}
            value={props.draft.frequency()}
            choices={FREQUENCIES.map((value) => ({ value, label: t(`span.every_${value}`) }))}
            onChange={props.draft.setEvery}
          />
        )}
      </Field>
      <Field label={t('span.seriesStart')}>
        {(attributes) => (
          <TextInput
            {...attributes}
            type="date"
            value={props.draft.first()}
            onInput={(day) => isDay(day) && props.draft.setStart(day)}
          />
        )}
      </Field>
      <Field
        label={t('span.seriesSteps', { most: most() })}
        error={props.draft.horizon() === undefined ? t('forecast.daysLeft', { most: most() }) : undefined}
      >
        {(attributes) => (
          <TextInput
            {...attributes}
            type="number"
            class="w-24"
            value={props.draft.steps() ?? String(REACH[props.draft.frequency()].usual)}
            onInput={props.draft.setSteps}
          />
        )}
      </Field>
    </div>
  )
}

function Found(props: { readonly draft: Draft }) {
  const t = useText()
  return (
    <Show when={props.draft.series()}>
      {(series) => (
        <div class="hint">
          <p>
            {t('span.seriesFound', {
              n: series().values.length,
              beside: Object.keys(series().regressors).length,
            })}{' '}
            {t('span.seriesKept')}
          </p>
          <Show when={series().short.length > 0}>
            <p>{t('span.seriesShort', { names: series().short.join(', ') })}</p>
          </Show>
        </div>
      )}
    </Show>
  )
}

/** A forecast of numbers that are not in the shop. */
export function SeriesView() {
  const t = useText()
  const shop = useShop()
  const draft = createDraft(shop.today)
  const run = createSeriesRun()
  const ready = () => draft.horizon() !== undefined && (draft.series()?.values.length ?? 0) > 0
  const go = () => {
    const [series, horizon] = [draft.series(), draft.horizon()]
    if (series && horizon !== undefined)
      void run.start({ ...series, horizon, start: draft.first(), frequency: draft.frequency() }, what())
  }
  const what = () => (/^\d+$/.test(draft.chosen()) ? t('span.seriesUnit') : draft.chosen())
  return (
    <>
      <section class="card-pad flex flex-col gap-4" aria-label={t('span.seriesTitle')}>
        <h2 class="section-title">{t('span.seriesTitle')}</h2>
        <p class="hint text-pretty">{t('span.seriesHint')}</p>
        <Numbers draft={draft} />
        <Show when={draft.pasted()}>
          <Settings draft={draft} />
          <Found draft={draft} />
        </Show>
        <div>
          <Button look="primary" disabled={!ready() || run.job() !== undefined} onClick={go}>
            {t('forecast.make', { span: spanOf(t, draft.horizon() ?? 0, draft.frequency()) })}
          </Button>
        </div>
        <Show when={run.job()}>{(job) => <JobRow job={job()} />}</Show>
      </section>
      <Show when={run.failure()}>
        {(fault) => <FailureCard code={fault().code} detail={fault().detail} onRetry={go} />}
      </Show>
      <Show when={run.made()}>
        {(made) => (
          <>
            <div class="grid gap-4 lg:grid-cols-2">
              <Headline forecast={made().forecast} what={made().what} />
              <Reason forecast={made().forecast} />
            </div>
            <FanChart forecast={made().forecast} what={made().what} />
            <Unusual forecast={made().forecast} />
            <Leaderboard forecast={made().forecast} />
            <DaysTable forecast={made().forecast} />
          </>
        )}
      </Show>
    </>
  )
}
