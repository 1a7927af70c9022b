import { For, Show, Suspense, createSignal } from 'solid-js'
import { Button, IconButton } from '../../ui/button.tsx'
import { NameDialog } from '../../ui/name-dialog.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useText } from '../../ui/text/text.tsx'
import { createSaved, createSaving } from './data.ts'
import type { SavedQuery } from './data.ts'
import { draft } from './draft.ts'

/** What the name dialog names: a new query, or one that is there. */
type Naming = { readonly kind: 'new' } | { readonly kind: 'old'; readonly saved: SavedQuery }

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

/** Keeping, naming and deleting of queries, with their words. */
function createKeeping() {
  const t = useText()
  const notices = useNotices()
  const saving = createSaving()
  const [naming, setNaming] = createSignal<Naming>()
  const old = () => {
    const what = naming()
    return what?.kind === 'old' ? what.saved : undefined
  }
  const tell = (ok: boolean) =>
    notices.show(
      ok ? { tone: 'good', title: t('query.savedNow') } : { tone: 'bad', title: t('query.savedFailed') },
    )
  const keep = async (name: string) => {
    const known = old()
    tell(await (known ? saving.change(known.id, name, known.sql) : saving.add(name, draft())))
  }
  const remove = async ({ id, name, sql }: SavedQuery) => {
    if (await saving.remove(id))
      notices.show({ title: t('query.removed'), detail: name, undo: () => void saving.add(name, sql) })
  }
  return { naming, setNaming, old, keep, remove }
}

/** Queries kept under a name: open, save, rename, delete (with undo). */
export function SavedQueries(props: { readonly onOpen: (sql: string) => void }) {
  const t = useText()
  const saved = createSaved()
  const { naming, setNaming, old, keep, remove } = createKeeping()
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
      <NameDialog
        open={naming() !== undefined}
        title={old() ? t('query.renameTitle') : t('query.saveTitle')}
        label={t('query.name')}
        save={t('query.save')}
        start={old()?.name}
        onClose={() => setNaming(undefined)}
        onName={(name) => void keep(name)}
      />
    </section>
  )
}
