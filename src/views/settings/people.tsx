import { For, Show, createSignal } from 'solid-js'
import { erasePerson, exportPerson, findPeople } from '../../api/privacy.ts'
import { Button } from '../../ui/button.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { copiesAgain } from './data.ts'
import { EraseDialog } from './erase-dialog.tsx'
import { Retention } from './retention.tsx'
import { Section } from './section.tsx'
import { createAsking } from './asking.ts'

interface Person {
  readonly customer_id: number
  readonly name: string
  /** What else they are known by, so that two of one name are told apart. */
  readonly known: readonly string[]
  readonly last_day: string | null
}

/** As many as are looked up. */
const MOST = 20

const KNOWN_BY = ['name', 'email', 'phone', 'platform_id'] as const

function personOf(row: Readonly<Record<string, unknown>>): Person {
  const [name, ...known] = KNOWN_BY.flatMap((key) => (row[key] ? [String(row[key])] : []))
  return {
    customer_id: Number(row['customer_id']),
    name: name ?? String(row['identity'] ?? row['customer_id']),
    known,
    last_day: typeof row['last_day'] === 'string' ? row['last_day'] : null,
  }
}

/** E-mail, phone, number, and when they last ordered. */
function Marks(props: { readonly person: Person }) {
  const t = useText()
  const format = useFormat()
  const last = () =>
    props.person.last_day === null
      ? t('safety.personNever')
      : t('safety.personLast', { day: format().day(props.person.last_day) })
  return <span class="hint break-words">{[...props.person.known, last()].join(' · ')}</span>
}

const FILE = 'person'

const hasRows = ({ text }: { readonly text: string }): boolean => text.trim() !== ''

function Found(props: { readonly person: Person; readonly onErase: () => void }) {
  const t = useText()
  const told = createAsking()
  const { customer_id } = props.person
  const give = async (format: 'json' | 'csv') => {
    const outcome = await told.run(exportPerson, { customer_id, format })
    if (!outcome.ok) return
    if (!('files' in outcome.value)) {
      const text = JSON.stringify(outcome.value, null, 2)
      return saveFile(`${FILE}-${customer_id}.json`, new Blob([text], { type: 'application/json' }))
    }
    // Tables of which there is nothing are no files.
    for (const { name, text } of outcome.value.files.filter(hasRows))
      saveFile(`${FILE}-${customer_id}-${name}`, new Blob([text], { type: 'text/csv' }))
  }
  return (
    <li class="flex flex-wrap items-center gap-2 py-2 border-b border-line last:border-b-0">
      <p class="grow min-w-40 lt-lg:basis-full flex flex-col">
        <bdi class="font-medium break-words">{props.person.name}</bdi>
        <Marks person={props.person} />
      </p>
      <Button size="sm" busy={told.busy()} onClick={() => void give('json')}>
        {t('safety.personJson')}
      </Button>
      <Button size="sm" busy={told.busy()} onClick={() => void give('csv')}>
        {t('safety.personCsv')}
      </Button>
      <Button size="sm" look="danger" onClick={() => props.onErase()}>
        {t('safety.personErase')}
      </Button>
    </li>
  )
}

/** Who was looked for and found, and their erasure. */
function createPeople() {
  const t = useText()
  const told = createAsking()
  const [text, setText] = createSignal('')
  const [found, setFound] = createSignal<readonly Person[]>()
  const [leaving, setLeaving] = createSignal<Person>()
  const find = async () => {
    const outcome = await told.run(findPeople, { text: text() })
    if (outcome.ok) setFound(outcome.value.items.map(personOf))
  }
  const erase = async () => {
    const person = leaving()
    setLeaving(undefined)
    if (!person) return
    const { customer_id } = person
    const outcome = await told.run(erasePerson, { customer_id })
    if (!outcome.ok) return
    setText('')
    setFound(undefined)
    told.notices.show({
      tone: 'good',
      title: t('safety.personErased'),
      detail: t('safety.personErasedDetail'),
    })
    await copiesAgain()
  }
  return { busy: told.busy, text, setText, found, find, leaving, setLeaving, erase }
}

/** What a customer may ask for: their data, or to be erased; and the rule for those who came no more. */
export function PeoplePart() {
  const t = useText()
  const { busy, text, setText, found, find, leaving, setLeaving, erase } = createPeople()
  return (
    <Section title={t('safety.people')} hint={t('safety.peopleWhat')}>
      <form
        class="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (text().trim() !== '') void find()
        }}
      >
        <Field label={t('safety.person')} class="grow min-w-60">
          {(attributes) => <TextInput {...attributes} autocomplete="off" value={text()} onInput={setText} />}
        </Field>
        <Button type="submit" busy={busy()}>
          {t('safety.personFind')}
        </Button>
      </form>
      <Show when={found()}>
        {(people) => (
          <Show when={people().length > 0} fallback={<p role="status">{t('safety.personNone')}</p>}>
            <ul class="flex flex-col">
              <For each={people()}>
                {(person) => <Found person={person} onErase={() => setLeaving(person)} />}
              </For>
            </ul>
            <Show when={people().length >= MOST}>
              <p class="hint">{t('safety.personMany')}</p>
            </Show>
          </Show>
        )}
      </Show>
      <Retention />
      <EraseDialog
        open={leaving() !== undefined}
        title={t('safety.personEraseTitle', { name: leaving()?.name ?? '' })}
        who={<Show when={leaving()}>{(person) => <Marks person={person()} />}</Show>}
        what={t('safety.personEraseWhat')}
        action={t('safety.personErase')}
        onClose={() => setLeaving(undefined)}
        onErase={() => void erase()}
      />
    </Section>
  )
}
