import { Match, Switch, createSignal } from 'solid-js'
import { Field, TextInput } from '../../ui/field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import { useText } from '../../ui/text/text.tsx'
import { type Level, levelOf, type Question } from './address.ts'
import type { Subjects } from './subjects.ts'

const LEVELS = ['shop', 'category', 'product'] as const
/** So many products are offered at once; the rest are found by typing. */
const OFFERED = 50

interface SubjectChoiceProps {
  readonly question: Question
  readonly subjects: Subjects
  readonly onChange: (subject: { readonly product_id?: string; readonly category?: string }) => void
}

const folded = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** A product by typing a part of its name. */
function ProductChoice(props: SubjectChoiceProps) {
  const t = useText()
  const [typed, setTyped] = createSignal('')
  const choices = () => {
    const wanted = folded(typed().trim())
    const found = props.subjects
      .products()
      .filter((one) => folded(`${one.title ?? ''} ${one.product_id}`).includes(wanted))
      .slice(0, OFFERED)
    const chosen = props.subjects.products().find((one) => one.product_id === props.question.product_id)
    const all = chosen && !found.includes(chosen) ? [chosen, ...found] : found
    return all.map(({ product_id, title }) => ({ value: product_id, label: title ?? product_id }))
  }
  return (
    <>
      <Field label={t('span.findProduct')} class="w-44 lt-lg:w-full">
        {(attributes) => <TextInput {...attributes} type="search" value={typed()} onInput={setTyped} />}
      </Field>
      <Field label={t('span.product')} class="w-64 lt-lg:w-full">
        {(attributes) => (
          <Select
            {...attributes}
            value={props.question.product_id ?? ''}
            choices={choices()}
            onChange={(product_id) => props.onChange({ product_id })}
          />
        )}
      </Field>
    </>
  )
}

/** The whole shop, one category or one product. */
export function SubjectChoice(props: SubjectChoiceProps) {
  const t = useText()
  const level = () => levelOf(props.question)
  const choose = (next: Level) => {
    const product_id = props.subjects.products()[0]?.product_id
    const category = props.subjects.categories()[0]
    if (next === 'shop') props.onChange({})
    if (next === 'category' && category !== undefined) props.onChange({ category })
    if (next === 'product' && product_id !== undefined) props.onChange({ product_id })
  }
  const levels = () => LEVELS.filter((one) => one !== 'category' || props.subjects.categories().length > 0)
  return (
    <>
      <div class="flex flex-col items-start gap-1.5">
        <span class="label">{t('span.level')}</span>
        <Segmented
          label={t('span.level')}
          value={level()}
          choices={levels().map((value) => ({ value, label: t(`span.level_${value}`) }))}
          onChange={choose}
        />
      </div>
      <Switch>
        <Match when={level() === 'category'}>
          <Field label={t('span.category')} class="w-52 lt-lg:w-full">
            {(attributes) => (
              <Select
                {...attributes}
                value={props.question.category ?? ''}
                choices={props.subjects.categories().map((value) => ({ value, label: value }))}
                onChange={(category) => props.onChange({ category })}
              />
            )}
          </Field>
        </Match>
        <Match when={level() === 'product'}>
          <ProductChoice {...props} />
        </Match>
      </Switch>
    </>
  )
}
