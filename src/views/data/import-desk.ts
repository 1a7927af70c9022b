import { useNavigate } from '@solidjs/router'
import { createMemo } from 'solid-js'
import { commitImport, previewImport, takeBackImport } from '../../api/imports.ts'
import { storageState } from '../../api/workspaces.ts'
import type { Failure } from '../../model/outcome.ts'
import type { FilePreview, ImportOptions } from '../../model/preview.ts'
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
  const navigate = useNavigate()
  return {
    fell({ code, detail }: Failure) {
      if (code === 'CANCELLED')
        return notices.show({ title: t('import.cancelled'), detail: t('import.cancelledDetail') })
      return notices.show({ tone: 'bad', title: t(`problems.${code}`), detail: `${t(`problems.${code}.do`)} ${detail}` })
    },
    stored(counts: Counts, undo: () => void) {
      const action = { label: t('import.toDashboard'), run: () => navigate('/') }
      const detail = t('import.committedDetail', counts)
      notices.show({ tone: 'good', title: t('import.committed'), detail, undo, action, stays: true })
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
    const outcome = await work.run(title, (control) => shop.client.run(takeBackImport, { id: row.id }, control))
    if (outcome.ok) tidings.takenBack()
    else tidings.fell(outcome.failure)
  }
}

/** What the page does with files: look, look again with other options, store, throw away. */
export function createImportDesk() {
  const t = useText()
  const shop = useShop()
  const work = createLongWork()
  const tidings = createTidings()
  const takeBack = createTakeBack()
  const workspace = () => shop.client.session.current().row.id
  /** The stage of the open workspace: an import that waits in another one is not shown here. */
  const here = createMemo((): Stage => {
    shop.version()
    const at = stage()
    return at.workspace === workspace() ? at : { kind: 'idle', workspace: workspace() }
  })

  const look = async (files: readonly File[], options: ImportOptions = {}): Promise<DryRun | undefined> => {
    const before = here()
    const again = before.kind === 'seen' ? before.dryRun : before.kind === 'reading' ? before.again : null
    const asked: Stage = { kind: 'reading', workspace: workspace(), files, options, again }
    setStage(asked)
    const title = t('import.readingJob', { files: fileNames(t, files) })
    const outcome = await work.run(title, (control) =>
      shop.client.run(previewImport, { files: [...files], options }, control),
    )
    if (stage() !== asked) return undefined
    if (outcome.ok) {
      setStage({ ...asked, kind: 'seen', dryRun: outcome.value })
      return outcome.value
    }
    const cancelled = outcome.failure.code === 'CANCELLED'
    if (cancelled) tidings.fell(outcome.failure)
    setStage(cancelled ? { kind: 'idle', workspace: workspace() } : { ...asked, kind: 'failed', failure: outcome.failure })
    return undefined
  }

  const store = async (): Promise<boolean> => {
    const seen = stage()
    if (seen.kind !== 'seen') return false
    const { dryRun } = seen
    const first = shop.span().last === null
    setStage({ ...seen, kind: 'storing' })
    const title = t('import.storingJob', { files: fileNames(t, dryRun.files) })
    const outcome = await work.run(title, (control) => shop.client.run(commitImport, { id: dryRun.id }, control))
    setStage({ kind: 'idle', workspace: seen.workspace })
    if (!outcome.ok) tidings.fell(outcome.failure)
    else {
      if (first) void shop.client.run(storageState, { ask: true })
      tidings.stored(outcome.value, () => void takeBack({ id: dryRun.id, files: dryRun.files }))
    }
    return outcome.ok
  }

  const discard = () => {
    const at = stage()
    setStage({ kind: 'idle', workspace: workspace() })
    if (at.kind === 'seen') void shop.client.run(takeBackImport, { id: at.dryRun.id })
  }

  return { stage: here, job: work.current, look, store, discard, work }
}

export type ImportDesk = ReturnType<typeof createImportDesk>
