import { For, Show, Suspense, createSignal } from 'solid-js'
import { createWorkspace, openWorkspaceById, removeWorkspace, renameWorkspace } from '../../api/workspaces.ts'
import type { Outcome } from '../../model/outcome.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { FailureCard } from '../../ui/failure-card.tsx'
import { useFailureNotice } from '../../ui/failure-notice.ts'
import { useNotices } from '../../ui/notices.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { useShop } from '../shop.tsx'
import { createWorkspaces, workspacesAgain } from './data.ts'
import type { WorkspaceEntry } from './data.ts'
import { NameDialog } from '../../ui/name-dialog.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { Section } from './section.tsx'

/** What can be done with workspaces; each change is told and has the list read again. */
function createChanges() {
  const t = useText()
  const notices = useNotices()
  const tellFailure = useFailureNotice()
  const { client } = useShop()
  const settle = async <Value,>(outcome: Outcome<Value>, said?: (value: Value) => string) => {
    if (!outcome.ok) tellFailure(outcome.failure)
    else if (said) notices.show({ tone: 'good', title: said(outcome.value) })
    await workspacesAgain()
  }
  const open = async (id: string) =>
    settle(await client.run(openWorkspaceById, { id }), ({ name }) => t('settings.opened', { name }))
  return {
    open,
    create: async (name: string) => {
      const made = await client.run(createWorkspace, { name })
      return made.ok ? open(made.value.id) : settle(made)
    },
    rename: async (id: string, name: string) => settle(await client.run(renameWorkspace, { id, name })),
    remove: async ({ id, name }: WorkspaceEntry) =>
      settle(await client.run(removeWorkspace, { id }), () => t('settings.removed', { name })),
  }
}

interface RowProps {
  readonly workspace: WorkspaceEntry
  readonly current: boolean
  readonly onOpen: () => void
  readonly onRename: () => void
  readonly onRemove: () => void
}

function Row(props: RowProps) {
  const t = useText()
  const shop = useShop()
  const format = useFormat()
  const name = () => props.workspace.name
  return (
    <li class="flex flex-wrap items-center gap-x-3 gap-y-2 py-3 border-b border-line last:border-b-0">
      <div class="grow min-w-40 flex flex-col gap-0.5">
        <p class="font-medium break-words">
          <bdi>{name()}</bdi>
          <Show when={props.workspace.demo}>
            <span class="ml-2 text-xs font-normal text-muted">{t('settings.demo')}</span>
          </Show>
        </p>
        <Show when={props.workspace.opened_at >= props.workspace.created_at}>
          <p class="hint">{t('settings.openedAt', { when: format().instant(props.workspace.opened_at) })}</p>
        </Show>
      </div>
      <Show
        when={!props.current}
        fallback={
          <span
            class={`text-sm inline-flex items-center gap-1.5 px-2 ${shop.locked() ? 'text-muted' : 'text-good'}`}
          >
            <span class={shop.locked() ? 'i-lucide-lock' : 'i-lucide-check'} aria-hidden="true" />
            {shop.locked() ? t('settings.currentLocked') : t('settings.current')}
          </span>
        }
      >
        <Button
          size="sm"
          aria-label={t('settings.openNamed', { name: name() })}
          onClick={() => props.onOpen()}
        >
          {t('settings.open')}
        </Button>
      </Show>
      <span class="inline-flex gap-1">
        <IconButton
          size="sm"
          icon="i-lucide-pencil"
          label={t('settings.renameNamed', { name: name() })}
          onClick={() => props.onRename()}
        />
        <IconButton
          size="sm"
          icon="i-lucide-trash-2"
          label={t('settings.removeNamed', { name: name() })}
          onClick={() => props.onRemove()}
        />
      </span>
    </li>
  )
}

interface ListProps {
  readonly onOpen: (id: string) => void
  readonly onRename: (workspace: WorkspaceEntry) => void
  readonly onRemove: (workspace: WorkspaceEntry) => void
}

function List(props: ListProps) {
  const answer = createWorkspaces()
  const list = () => {
    const outcome = answer.latest
    return outcome?.ok ? outcome.value : undefined
  }
  const fault = () => {
    const outcome = answer.latest
    return outcome && !outcome.ok ? outcome.failure : undefined
  }
  return (
    <Suspense fallback={<Skeleton class="h-12" count={2} />}>
      <Show when={fault()}>{(found) => <FailureCard code={found().code} detail={found().detail} />}</Show>
      <ul class="flex flex-col">
        <For each={list()?.items}>
          {(workspace) => (
            <Row
              workspace={workspace}
              current={workspace.id === list()?.current}
              onOpen={() => props.onOpen(workspace.id)}
              onRename={() => props.onRename(workspace)}
              onRemove={() => props.onRemove(workspace)}
            />
          )}
        </For>
      </ul>
    </Suspense>
  )
}

/** The workspaces of this device: open, create, rename, delete. */
export function WorkspacesPart() {
  const t = useText()
  const changes = createChanges()
  const [naming, setNaming] = createSignal<WorkspaceEntry | 'new'>()
  const [leaving, setLeaving] = createSignal<WorkspaceEntry>()
  const named = () => {
    const what = naming()
    return typeof what === 'object' ? what : undefined
  }
  const name = (given: string) => {
    const known = named()
    void (known ? changes.rename(known.id, given) : changes.create(given))
  }
  return (
    <Section
      title={t('settings.workspaces')}
      hint={t('settings.workspacesHint')}
      action={
        <Button icon="i-lucide-plus" onClick={() => setNaming('new')}>
          {t('settings.create')}
        </Button>
      }
    >
      <List onOpen={(id) => void changes.open(id)} onRename={setNaming} onRemove={setLeaving} />
      <NameDialog
        open={naming() !== undefined}
        title={named() ? t('settings.rename') : t('settings.createTitle')}
        label={t('settings.name')}
        hint={t('settings.nameHint')}
        save={t('settings.save')}
        start={named()?.name}
        onClose={() => setNaming(undefined)}
        onName={name}
      />
      <RemoveDialog
        workspace={leaving()}
        onClose={() => setLeaving(undefined)}
        onRemove={(workspace) => void changes.remove(workspace)}
      />
    </Section>
  )
}
