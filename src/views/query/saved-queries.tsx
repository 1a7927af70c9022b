import { For, Show, Suspense, createSignal } from 'solid-js'
import { Button, IconButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useText } from '../../ui/text/text.tsx'
import { createSaved, createSaving } from './data.ts'
import type { SavedQuery } from './data.ts'
import { draft } from './draft.ts'

/** What the name dialog names: a new query, or one that is there. */
type Naming = { readonly kind: 'new' } | { readonly kind: 'old'; readonly saved: SavedQuery }

function NameDialog(props: {
  readonly naming: Naming | undefined
  readonly onClose: () => void
  readonly onName: (name: string) => void
}) {
  const t = useText()
  const [typed, setTyped] = createSignal<string>()
  const [tried, setTried] = createSignal(false)
  const name = () => typed() ?? (props.naming?.kind === 'old' ? props.naming.saved.name : '')
  const close = () => {
    setTyped(undefined)
    setTried(false)
    props.onClose()
  }
  const submit = (event?: Event) => {
    event?.preventDefault()
    setTried(true)
    const given = name().trim()
    if (given === '') return
    props.onName(given)
    close()
  }
  return (
    <Dialog
      open={props.naming !== undefined}
      onClose={close}
      size="sm"
      title={props.naming?.kind === 'old' ? t('query.renameTitle') : t('query.saveTitle')}
      actions={
        <>
          <Button onClick={close}>{t('parts.cancel')}</Button>
          <Button look="primary" onClick={() => submit()}>
            {t('query.save')}
          </Button>
        </>
      }
    >
      <form onSubmit={submit}>
        <Field
          label={t('query.name')}
          error={tried() && name().trim() === '' ? t('query.nameNeeded') : undefined}
        >
          {(attributes) => (
            <TextInput
              {...attributes}
              class="w-full"
              autofocus
              maxlength={100}
              value={name()}
              onInput={setTyped}
            />
          )}
        </Field>
      </form>
    </Dialog>
  )
}

function Row(props: {
  readonly saved: SavedQuery
  readonly onOpen: () => void
  readonly onRename: () => void
  readonly onRemove: () => void
}) {
  const t = useText()
  return (
    <li class="flex items-center gap-1">
      <button
        type="button"
        class="menu-item min-w-0"
        aria-label={t('query.open', { name: props.saved.name })}
        onClick={() => props.onOpen()}
      >
        <bdi class="truncate">{props.saved.name}</bdi>
      </button>
      <IconButton
        size="sm"
        icon="i-lucide-pencil"
        label={t('query.rename', { name: props.saved.name })}
        onClick={() => props.onRename()}
      />
      <IconButton
        size="sm"
        icon="i-lucide-trash-2"
        label={t('query.remove', { name: props.saved.name })}
        onClick={() => props.onRemove()}
      />
    </li>
  )
}

/** Queries kept under a name: open, save, rename, delete (with undo). */
export function SavedQueries(props: { readonly onOpen: (sql: string) => void }) {
  const t = useText()
  const notices = useNotices()
  const saved = createSaved()
  const saving = createSaving()
  const [naming, setNaming] = createSignal<Naming>()
  const tell = (ok: boolean) =>
    notices.show(
      ok ? { tone: 'good', title: t('query.savedNow') } : { tone: 'bad', title: t('query.savedFailed') },
    )
  const keep = async (name: string) => {
    const what = naming()
    tell(
      await (what?.kind === 'old'
        ? saving.change(what.saved.id, name, what.saved.sql)
        : saving.add(name, draft())),
    )
  }
  const remove = async ({ id, name, sql }: SavedQuery) => {
    if (await saving.remove(id))
      notices.show({ title: t('query.removed'), detail: name, undo: () => void saving.add(name, sql) })
  }
  return (
    <section class="flex flex-col gap-2" aria-labelledby="saved">
      <div class="flex items-center gap-2">
        <h2 id="saved" class="section-title grow">
          {t('query.saved')}
        </h2>
        <Button
          size="sm"
          icon="i-lucide-save"
          disabled={draft().trim() === ''}
          onClick={() => setNaming({ kind: 'new' })}
        >
          {t('query.saveAs')}
        </Button>
      </div>
      <Suspense fallback={<Skeleton class="h-8" />}>
        <Show when={(saved.latest ?? []).length > 0} fallback={<p class="hint">{t('query.savedEmpty')}</p>}>
          <ul class="flex flex-col">
            <For each={saved.latest}>
              {(each) => (
                <Row
                  saved={each}
                  onOpen={() => props.onOpen(each.sql)}
                  onRename={() => setNaming({ kind: 'old', saved: each })}
                  onRemove={() => void remove(each)}
                />
              )}
            </For>
          </ul>
        </Show>
      </Suspense>
      <NameDialog naming={naming()} onClose={() => setNaming(undefined)} onName={(name) => void keep(name)} />
    </section>
  )
}
