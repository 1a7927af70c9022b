import { useNavigate } from '@solidjs/router'
import { createMemo } from 'solid-js'
import type { Client } from '../../api/client.ts'
import { commitImport, previewImport, takeBackImport } from '../../api/imports.ts'
import { storageState } from '../../api/workspaces.ts'
import type { Failure } from '../../model/outcome.ts'
import type { FilePreview, ImportOptions } from '../../model/preview.ts'
import { useFailureNotice } from '../../ui/failure-notice.ts'
import { useNotices } from '../../ui/notices.tsx'
import { useText } from '../../ui/text/text.tsx'
import { useShop } from '../shop.tsx'
import { createLongWork } from './long-work.ts'
import { setStage, stage } from './stage.ts'
import type { DryRun, Stage } from './stage.ts'
import { fileNames } from './words.ts'

interface Counts {
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  readonly rejected: number
}

/** Notices after work: cancelled, failed, stored, taken back. */
function createTidings() {
  const t = useText()
  const notices = useNotices()
  const tellFailure = useFailureNotice()
  const navigate = useNavigate()
  return {
    fell(failure: Failure) {
      if (failure.code === 'CANCELLED')
        return notices.show({ title: t('import.cancelled'), detail: t('import.cancelledDetail') })
      return tellFailure(failure)
    },
    stored(counts: Counts, undo: () => void) {
      const action = { label: t('import.toDashboard'), run: () => navigate('/') }
      const detail = t('import.committedDetail', counts)
      notices.show({ tone: 'good', title: t('import.committed'), detail, undo, action })
    },
    takenBack() {
      notices.show({ tone: 'good', title: t('import.takenBack'), detail: t('import.takenBackDetail') })
    },
  }
}

/** Taking an import back, with its row in the jobs tray and its notice. */
export function createTakeBack() {
  const t = useText()
  const shop = useShop()
  const work = createLongWork()
  const tidings = createTidings()
  return async (row: { readonly id: string; readonly files: readonly FilePreview[] }) => {
    const title = t('import.takingBackJob', { files: fileNames(t, row.files) })
    const outcome = await work.run(title, (control) =>
      shop.client.run(takeBackImport, { id: row.id }, control),
    )
    if (outcome.ok) tidings.takenBack()
    else tidings.fell(outcome.failure)
  }
}

const openWorkspace = (client: Client): string => client.session.current().row.id

/** The preview that a closed workspace has dropped: its files can be looked at again. */
const gone = (at: Extract<Stage, { readonly files: readonly File[] }>): Stage => {
  const { workspace, files, options } = at
  const failure = { code: 'NOT_FOUND', detail: 'the preview is gone' } as const
  return { kind: 'failed', workspace, files, options, failure, gone: true }
}

/** What waits in a workspace is gone when that one is closed, or locked, or opened anew: nothing of it is kept here. */
function dropWhenClosed(client: Client, workspace: string): void {
  const { database } = client.session.current()
  const stop = client.session.onSwitch((next) => {
    // One that was only given another name is still open.
    if (next.database === database) return
    stop()
    const at = stage()
    if (at.workspace !== workspace) return
    if (next.row.id !== workspace) setStage({ kind: 'idle', workspace })
    else if ('files' in at) setStage(gone(at))
  })
}

/** Looking at files, perhaps again with other options: gives the dry run, unless it failed, was cancelled or overtaken. */
function createLook(here: () => Stage) {
  const t = useText()
  const { client } = useShop()
  const work = createLongWork()
  const tidings = createTidings()
  return async (files: readonly File[], options: ImportOptions = {}): Promise<DryRun | undefined> => {
    const workspace = openWorkspace(client)
    const before = here()
    const again = before.kind === 'seen' ? before.dryRun : before.kind === 'reading' ? before.again : null
    const asked: Stage = { kind: 'reading', workspace, files, options, again }
    setStage(asked)
    dropWhenClosed(client, workspace)
    const title = t('import.readingJob', { files: fileNames(t, files) })
    const outcome = await work.run(title, (control) =>
      client.run(previewImport, { files: [...files], options }, control),
    )
    if (stage() !== asked) return undefined
    if (outcome.ok) {
      setStage({ ...asked, kind: 'seen', dryRun: outcome.value })
      return outcome.value
    }
    const { failure } = outcome
    if (failure.code === 'CANCELLED') tidings.fell(failure)
    setStage(
      failure.code === 'CANCELLED' ? { kind: 'idle', workspace } : { ...asked, kind: 'failed', failure },
    )
    return undefined
  }
}

/** After an import that was not stored its files can be looked at again, unless it was cancelled. */
function afterFall(seen: Extract<Stage, { readonly kind: 'seen' }>, failure: Failure): Stage {
  const { workspace, files, options } = seen
  if (failure.code === 'CANCELLED') return { kind: 'idle', workspace }
  return failure.code === 'NOT_FOUND' ? gone(seen) : { kind: 'failed', workspace, files, options, failure }
}

/** Storing the import that was looked at; true when it is stored. The first one asks the browser to keep the data. */
function createStore() {
  const t = useText()
  const shop = useShop()
  const work = createLongWork()
  const tidings = createTidings()
  const takeBack = createTakeBack()
  return async (): Promise<boolean> => {
    const seen = stage()
    if (seen.kind !== 'seen') return false
    const { id, files } = seen.dryRun
    const first = shop.span().last === null
    setStage({ ...seen, kind: 'storing' })
    const title = t('import.storingJob', { files: fileNames(t, files) })
    const outcome = await work.run(title, (control) => shop.client.run(commitImport, { id }, control))
    if (!outcome.ok) {
      const { failure } = outcome
      if (failure.code !== 'NOT_FOUND') tidings.fell(failure)
      setStage(afterFall(seen, failure))
      return false
    }
    setStage({ kind: 'idle', workspace: seen.workspace })
    if (first) void shop.client.run(storageState, { ask: true })
    tidings.stored(outcome.value, () => void takeBack({ id, files }))
    return true
  }
}

/** What the page does with files: look, look again with other options, store, throw away. */
export function createImportDesk() {
  const shop = useShop()
  const work = createLongWork()
  /** The stage of the open workspace: an import that waits in another one is not shown here. */
  const here = createMemo((): Stage => {
    shop.version()
    const workspace = openWorkspace(shop.client)
    const at = stage()
    return at.workspace === workspace ? at : { kind: 'idle', workspace }
  })
  const discard = () => {
    const at = here()
    setStage({ kind: 'idle', workspace: at.workspace })
    if (at.kind === 'seen') void shop.client.run(takeBackImport, { id: at.dryRun.id })
  }
  return { stage: here, work, job: work.current, look: createLook(here), store: createStore(), discard }
}

export type ImportDesk = ReturnType<typeof createImportDesk>
