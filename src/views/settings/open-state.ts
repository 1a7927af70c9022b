import { createEffect, createSignal, on } from 'solid-js'
import { importWorkspaceFile, inspectWorkspaceFile } from '../../api/workspace-files.ts'
import type { Failure, Outcome } from '../../model/outcome.ts'
import { useNotices } from '../../ui/notices.tsx'
import { useText } from '../../ui/text/text.tsx'
import { useShop } from '../shop.tsx'
import { createComparing } from './comparing.ts'
import { workspacesAgain } from './data.ts'
import type { FileFacts } from './file-inside.tsx'
import { createFileWork } from './file-work.ts'
import { createMerging } from './merging.ts'

export type Seen = Outcome<FileFacts>
export type Act = 'open' | 'compare' | 'review' | 'merge'

/** Those after which there is nothing more to see. */
const ENDS: ReadonlySet<Act> = new Set<Act>(['open', 'merge'])

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

export interface OpenDialogProps {
  readonly file: File | undefined
  readonly onClose: () => void
}

/** What the dialog knows: what was seen of the file, the password, and what went wrong. */
export function createOpenState(props: OpenDialogProps) {
  const { seen, look } = createLook(() => props.file)
  const open = createOpening()
  const merging = createMerging()
  const comparing = createComparing()
  const [password, setPassword] = createSignal('')
  const [running, setRunning] = createSignal<Act>()
  const [fault, setFault] = createSignal<Failure>()
  const facts = () => {
    const outcome = seen()
    return outcome?.ok ? outcome.value : undefined
  }
  const refused = () => {
    const outcome = seen()
    return fault() ?? (outcome && !outcome.ok ? outcome.failure : undefined)
  }
  /** Back to what is in the file, from a comparison, a review or a failure of either. */
  const back = () => {
    setFault(undefined)
    merging.forget()
    comparing.forget()
  }
  const close = () => {
    setPassword('')
    back()
    props.onClose()
  }
  const run = async (act: Act, work: (file: File, password: string) => Promise<Failure | undefined>) => {
    const { file } = props
    if (!file) return
    setRunning(act)
    const failed = await work(file, password())
    setRunning(undefined)
    // What was asked of a file that is not shown any more says nothing of the next.
    if (props.file !== file) return back()
    setFault(failed)
    if (!failed && ENDS.has(act)) close()
  }
  const acts = {
    open: () => run('open', open),
    review: () => run('review', merging.look),
    merge: () => run('merge', merging.merge),
    compare: () => run('compare', comparing.look),
  }
  return {
    comparing,
    merging,
    acts,
    seen,
    look,
    running,
    password,
    setPassword,
    facts,
    fault,
    refused,
    back,
    close,
  }
}

export type OpenState = ReturnType<typeof createOpenState>
