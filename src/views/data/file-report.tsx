import { For, Show } from 'solid-js'
import type { FilePreview, ImportOptions, Warning } from '../../model/preview.ts'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { canBeNamed, FactMapping, KindChoice } from './fact-mapping.tsx'
import { FirstRows } from './first-rows.tsx'
import { LeaveOut } from './leave-out.tsx'
import { Mapping } from './mapping.tsx'
import { textOr, wordsOf } from './words.ts'

const DELIMITERS: Readonly<Record<string, 'comma' | 'semicolon' | 'tab' | 'pipe'>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
}

const ACTIONS = {
  accept: 'i-lucide-circle-check text-good',
  warn: 'i-lucide-circle-check text-good',
  ask: 'i-lucide-circle-help text-warn',
  reject: 'i-lucide-circle-x text-bad',
}

const whyOf = (file: FilePreview) => {
  if (file.source === 'table') return 'import.why_table' as const
  return file.source === 'unknown' ? ('import.why_unknown' as const) : ('import.why_source' as const)
}

function Fact(props: { readonly name: string; readonly value: string | null }) {
  return (
    <Show when={props.value}>
      <div class="flex flex-col">
        <dt class="hint">{props.name}</dt>
        <dd class="figures">{props.value}</dd>
      </div>
    </Show>
  )
}

/** What was found in a file: rows, days, currency, how it is written. */
function Facts(props: { readonly file: FilePreview }) {
  const t = useText()
  const format = useFormat()
  const rows = () =>
    props.file.action === 'ask'
      ? null
      : t('import.rowsOf', {
          rows: format().number(props.file.rows),
          all: format().number(props.file.raw_rows),
        })
  const delimiter = () => {
    const known = DELIMITERS[props.file.delimiter]
    return known ? t(`import.delimiter_${known}`) : props.file.delimiter
  }
  const days = () => {
    const { first_day, last_day } = props.file
    return first_day && last_day ? format().dayRange(first_day, last_day) : null
  }
  return (
    <dl class="flex flex-wrap gap-x-8 gap-y-3">
      <Fact name={t('import.rows')} value={rows()} />
      <Fact name={t('import.days')} value={days()} />
      <Fact name={t('import.currency')} value={props.file.currency} />
      <Fact name={t('import.timeZone')} value={props.file.time_zone} />
      <Fact name={t('import.encoding')} value={props.file.encoding.toUpperCase()} />
      <Fact name={t('import.delimiter')} value={delimiter()} />
    </dl>
  )
}

function WarningLine(props: { readonly warning: Warning }) {
  const t = useText()
  const where = () => {
    const { lines, count } = props.warning
    if (lines.length === 0) return ''
    return `${t('import.lines', { lines: lines.join(', '), n: lines.length })}${count > lines.length ? ` ${t('import.andMore')}` : ''}`
  }
  return (
    <li class="flex gap-2.5">
      <span class="i-lucide-triangle-alert text-warn mt-0.5" aria-hidden="true" />
      <div class="flex flex-col min-w-0">
        <span>
          {wordsOf(t, props.warning.code).what}{' '}
          <span class="figures text-muted">({t('import.times', { n: props.warning.count })})</span>
        </span>
        <span class="hint">
          {wordsOf(t, props.warning.code).todo} <span class="figures">{where()}</span>
        </span>
      </div>
    </li>
  )
}

/** Warnings of a file, in words. */
export function Warnings(props: { readonly warnings: readonly Warning[] }) {
  const t = useText()
  return (
    <Show when={props.warnings.length > 0}>
      <div class="flex flex-col gap-2">
        <h4 class="label">{t('import.warnings')}</h4>
        <ul class="flex flex-col gap-2">
          <For each={props.warnings}>{(warning) => <WarningLine warning={warning} />}</For>
        </ul>
      </div>
    </Show>
  )
}

/** Name of a file, as what it was recognised, and whether it can be imported. */
function FileHead(props: { readonly file: FilePreview }) {
  const t = useText()
  return (
    <div class="flex flex-wrap lg:flex-nowrap gap-x-3 gap-y-1">
      <span class={`${ACTIONS[props.file.action]} text-xl mt-0.5`} aria-hidden="true" />
      <div class="flex flex-col gap-0.5 min-w-0 grow basis-60">
        <h3 class="font-semibold break-words">
          <bdi>{props.file.name}</bdi>
        </h3>
        <p class="text-muted">
          <Show when={props.file.source !== 'unknown'}>
            {t('import.recognised')}{' '}
            <strong class="font-medium text-text">
              {textOr(t, `import.source_${props.file.source}`, 'import.source_unknown')}
            </strong>
            .{' '}
          </Show>
          {props.file.reason ? '' : t(whyOf(props.file))}
        </p>
      </div>
      <span class="text-sm whitespace-nowrap lt-lg:w-full lt-lg:pl-8">
        {t(`import.action_${props.file.action}`)}
      </span>
    </div>
  )
}

function Refusal(props: { readonly reason: string }) {
  const t = useText()
  return (
    <div class="rounded-control bg-bad-soft p-3 flex flex-col gap-0.5">
      <p class="font-medium">{wordsOf(t, props.reason).what}</p>
      <p>{wordsOf(t, props.reason).todo}</p>
    </div>
  )
}

export interface FileReportProps {
  readonly file: FilePreview
  readonly options: ImportOptions
  readonly onChange: (options: ImportOptions) => void
  readonly isOneOfSeveral: boolean
}

/** Says that a remembered mapping was applied. */
function RecipeNote() {
  const t = useText()
  return <p class="hint">{t('import.recipeApplied')}</p>
}

/** One file of a dry run. */
export function FileReport(props: FileReportProps) {
  return (
    <article class="card-pad flex flex-col gap-4">
      <FileHead file={props.file} />
      <Show when={props.file.reason}>{(reason) => <Refusal reason={reason()} />}</Show>
      <Show when={props.file.action !== 'reject'}>
        <Facts file={props.file} />
      </Show>
      <Show when={props.file.recipe}>
        <RecipeNote />
      </Show>
      <Warnings warnings={props.file.warnings} />
      <Show when={props.isOneOfSeveral}>
        <LeaveOut {...props} />
      </Show>
      <Show when={canBeNamed(props.file, props.options)}>
        <KindChoice {...props} />
      </Show>
      <Show when={props.file.fact_columns}>{(fields) => <FactMapping {...props} fields={fields()} />}</Show>
      <Show when={props.file.columns.length > 0}>
        <Show when={!props.file.fact_columns}>
          <Mapping
            file={props.file}
            open={props.file.source === 'table'}
            options={props.options}
            onChange={props.onChange}
          />
        </Show>
        <FirstRows file={props.file} />
      </Show>
    </article>
  )
}
