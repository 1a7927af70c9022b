import { For, Show, createSignal } from 'solid-js'
import { erasePerson, exportPerson, findPeople, retainPeople } from '../../api/privacy.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Checkbox, Field, TextInput } from '../../ui/field.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useText } from '../../ui/text/text.tsx'
import { useShop } from '../shop.tsx'
import { copiesAgain } from './data.ts'
import { Section } from './section.tsx'

interface Person {
  readonly customer_id: number
  readonly name: string
}

const nameOf = (row: Readonly<Record<string, unknown>>): Person => ({
  customer_id: Number(row['customer_id']),
  name: String(row['name'] ?? row['email'] ?? row['phone'] ?? row['platform_id'] ?? row['customer_id']),
})

/** Calls that tell their failures as notices. */
function createTold() {
  const t = useText()
  const notices = useNotices()
  const shop = useShop()
  const [busy, setBusy] = createSignal(false)
  const run: typeof shop.client.run = async (operation, input) => {
    setBusy(true)
    const outcome = await shop.client.run(operation, input)
    setBusy(false)
    if (!outcome.ok)
      notices.show({
        tone: 'bad',
        title: t(`problems.${outcome.failure.code}`),
        detail: outcome.failure.detail,
      })
    return outcome
  }
  return { busy, run, notices }
}

function EraseDialog(props: {
  readonly person: Person | undefined
  readonly onClose: () => void
  readonly onErase: (person: Person) => void
}) {
  const t = useText()
  const [sure, setSure] = createSignal(false)
  const close = () => {
    setSure(false)
    props.onClose()
  }
  const erase = (person: Person) => {
    setSure(false)
    props.onErase(person)
  }
  return (
    <Dialog
      open={props.person !== undefined}
      onClose={close}
      size="sm"
      title={t('safety.personEraseTitle', { name: props.person?.name ?? '' })}
      actions={
        <Show when={props.person}>
          {(person) => (
            <>
              <Button onClick={close}>{t('parts.cancel')}</Button>
              <Button look="danger" disabled={!sure()} onClick={() => erase(person())}>
                {t('safety.personErase')}
              </Button>
            </>
          )}
        </Show>
      }
    >
      <div class="flex flex-col gap-3">
        <p>{t('safety.personEraseWhat')}</p>
        <Checkbox label={t('safety.personEraseCheck')} checked={sure()} onChange={setSure} />
      </div>
    </Dialog>
  )
}

const FILE = 'person'

function Found(props: { readonly person: Person; readonly onErase: () => void }) {
  const t = useText()
  const told = createTold()
  const { customer_id } = props.person
  const give = async (format: 'json' | 'csv') => {
    const outcome = await told.run(exportPerson, { customer_id, format })
    if (!outcome.ok) return
    if ('files' in outcome.value)
      for (const { name, text } of outcome.value.files)
        saveFile(`${FILE}-${customer_id}-${name}`, new Blob([text], { type: 'text/csv' }))
    else
      saveFile(
        `${FILE}-${customer_id}.json`,
        new Blob([JSON.stringify(outcome.value, null, 2)], { type: 'application/json' }),
      )
  }
  return (
    <li class="flex flex-wrap items-center gap-2 py-2 border-b border-line last:border-b-0">
      <bdi class="grow min-w-40 font-medium break-words">{props.person.name}</bdi>
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

/** How many have not ordered for so long, and their erasure. */
function Retention() {
  const t = useText()
  const told = createTold()
  const [months, setMonths] = createSignal('36')
  const [people, setPeople] = createSignal<number>()
  const ask = async (apply: boolean) => {
    const outcome = await told.run(retainPeople, { months: Number(months()), apply })
    if (!outcome.ok) return
    setPeople(apply ? undefined : outcome.value.people)
    if (!apply) return
    told.notices.show({ tone: 'good', title: t('safety.retentionDone', { count: outcome.value.people }) })
    await copiesAgain()
  }
  return (
    <div class="flex flex-col gap-2">
      <h3 class="font-medium">{t('safety.retention')}</h3>
      <div class="flex flex-wrap items-end gap-2">
        <Field label={t('safety.retentionMonths')} class="w-48">
          {(attributes) => (
            <TextInput {...attributes} type="number" min="1" max="600" value={months()} onInput={setMonths} />
          )}
        </Field>
        <Button busy={told.busy()} onClick={() => void ask(false)}>
          {t('safety.retentionPreview')}
        </Button>
        <Show when={people()}>
          <Button look="danger" busy={told.busy()} onClick={() => void ask(true)}>
            {t('safety.retentionApply')}
          </Button>
        </Show>
      </div>
      <Show when={people() !== undefined}>
        <p role="status">{t('safety.retentionWould', { count: people() ?? 0 })}</p>
      </Show>
    </div>
  )
}

/** What a customer may ask for: their data, or to be erased; and the rule for those who came no more. */
export function PeoplePart() {
  const t = useText()
  const told = createTold()
  const [text, setText] = createSignal('')
  const [found, setFound] = createSignal<readonly Person[]>()
  const [leaving, setLeaving] = createSignal<Person>()
  const find = async () => {
    const outcome = await told.run(findPeople, { text: text() })
    if (outcome.ok) setFound(outcome.value.items.map(nameOf))
  }
  const erase = async ({ customer_id }: Person) => {
    setLeaving(undefined)
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
        <Button type="submit" busy={told.busy()}>
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
          </Show>
        )}
      </Show>
      <Retention />
      <EraseDialog
        person={leaving()}
        onClose={() => setLeaving(undefined)}
        onErase={(person) => void erase(person)}
      />
    </Section>
  )
}
