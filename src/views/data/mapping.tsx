import { For, Show } from 'solid-js'
import { CANONICAL_FIELDS } from '../../model/order.ts'
import type { CanonicalField } from '../../model/order.ts'
import type { ColumnProposal, FilePreview, ImportOptions } from '../../model/preview.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'

export interface MappingProps {
  readonly file: FilePreview
  /** Whether the columns are for the person to choose; else they are shown and can be taken over. */
  readonly open: boolean
  readonly options: ImportOptions
  readonly onChange: (options: ImportOptions) => void
}

const NEEDED: ReadonlySet<CanonicalField> = new Set(['ordered_at', 'unit_price', 'amount'])
const SAMPLES = 3

const samplesOf = (file: FilePreview, column: string | undefined): string => {
  const at = column === undefined ? -1 : file.columns.indexOf(column)
  const cells = at < 0 ? [] : file.sample.map((row) => row[at] ?? '').filter((cell) => cell.trim() !== '')
  return [...new Set(cells)].slice(0, SAMPLES).join(' · ')
}

function Why(props: { readonly proposal: ColumnProposal | undefined }) {
  const t = useText()
  const format = useFormat()
  const text = (proposal: ColumnProposal) =>
    t(`import.by_${proposal.by}`, { share: format().percent(proposal.confidence, 0) })
  return <Show when={props.proposal}>{(proposal) => <>{text(proposal())}</>}</Show>
}

interface RowProps {
  readonly file: FilePreview
  readonly field: CanonicalField
  readonly onColumn: (column: string) => void
}

function FieldRow(props: RowProps) {
  const t = useText()
  const column = () => props.file.mapping[props.field]
  const name = () => t(`import.field_${props.field}`)
  const choices = () => [
    { value: '', label: t('import.noColumn') },
    ...props.file.columns.map((known) => ({ value: known, label: known })),
  ]
  const proposal = () =>
    props.file.proposals.find((known) => known.field === props.field && known.column === column())
  return (
    <tr class="lt-lg:flex lt-lg:flex-col lt-lg:gap-1 lt-lg:py-2 border-b border-line">
      <th scope="row" class="text-left font-medium lg:py-1.5 lg:pr-4 whitespace-nowrap">
        {name()}
        <Show when={NEEDED.has(props.field)}>
          <span class="ml-1.5 text-xs font-normal text-muted">
            {t(props.field === 'ordered_at' ? 'import.needed' : 'import.oneOfTwo')}
          </span>
        </Show>
      </th>
      <td class="lg:py-1.5 lg:pr-4">
        <Select
          class="w-full lg:w-60"
          label={`${name()}: ${t('import.column')}`}
          value={column() ?? ''}
          choices={choices()}
          onChange={props.onColumn}
        />
      </td>
      <td class="lg:py-1.5 lg:pr-4 text-sm text-muted whitespace-nowrap">
        <Why proposal={proposal()} />
      </td>
      <td class="lg:py-1.5 text-sm text-muted lg:w-full lg:max-w-0">
        <bdi class="block truncate">{samplesOf(props.file, column())}</bdi>
      </td>
    </tr>
  )
}

function FieldTable(props: MappingProps & { readonly fields: readonly CanonicalField[] }) {
  const t = useText()
  // An empty column takes the field out.
  const choose = (field: CanonicalField, column: string) =>
    props.onChange({ ...props.options, mapping: { ...props.options.mapping, [field]: column } })
  return (
    <table class="w-full text-base lt-lg:block">
      <caption class="visually-hidden">{t('import.mapping')}</caption>
      <thead class="lt-lg:visually-hidden">
        <tr class="text-left text-sm text-muted">
          <th class="font-medium py-1 pr-4">{t('import.field')}</th>
          <th class="font-medium py-1 pr-4">{t('import.column')}</th>
          <th class="font-medium py-1 pr-4">{t('import.why')}</th>
          <th class="font-medium py-1">{t('import.samples')}</th>
        </tr>
      </thead>
      <tbody class="lt-lg:block">
        <For each={props.fields}>
          {(field) => (
            <FieldRow file={props.file} field={field} onColumn={(column) => choose(field, column)} />
          )}
        </For>
      </tbody>
    </table>
  )
}

/** The columns of a known layout, and the way to choose them by hand where it was recognised wrongly or not at all. */
function UsedColumns(props: MappingProps) {
  const t = useText()
  const used = () => CANONICAL_FIELDS.filter((field) => props.file.mapping[field] !== undefined)
  const byHand = () => props.file.kind === 'orders' || props.file.source === 'unknown'
  return (
    <>
      <Show when={used().length > 0}>
        <details>
          <summary class="text-sm font-medium py-1">{t('import.usedColumns')}</summary>
          <dl class="mt-2 grid grid-cols-[max-content_1fr] gap-x-6 gap-y-1 text-sm">
            <For each={used()}>
              {(field) => (
                <>
                  <dt class="text-muted">{t(`import.field_${field}`)}</dt>
                  <dd>
                    <bdi>{props.file.mapping[field]}</bdi>
                  </dd>
                </>
              )}
            </For>
          </dl>
        </details>
      </Show>
      <Show when={byHand() && props.options.source !== 'table'}>
        <Button
          size="sm"
          class="self-start"
          onClick={() => props.onChange({ ...props.options, source: 'table' })}
        >
          {t('import.mapByHand')}
        </Button>
      </Show>
    </>
  )
}

/** Which column of a file is which field: proposed with the reason and samples, changed by a select. */
export function Mapping(props: MappingProps) {
  const t = useText()
  const isShown = (field: CanonicalField) => NEEDED.has(field) || props.file.mapping[field] !== undefined
  const byHand = () => props.file.source === 'unknown' && props.options.source === 'table'
  const more = () => CANONICAL_FIELDS.filter((field) => !isShown(field))
  return (
    <Show when={props.open || byHand()} fallback={<UsedColumns {...props} />}>
      <div class="flex flex-col gap-2">
        <h4 class="section-title">{t('import.mapping')}</h4>
        <p class="text-muted max-w-[80ch]">{t('import.mappingDetail')}</p>
        <FieldTable {...props} fields={CANONICAL_FIELDS.filter(isShown)} />
        <Show when={more().length > 0}>
          <details>
            <summary class="text-sm font-medium py-1">{t('import.moreFields', { n: more().length })}</summary>
            <FieldTable {...props} fields={more()} />
          </details>
        </Show>
        <p class="hint">{t('import.mappingShared')}</p>
      </div>
    </Show>
  )
}
