import { Match, Show, Switch, createEffect, createSignal, on } from 'solid-js'
import { importWorkspaceFile, inspectWorkspaceFile } from '../../api/workspace-files.ts'
import type { Failure, Outcome } from '../../model/outcome.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureCard } from '../../ui/failure-card.tsx'
import { Field, TextInput } from '../../ui/field.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useText } from '../../ui/text/text.tsx'
import { useShop } from '../shop.tsx'
import { workspacesAgain } from './data.ts'
import { type FileFacts, Inside } from './file-inside.tsx'
import { createFileWork } from './file-work.ts'
import { MergeReview } from './merge-review.tsx'
import { createComparing } from './comparing.ts'
import { Comparison } from './comparison.tsx'
import { createMerging } from './merging.ts'

type Seen = Outcome<FileFacts>

/** Reads the file at once, and again with the password that is typed. */
function createLook(file: () => File | undefined) {
  const t = useText()
  const { client } = useShop()
  const work = createFileWork()
  const [seen, setSeen] = createSignal<Seen>()
  const look = async (given: File, password: string) => {
    setSeen(undefined)
    const outcome = await work(t('files.opening', { name: given.name }), (control) =>
      client.run(inspectWorkspaceFile, { file: given, password }, control),
    )
    if (file() === given) setSeen(outcome as Seen)
  }
  createEffect(on(file, (given) => given && void look(given, '')))
  return { seen, look }
}

/** Opens the file as a workspace of its own; answers why it did not work. */
function createOpening() {
  const t = useText()
  const notices = useNotices()
  const { client } = useShop()
  const work = createFileWork()
  return async (file: File, password: string): Promise<Failure | undefined> => {
    const opened = await work(t('files.opening', { name: file.name }), (control) =>
      client.run(importWorkspaceFile, { file, password, mode: 'open' }, control),
    )
    if (!opened.ok) return opened.failure
    const again = Number(opened.value['erased_again'] ?? 0)
    notices.show({
      tone: 'good',
      title: t('files.opened', { name: opened.value.workspace.name }),
      ...(again > 0 && { detail: t('files.erasedAgain', { people: again }) }),
    })
    await workspacesAgain()
    return undefined
  }
}

interface PasswordFormProps {
  readonly fault: Failure
  readonly value: string
  readonly onInput: (value: string) => void
  readonly onSubmit: () => void
}

function PasswordForm(props: PasswordFormProps) {
  const t = useText()
  const submit = (event: Event) => {
    event.preventDefault()
    props.onSubmit()
  }
  return (
    <form class="flex flex-col gap-3" onSubmit={submit}>
      <p>{t('files.needsPassword')}</p>
      <Field
        label={t('files.passwordField')}
        error={props.fault.code === 'WRONG_PASSWORD' ? t('problems.WRONG_PASSWORD') : undefined}
      >
        {(attributes) => (
          <TextInput
            {...attributes}
            class="w-full"
            type="password"
            autocomplete="off"
            autofocus
            value={props.value}
            onInput={props.onInput}
          />
        )}
      </Field>
      <Button type="submit" look="primary" class="self-start">
        {t('files.look')}
      </Button>
    </form>
  )
}

const wantsPassword = (seen: Seen | undefined): Failure | undefined =>
  seen && !seen.ok && ['PASSWORD_NEEDED', 'WRONG_PASSWORD'].includes(seen.failure.code)
    ? seen.failure
    : undefined

export interface OpenDialogProps {
  readonly file: File | undefined
  readonly onClose: () => void
}

