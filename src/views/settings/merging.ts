import { createSignal } from 'solid-js'
import { importWorkspaceFile } from '../../api/workspace-files.ts'
import type { Failure } from '../../model/outcome.ts'
import { restoreRescueCopy } from '../../api/safety.ts'
import { useFailureNotice } from '../../ui/failure-notice.ts'
import { useNotices } from '../../ui/notices.tsx'
import { useText } from '../../ui/text/text.tsx'
import { useShop } from '../shop.tsx'
import { copiesAgain } from './data.ts'
import { createFileWork } from './file-work.ts'
import type { Choices, Review } from './merge-review.tsx'

/** What a merge answers: `undo` is the rescue copy of before. */
interface Done extends Review {
  readonly undo: string | null
}

/** Merging a file into the open workspace: a look first, then the choices, then the merge. Each answers why it did not work. */
export function createMerging() {
  const t = useText()
  const notices = useNotices()
  const tellFailure = useFailureNotice()
  const shop = useShop()
  const work = createFileWork()
  const [review, setReview] = createSignal<Review>()
  const [choices, setChoices] = createSignal<Choices>({})
  const run = (file: File, password: string, dry_run: boolean) =>
    work(t('files.opening', { name: file.name }), (control) =>
      shop.client.run(
        importWorkspaceFile,
        { file, password, mode: 'merge', dry_run, choices: { ...choices() } },
        control,
      ),
    )
  const takeBack = async (made_at: string) => {
    const outcome = await shop.client.run(restoreRescueCopy, { made_at })
    if (outcome.ok) notices.show({ tone: 'good', title: t('files.mergeUndone') })
    else tellFailure(outcome.failure)
    await copiesAgain()
  }
  return {
    review,
    choices,
    choose: (key: string, side: Choices[string]) => setChoices({ ...choices(), [key]: side }),
    forget() {
      setReview(undefined)
      setChoices({})
    },
    async look(file: File, password: string): Promise<Failure | undefined> {
      const outcome = await run(file, password, true)
      if (!outcome.ok) return outcome.failure
      setReview(outcome.value as unknown as Review)
      return undefined
    },
    async merge(file: File, password: string): Promise<Failure | undefined> {
      const outcome = await run(file, password, false)
      if (!outcome.ok) return outcome.failure
      const { imports, records, undo } = outcome.value as unknown as Done
      notices.show({
        tone: 'good',
        title: t('files.merged', { name: shop.name() }),
        detail: t('files.mergedDetail', { imports: imports.added, records: records.added }),
        ...(undo && { stays: true, undo: () => void takeBack(undo) }),
      })
      await copiesAgain()
      return undefined
    },
  }
}
