import { For, Show } from 'solid-js'
import type { FactColumn, FilePreview, ImportOptions } from '../../model/preview.ts'
import { optionsOfFile } from '../../model/preview.ts'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { useText } from '../../ui/text/text.tsx'

interface FactMappingProps {
  readonly file: FilePreview
  readonly options: ImportOptions
  readonly onChange: (options: ImportOptions) => void
}

/** Kinds of tables that a person can say a file is. */
const KINDS = [
  'table',
  'refunds_list',
  'inventory_table',
  'products_table',
  'spend_table',
  'sessions_table',
  'events_table',
  'reviews_table',
  'calendar_table',
] as const

/** Reasons for which a file is not read that no kind would change. */
const KEPT_OUT = new Set(['LEFT_OUT', 'COUNTED_IN_ITEMS', 'SET_INCOMPLETE', 'TABLE_NOT_NEEDED'])

const isKind = (source: string): boolean => (KINDS as readonly string[]).includes(source)

/** Whether the kind of a file may be said by hand: not for a layout that is known by its header. */
export const canBeNamed = (file: FilePreview, options: ImportOptions): boolean =>
  file.columns.length > 0 &&
  !KEPT_OUT.has(file.reason ?? '') &&
  (isKind(file.source) ||
    file.source === 'refunds_table' ||
    file.source === 'unknown' ||
    optionsOfFile(options, file.name).source !== undefined)

const withFile = (props: FactMappingProps, change: Readonly<Record<string, unknown>>): ImportOptions => ({
  ...props.options,
  files: {
    ...props.options.files,
    [props.file.name]: { ...props.options.files?.[props.file.name], ...change },
  },
})

/** What kind of table a file is: as it was recognised, and to be said by hand. */
export function KindChoice(props: FactMappingProps) {
  const t = useText()
  const own = () => {
    const source = optionsOfFile(props.options, props.file.name).source ?? props.file.source
    return source === 'refunds_table' ? 'refunds_list' : source
  }
  const choices = () => [
    ...(isKind(own()) ? [] : [{ value: '', label: t('import.choose') }]),
    ...KINDS.map((value) => ({ value, label: t(`import.source_${value}`) })),
  ]
  return (
    <Field class="max-w-80" label={t('facts.kind')} hint={t('facts.kindHint')}>
      {(attributes) => (
        <Select
          {...attributes}
          value={isKind(own()) ? own() : ''}
          choices={choices()}
          onChange={(source) => source !== '' && props.onChange(withFile(props, { source, columns: {} }))}
        />
      )}
    </Field>
  )
}

function NeedNote(props: { readonly known: FactColumn; readonly all: readonly FactColumn[] }) {
  const t = useText()
  const others = () => props.all.filter(({ need }) => need === props.known.need)
  return (
    <Show when={props.known.need !== null}>
      <span class="ml-1.5 text-xs font-normal text-muted">
        {t(others().length > 1 ? 'import.oneOfTwo' : 'import.needed')}
      </span>
    </Show>
  )
}

/** Which column of a table of facts is which field, changed by a select; kept for this file's header once it is stored. */
export function FactMapping(props: FactMappingProps & { readonly fields: readonly FactColumn[] }) {
  const t = useText()
  const choose = (field: string, column: string) => {
    const known = Object.fromEntries(props.fields.map((own) => [own.field, own.column ?? '']))
    props.onChange(
      withFile(props, {
        source: props.file.source === 'refunds_table' ? 'refunds_list' : props.file.source,
        columns: { ...known, [field]: column },
      }),
    )
  }
  const choices = () => [
    { value: '', label: t('import.noColumn') },
    ...props.file.columns.map((value) => ({ value, label: value })),
  ]
  return (
    <details open={props.file.ask.some(({ code }) => code === 'FACT_COLUMNS_NEEDED')}>
      <summary class="text-sm font-medium py-1">{t('import.mapping')}</summary>
      <div class="mt-2 grid grid-cols-1 lg:grid-cols-3 gap-3">
        <For each={props.fields}>
          {(known) => (
            <label class="flex flex-col gap-1 min-w-0">
              <span class="font-medium">
                {t(`facts.field_${known.field}` as 'facts.field_at')}
                <NeedNote known={known} all={props.fields} />
              </span>
              <Select
                class="w-full"
                value={known.column ?? ''}
                choices={choices()}
                onChange={(column) => choose(known.field, column)}
              />
            </label>
          )}
        </For>
      </div>
    </details>
  )
}
