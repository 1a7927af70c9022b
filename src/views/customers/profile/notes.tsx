import { For, Show, createSignal } from 'solid-js'
import { addNote, removeNote } from '../../../api/customer-links.ts'
import type { CustomerProfile } from '../../../api/customers-schemas.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { useNotices } from '../../../ui/notices.tsx'
import { useFormat, useText } from '../../../ui/text/text.tsx'
import { TitledCard } from '../../../ui/titled-card.tsx'
import { useShop } from '../../shop.tsx'

type Note = CustomerProfile['notes'][number]

/** The notes of a customer with those that were added and taken off since they were read. */
function createNotes(customer: () => CustomerProfile) {
  const t = useText()
  const notices = useNotices()
  const { client } = useShop()
  const [added, setAdded] = createSignal<readonly Note[]>([])
  const [gone, setGone] = createSignal<ReadonlySet<string>>(new Set())
  const add = async (text: string): Promise<boolean> => {
    const outcome = await client.run(addNote, { customer_id: customer().customer_id, text })
    if (outcome.ok) setAdded([outcome.value, ...added()])
    else notices.show({ tone: 'bad', title: t('customers.notSaved'), detail: outcome.failure.detail })
    return outcome.ok
  }
  const remove = async (note: Note) => {
    const outcome = await client.run(removeNote, { id: note.id })
    if (!outcome.ok) return
    setGone(new Set([...gone(), note.id]))
    notices.show({ title: t('customers.noteRemoved'), undo: () => void add(note.text) })
  }
  const notes = () => {
    const read = customer().notes.filter(({ id }) => !added().some((note) => note.id === id))
    return [...added(), ...read].filter(({ id }) => !gone().has(id))
  }
  return { notes, add, remove }
}

function NewNote(props: { readonly onAdd: (text: string) => Promise<boolean> }) {
  const t = useText()
  const [text, setText] = createSignal('')
  const submit = async (event: Event) => {
    event.preventDefault()
    if (text().trim() !== '' && (await props.onAdd(text()))) setText('')
  }
  return (
    <form class="flex flex-col gap-2" onSubmit={(event) => void submit(event)}>
      <textarea
        class="control h-auto w-full py-2 resize-y"
        rows={2}
        maxlength={4000}
        aria-label={t('customers.newNote')}
        placeholder={t('customers.noteHint')}
        value={text()}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" size="sm" class="self-start" disabled={text().trim() === ''}>
        {t('customers.addNote')}
      </Button>
    </form>
  )
}

/** Remarks on a customer: read, add, delete (with undo). */
export function Notes(props: { readonly customer: CustomerProfile }) {
  const t = useText()
  const format = useFormat()
  const { notes, add, remove } = createNotes(() => props.customer)
  return (
    <TitledCard id="notes" title={t('customers.notes')}>
      <Show when={notes().length > 0}>
        <ul class="flex flex-col gap-3">
          <For each={notes()}>
            {(note) => (
              <li class="flex items-start gap-2">
                <div class="grow min-w-0">
                  <p class="whitespace-pre-wrap break-words">{note.text}</p>
                  <p class="hint">{format().instant(note.at)}</p>
                </div>
                <IconButton
                  size="sm"
                  icon="i-lucide-trash-2"
                  label={t('customers.removeNote')}
                  onClick={() => void remove(note)}
                />
              </li>
            )}
          </For>
        </ul>
      </Show>
      <NewNote onAdd={add} />
    </TitledCard>
  )
}
