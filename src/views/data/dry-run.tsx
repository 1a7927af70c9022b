import { For, Show } from 'solid-js'
import type { ImportOptions } from '../../model/preview.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { ZoneField } from '../../ui/zone-field.tsx'
import { useShop } from '../shop.tsx'
import { FitTogether } from './fit-together.tsx'
import { Effect } from './effect.tsx'
import { FileReport } from './file-report.tsx'
import { GivenAnswers, Questions } from './questions.tsx'
import type { ImportDesk } from './import-desk.ts'
import { RefusedRows } from './refused-rows.tsx'
import { hindrance, refusedCount } from './stage.ts'
import type { DryRun } from './stage.ts'

interface DryRunProps {
  readonly dryRun: DryRun
  readonly desk: ImportDesk
}

function Count(props: { readonly label: string; readonly count: number | null; readonly icon: string }) {
  const format = useFormat()
  return (
    <div class="flex flex-col gap-1 min-w-0">
      <dt class="text-sm text-muted flex items-center gap-1.5">
        <span class={props.icon} aria-hidden="true" />
        {props.label}
      </dt>
      <dd class={`text-figure lt-lg:text-xl font-semibold figures ${props.count ? '' : 'text-muted'}`}>
        {format().number(props.count)}
      </dd>
    </div>
  )
}

/** What would be added, updated, left, refused; unknown as long as a question is open. */
function Counts(props: { readonly dryRun: DryRun }) {
  const t = useText()
  const known = (count: number) => (hindrance(props.dryRun) === 'questions' ? null : count)
  return (
    <dl class="grid grid-cols-2 lg:grid-cols-4 gap-4">
      <Count label={t('import.added')} count={known(props.dryRun.added)} icon="i-lucide-plus" />
      <Count label={t('import.updated')} count={known(props.dryRun.updated)} icon="i-lucide-refresh-cw" />
      <Count label={t('import.unchanged')} count={known(props.dryRun.unchanged)} icon="i-lucide-equal" />
      <Count label={t('import.rejected')} count={known(refusedCount(props.dryRun))} icon="i-lucide-ban" />
    </dl>
  )
}

const HINTS = { questions: 'import.blockedByQuestions', files: 'import.blockedByFiles' } as const

function Actions(props: DryRunProps) {
  const t = useText()
  const busy = () => props.desk.stage().kind !== 'seen'
  const why = () => hindrance(props.dryRun)
  return (
    <div class="flex flex-wrap items-center gap-2">
      <Button
        look="primary"
        icon="i-lucide-check"
        disabled={busy() || why() !== null}
        onClick={() => void props.desk.store()}
      >
        {t('import.import')}
      </Button>
      <Button disabled={props.desk.stage().kind === 'storing'} onClick={props.desk.discard}>
        {t('import.discard')}
      </Button>
      <Show when={why()}>{(reason) => <p class="hint">{t(HINTS[reason()])}</p>}</Show>
    </div>
  )
}

/** The shop's time zone, as long as no import has fixed it: told where the files say it, else asked, the browser's being proposed. */
function ZoneChoice(props: {
  readonly dryRun: DryRun
  readonly options: ImportOptions
  readonly onChange: (options: ImportOptions) => void
}) {
  const t = useText()
  const shop = useShop()
  const zone = () => props.dryRun.files.find(({ time_zone }) => time_zone !== null)?.time_zone
  const isAsked = () =>
    props.options.time_zone === undefined &&
    props.dryRun.files.every(({ time_zone, stamps }) => time_zone === null || stamps === 'wall')
  return (
    <Show when={shop.span().last === null && zone()}>
      {(known) => (
        <Field
          class={`card-pad ${isAsked() ? 'border-l-3 border-l-warn' : ''}`}
          label={t(isAsked() ? 'import.zoneAsked' : 'import.zone')}
          hint={isAsked() ? t('import.zoneAskedHint', { zone: known() }) : t('import.zoneHint')}
        >
          {(attributes) => (
            <ZoneField
              {...attributes}
              class="w-80 max-w-full"
              value={known()}
              onChange={(time_zone) => props.onChange({ ...props.options, time_zone })}
            />
          )}
        </Field>
      )}
    </Show>
  )
}

/** What an import would do, before anything is stored: counts, questions, each file, the refused rows. */
export function DryRunView(props: DryRunProps) {
  const t = useText()
  const chosen = () => {
    const at = props.desk.stage()
    return 'files' in at ? { files: at.files, options: at.options } : { files: [], options: {} }
  }
  const change = (options: ImportOptions) => void props.desk.look(chosen().files, options)
  const nothingNew = () =>
    hindrance(props.dryRun) === null && props.dryRun.added === 0 && props.dryRun.updated === 0
  return (
    <section
      class="flex flex-col gap-4"
      aria-labelledby="dry-run"
      aria-busy={props.desk.stage().kind !== 'seen'}
    >
      <div class="card-pad flex flex-col gap-4">
        <div class="flex flex-col gap-1">
          <h2 id="dry-run" class="section-title">
            {t('import.dryRun')}
          </h2>
          <p class="text-muted">{t('import.dryRunDetail')}</p>
        </div>
        <Counts dryRun={props.dryRun} />
        <Show when={nothingNew()}>
          <p>{t('import.nothingNew')}</p>
        </Show>
        <Actions {...props} />
      </div>
      <FitTogether dryRun={props.dryRun} />
      <Show when={hindrance(props.dryRun) === null && props.dryRun.effect}>
        {(effect) => <Effect effect={effect()} />}
      </Show>
      <Questions files={props.dryRun.files} options={chosen().options} onChange={change} />
      <ZoneChoice dryRun={props.dryRun} options={chosen().options} onChange={change} />
      <GivenAnswers options={chosen().options} onChange={change} />
      <For each={props.dryRun.files}>
        {(file) => (
          <FileReport
            file={file}
            isOneOfSeveral={props.dryRun.files.length > 1}
            options={chosen().options}
            onChange={change}
          />
        )}
      </For>
      <Show when={refusedCount(props.dryRun) > 0}>
        <div class="card-pad flex flex-col gap-3">
          <h3 class="section-title">{t('import.refusedRows')}</h3>
          <RefusedRows id={props.dryRun.id} />
        </div>
      </Show>
      <Show when={refusedCount(props.dryRun) > 0 || props.dryRun.files.length > 1}>
        <Actions {...props} />
      </Show>
    </section>
  )
}
