import { For, Match, Show, Switch, createResource, createSignal } from 'solid-js'
import { exportWorkspaceFile, personalColumnsOf } from '../../api/workspace-files.ts'
import type { Failure } from '../../model/outcome.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureCard } from '../../ui/failure-card.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useFormat, useText } from '../../ui/text/text.tsx'
import type { TextKey } from '../../ui/text/translate.ts'
import { useShop } from '../shop.tsx'
import { exportedAgain } from './data.ts'
import type { WorkspaceEntry } from './data.ts'
import { createFileWork } from './file-work.ts'
import { isTooWeak } from './lock-change.ts'
import { SignChoice } from './signature.tsx'
import { NewPassword } from './new-password.tsx'

interface ExportDialogProps {
  readonly workspace: WorkspaceEntry | undefined
  readonly onClose: () => void
}

const KINDS = ['full', 'redacted', 'viewer'] as const
type Kind = (typeof KINDS)[number]

interface Choice {
  readonly kind: Kind
  readonly password: string
  readonly sign: boolean
}

const nameOfColumn = (column: string): TextKey => `files.col_${column.replace('.', '_')}` as TextKey

/** The personal columns that would leave, each with how many rows say something in it. */
function Leaving(props: { readonly workspace: string; readonly kind: Kind }) {
  const t = useText()
  const { client } = useShop()
  const [found] = createResource(
    () => ({ id: props.workspace, kind: props.kind }),
    (asked) => client.run(personalColumnsOf, asked),
  )
  const columns = () => {
    const outcome = found()
    return outcome?.ok ? outcome.value.personal : []
  }
  // What could not be looked at must not be told as nothing.
  const failed = () => {
    const outcome = found()
    return outcome && !outcome.ok ? outcome.failure : undefined
  }
  return (
    <section class="flex flex-col gap-1.5" aria-label={t('files.personal')}>
      <h3 class="label">{t('files.personal')}</h3>
      <Switch>
        <Match when={found.loading}>
          <p class="hint" role="status">
            {t('files.personalWait')}
          </p>
        </Match>
        <Match when={failed()}>
          {(failure) => <FailureCard code={failure().code} detail={failure().detail} />}
        </Match>
        <Match when={columns().length === 0}>
          <p>{t('files.personalNone')}</p>
        </Match>
        <Match when={columns().length > 0}>
          <ul class="flex flex-col gap-1">
            <For each={columns()}>
              {({ column, rows, pseudonym }) => (
                <li class="flex justify-between gap-4">
                  <span>
                    {t(nameOfColumn(column))}
                    <Show when={pseudonym}>
                      <span class="text-muted"> · {t('files.pseudonym')}</span>
                    </Show>
                  </span>
                  <span class="figures text-muted whitespace-nowrap">
                    {t('files.personalRows', { rows })}
                  </span>
                </li>
              )}
            </For>
          </ul>
        </Match>
      </Switch>
    </section>
  )
}

/** Writes the file and hands it to the downloads; answers why it did not work. */
function createExport() {
  const t = useText()
  const format = useFormat()
  const notices = useNotices()
  const { client } = useShop()
  const work = createFileWork()
  return async (
    { id, name }: WorkspaceEntry,
    { kind, password, sign }: Choice,
  ): Promise<Failure | undefined> => {
    const made = await work(t('files.exporting', { name }), (control) =>
      client.run(exportWorkspaceFile, { id, kind, password, sign }, control),
    )
    if (!made.ok) return made.failure
    const { file } = made.value
    saveFile(made.value.name, file)
    notices.show({
      tone: 'good',
      title: t('files.saved', { name: made.value.name }),
      detail: t('files.savedDetail', { size: format().bytes(file.size) }),
    })
    await exportedAgain()
    return undefined
  }
}

function KindChoice(props: { readonly value: Kind; readonly onChange: (kind: Kind) => void }) {
  const t = useText()
  return (
    <div class="flex flex-col gap-2 items-start">
      <Segmented
        label={t('files.kind')}
        value={props.value}
        choices={KINDS.map((value) => ({ value, label: t(`files.kind_${value}`) }))}
        onChange={props.onChange}
      />
      <p>{t(`files.kind_${props.value}Hint`)}</p>
    </div>
  )
}

/** What was chosen, and what went wrong. */
function createExportState(props: ExportDialogProps) {
  const save = createExport()
  const shop = useShop()
  const [password, setPassword] = createSignal('')
  const [chosen, setKind] = createSignal<Kind>('full')
  const kind = () => (shop.viewer() ? 'viewer' : chosen())
  const [sign, setSign] = createSignal(false)
  const [busy, setBusy] = createSignal(false)
  const [fault, setFault] = createSignal<Failure>()
  const close = () => {
    setPassword('')
    setFault(undefined)
    // The next export is a new question: who wants a backup must not get last time's file without names.
    setKind('full')
    setSign(false)
    props.onClose()
  }
  const go = async (workspace: WorkspaceEntry) => {
    setBusy(true)
    const failed = await save(workspace, { kind: kind(), password: password(), sign: sign() })
    setBusy(false)
    setFault(failed)
    if (!failed) close()
  }
  return { password, setPassword, kind, setKind, sign, setSign, busy, fault, close, go }
}

/** Exports a workspace: what leaves, a password, a signature, the file. */
export function ExportDialog(props: ExportDialogProps) {
  const t = useText()
  const shop = useShop()
  const state = createExportState(props)
  const { password, setPassword, kind, setKind, sign, setSign, busy, fault, close, go } = state
  const hint = () => {
    if (password() === '') return t('files.passwordNone')
    return isTooWeak(password()) ? t('files.passwordWeak') : t('files.passwordHint')
  }
  return (
    <Dialog
      open={props.workspace !== undefined}
      onClose={close}
      title={t('files.exportTitle', { name: props.workspace?.name ?? '' })}
      actions={
        <Show when={props.workspace}>
          {(workspace) => (
            <>
              <Button onClick={close}>{t('parts.cancel')}</Button>
              <Button look="primary" busy={busy()} onClick={() => void go(workspace())}>
                {t('files.save')}
              </Button>
            </>
          )}
        </Show>
      }
    >
      <div class="flex flex-col gap-4">
        <Show when={!shop.viewer()}>
          <KindChoice value={kind()} onChange={setKind} />
        </Show>
        <Show when={props.workspace}>
          {(workspace) => <Leaving workspace={workspace().id} kind={kind()} />}
        </Show>
        <NewPassword label={t('files.password')} hint={hint()} value={password()} onInput={setPassword} />
        <SignChoice value={sign()} onChange={setSign} />
        <Show when={fault()}>
          {(failed) => <FailureCard code={failed().code} detail={failed().detail} />}
        </Show>
      </div>
    </Dialog>
  )
}