/** What the dialog knows: what was seen of the file, the password, and what went wrong. */
function createOpenState(props: OpenDialogProps) {
  const { seen, look } = createLook(() => props.file)
  const open = createOpening()
  const merging = createMerging()
  const comparing = createComparing()
  const [password, setPassword] = createSignal('')
  const [busy, setBusy] = createSignal(false)
  const [fault, setFault] = createSignal<Failure>()
  const facts = () => {
    const outcome = seen()
    return outcome?.ok ? outcome.value : undefined
  }
  const refused = () => {
    const outcome = seen()
    return fault() ?? (outcome && !outcome.ok ? outcome.failure : undefined)
  }
  const close = () => {
    setPassword('')
    setFault(undefined)
    merging.forget()
    comparing.forget()
    props.onClose()
  }
  const run = async (work: Promise<Failure | undefined>, ends: boolean) => {
    setBusy(true)
    const failed = await work
    setBusy(false)
    setFault(failed)
    if (!failed && ends) close()
  }
  const go = (file: File) => run(open(file, password()), true)
  const reviewMerge = (file: File) => run(merging.look(file, password()), false)
  const merge = (file: File) => run(merging.merge(file, password()), true)
  const compare = (file: File) => run(comparing.look(file, password()), false)
  return {
    comparing,
    compare,
    merging,
    reviewMerge,
    merge,
    seen,
    look,
    busy,
    password,
    setPassword,
    facts,
    refused,
    close,
    go,
  }
}

type OpenState = ReturnType<typeof createOpenState>

/** Open beside, or look at a merge, then merge. */
function Actions(props: { readonly file: File | undefined; readonly state: OpenState }) {
  const t = useText()
  const shop = useShop()
  return (
    <>
      <Button onClick={props.state.close}>
        {t(props.state.comparing.compared() ? 'parts.close' : 'parts.cancel')}
      </Button>
      <Show when={!props.state.comparing.compared() && props.state.facts() && props.file}>
        {(file) => (
          <Show
            when={props.state.merging.review()}
            fallback={
              <>
                <Show when={!shop.viewer() && props.state.facts()?.kind !== 'viewer'}>
                  <Button busy={props.state.busy()} onClick={() => void props.state.compare(file())}>
                    {t('sharing.compare')}
                  </Button>
                  <Button busy={props.state.busy()} onClick={() => void props.state.reviewMerge(file())}>
                    {t('files.mergeInto', { name: shop.name() })}
                  </Button>
                </Show>
                <Button look="primary" busy={props.state.busy()} onClick={() => void props.state.go(file())}>
                  {t('files.openBeside')}
                </Button>
              </>
            }
          >
            <Button look="primary" busy={props.state.busy()} onClick={() => void props.state.merge(file())}>
              {t('files.merge')}
            </Button>
          </Show>
        )}
      </Show>
    </>
  )
}

/** Shows what is in a workspace file before anything is stored, then opens it as a workspace of its own. */
export function OpenDialog(props: OpenDialogProps) {
  const t = useText()
  const state = createOpenState(props)
  const { merging, seen, look, password, setPassword, facts, refused, close } = state
  return (
    <Dialog
      open={props.file !== undefined}
      onClose={close}
      title={t('files.openTitle', { name: props.file?.name ?? '' })}
      actions={<Actions file={props.file} state={state} />}
    >
      <Switch
        fallback={
          <div class="flex flex-col gap-3">
            <p role="status">{t('files.looking')}</p>
            <Skeleton class="h-6" count={4} />
          </div>
        }
      >
        <Match when={wantsPassword(seen())}>
          {(failed) => (
            <PasswordForm
              fault={failed()}
              value={password()}
              onInput={setPassword}
              onSubmit={() => props.file && void look(props.file, password())}
            />
          )}
        </Match>
        <Match when={refused()}>
          {(failed) => <FailureCard code={failed().code} detail={failed().detail} />}
        </Match>
        <Match when={state.comparing.compared()}>{(found) => <Comparison compared={found()} />}</Match>
        <Match when={merging.review()}>
          {(review) => (
            <MergeReview review={review()} choices={merging.choices()} onChoice={merging.choose} />
          )}
        </Match>
        <Match when={facts()}>{(inside) => <Inside facts={inside()} />}</Match>
      </Switch>
    </Dialog>
  )
}
