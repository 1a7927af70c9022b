import { For, Show } from 'solid-js'
import type { ChangeKind } from '../../../analytics/scenario/scenario.ts'
import { IconButton } from '../../../ui/button.tsx'
import { Field, TextInput } from '../../../ui/field.tsx'
import { Select } from '../../../ui/select.tsx'
import { useText } from '../../../ui/text/text.tsx'
import type { Translate } from '../../../ui/text/translate.ts'
import { FIELDS, faultsOf, KINDS, startChange, type TypedChange } from './draft.ts'

/** The name of a field: some mean another thing in another kind of change. */
function labelOf(t: Translate, kind: ChangeKind, name: string): string {
  if (name === 'share') return t(kind === 'stock_out' ? 'outlook.lost' : 'outlook.share')
  if (name === 'percent') return t(kind === 'last_year' ? 'outlook.lastYearPercent' : 'outlook.percent')
  if (name === 'elasticity') return t(kind === 'spend' ? 'outlook.spendElasticity' : 'outlook.elasticity')
  return t(
    `outlook.${name as 'from' | 'to' | 'uplift' | 'discount' | 'past' | 'expected' | 'moved' | 'before' | 'after'}`,
  )
}

const HINTS: Partial<Record<ChangeKind, 'elasticityHint' | 'spendHint'>> = {
  price: 'elasticityHint',
  spend: 'spendHint',
}

export interface ChangeFormProps {
  readonly change: TypedChange
  readonly tried: boolean
  readonly onChange: (change: TypedChange) => void
  readonly onRemove: () => void
}

/** One supposition: its kind and its fields. */
export function ChangeForm(props: ChangeFormProps) {
  const t = useText()
  const text = (name: string) => props.change.texts[name] ?? ''
  const type = (name: string, value: string) =>
    props.onChange({ ...props.change, texts: { ...props.change.texts, [name]: value } })
  const fault = (name: string) => {
    const found = props.tried ? faultsOf(props.change)[name] : undefined
    return found && t(`outlook.${found}`)
  }
  const hint = () => HINTS[props.change.kind]
  return (
    <li class="border border-line rounded-card p-3 flex flex-col gap-3">
      <div class="flex items-end gap-2">
        <Field label={t('outlook.kind')} class="grow">
          {(attributes) => (
            <Select
              {...attributes}
              value={props.change.kind}
              choices={KINDS.map((value) => ({ value, label: t(`outlook.kind_${value}`) }))}
              onChange={(kind) => props.onChange(startChange(kind, text('from'), text('to')))}
            />
          )}
        </Field>
        <IconButton
          icon="i-lucide-trash-2"
          label={t('outlook.removeChange')}
          onClick={() => props.onRemove()}
        />
      </div>
      <div class="grid grid-cols-2 lt-lg:grid-cols-1 gap-3">
        <For each={FIELDS[props.change.kind]}>
          {(rule) => (
            <Field label={labelOf(t, props.change.kind, rule.name)} error={fault(rule.name)}>
              {(attributes) => (
                <TextInput
                  {...attributes}
                  type={rule.bounds ? 'text' : 'date'}
                  inputmode={rule.bounds ? 'decimal' : undefined}
                  value={text(rule.name)}
                  onInput={(value) => type(rule.name, value)}
                />
              )}
            </Field>
          )}
        </For>
      </div>
      <Show when={hint()}>{(key) => <p class="hint text-pretty">{t(`outlook.${key()}`)}</p>}</Show>
    </li>
  )
}
