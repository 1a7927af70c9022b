import { For, Show, Suspense, createSignal } from 'solid-js'
import { listRescueCopies, makeRescueCopy, restoreRescueCopy } from '../../api/safety.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useFailureNotice } from '../../ui/failure-notice.ts'
import { useNotices } from '../../ui/notices.tsx'
import { isSafari } from '../../ui/safari.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { useShop } from '../shop.tsx'
import { copiesAgain, createCopies, createStorage } from './data.ts'
import { Fact, Section } from './section.tsx'

interface Copy {
  readonly made_at: string
  readonly rows: number
  readonly imports: number
  readonly reason: string
}

const REASONS = ['change', 'asked', 'migration', 'restore', 'erasure', 'merge'] as const

/** Age of the exported copy, and the reminder. */
function Exported() {
  const t = useText()
  const answer = createStorage()
  const storage = () => {
    const outcome = answer.latest
    return outcome?.ok ? outcome.value : undefined
  }
  const age = (days: number | null) =>
    days === null ? t('safety.exportedNever') : t('safety.exportedAge', { count: days })
  const advice = (known: { readonly backup_due: boolean; readonly backup_age_days: number | null }) => {
    if (known.backup_due) return 'exportedDue'
    return known.backup_age_days === null ? 'exportedFirst' : 'exportedFine'
  }
  return (
    <Show when={storage()}>
      {(known) => (
        <Fact name={t('safety.exported')}>
          <p>{age(known().backup_age_days)}</p>
          <p class={known().backup_due ? 'text-warn' : 'hint'}>{t(`safety.${advice(known())}`)}</p>
        </Fact>
      )}
    </Show>
  )
}

function Row(props: { readonly copy: Copy; readonly onRestore: () => void }) {
  const t = useText()
  const format = useFormat()
  const reason = () => REASONS.find((known) => known === props.copy.reason)
  const when = () => format().exactInstant(props.copy.made_at)
  return (
    <li class="flex flex-wrap items-center gap-x-3 gap-y-1 py-2 border-b border-line last:border-b-0">
      <div class="grow min-w-40">
        <p>{when()}</p>
        <p class="hint">
          {t('safety.copyRows', { rows: props.copy.rows, imports: props.copy.imports })}
          <Show when={reason()}>{(known) => <> · {t(`safety.copyReason_${known()}`)}</>}</Show>
        </p>
      </div>
      <Button
        size="sm"
        aria-label={t('safety.copyRestoreNamed', { when: when() })}
        onClick={() => props.onRestore()}
      >
        {t('safety.copyRestore')}
      </Button>
    </li>
  )
}

/** What can be done with rescue copies; each is told. */
function createActs() {
  const t = useText()
  const format = useFormat()
  const notices = useNotices()
  const { client } = useShop()
  const [busy, setBusy] = createSignal(false)
  const act = async (work: () => Promise<void>) => {
    setBusy(true)
    await work()
    setBusy(false)
    await copiesAgain()
  }
  const failed = useFailureNotice()
  /** The copy that the restore has made of what was there before it. */
  const before = async (from: string) => {
    const known = await client.run(listRescueCopies, {})
    const items = known.ok ? known.value.items : []
    return items.find(({ reason, made_at }) => reason === 'restore' && made_at >= from)?.made_at
  }
  const restore = (made_at: string): Promise<void> =>
    act(async () => {
      const from = new Date().toISOString()
      const outcome = await client.run(restoreRescueCopy, { made_at })
      if (!outcome.ok) return void failed(outcome.failure)
      const undo = await before(from)
      notices.show({
        tone: 'good',
        title: t('safety.lostRestored'),
        detail: t('safety.lostRestoredDetail', { rows: format().number(outcome.value.rows) }),
        ...(undo && { undo: () => void restore(undo) }),
      })
    })
  return {
    busy,
    make: () =>
      act(async () => {
        const outcome = await client.run(makeRescueCopy, {})
        if (outcome.ok) notices.show({ tone: 'good', title: t('safety.copyMade') })
        else if (outcome.failure.code === 'CONFLICT')
          notices.show({
            tone: 'bad',
            title: t('safety.noRescuePlace'),
            detail: t('safety.noRescuePlaceDo'),
          })
        else failed(outcome.failure)
      }),
    restore: ({ made_at }: Copy) => restore(made_at),
  }
}

function RestoreDialog(props: {
  readonly copy: Copy | undefined
  readonly onClose: () => void
  readonly onRestore: (copy: Copy) => void
}) {
  const t = useText()
  const format = useFormat()
  const when = () => (props.copy ? format().exactInstant(props.copy.made_at) : '')
  return (
    <Dialog
      open={props.copy !== undefined}
      onClose={() => props.onClose()}
      size="sm"
      title={t('safety.copyRestoreTitle', { when: when() })}
      actions={
        <Show when={props.copy}>
          {(copy) => (
            <>
              <Button onClick={() => props.onClose()}>{t('parts.cancel')}</Button>
              <Button look="primary" onClick={() => props.onRestore(copy())}>
                {t('safety.copyRestore')}
              </Button>
            </>
          )}
        </Show>
      }
    >
      <p>{t('safety.copyRestoreWhat')}</p>
    </Dialog>
  )
}

/** The rescue copies, the exported copy's age, and what Safari does. */
export function CopiesPart() {
  const t = useText()
  const answer = createCopies()
  const acts = createActs()
  const [asked, setAsked] = createSignal<Copy>()
  const copies = () => {
    const outcome = answer.latest
    return outcome?.ok ? outcome.value.items : undefined
  }
  const restore = (copy: Copy) => {
    setAsked(undefined)
    void acts.restore(copy)
  }
  return (
    <Section
      anchor="copies"
      title={t('safety.copies')}
      hint={t('safety.copiesWhat')}
      action={
        <Button size="sm" icon="i-lucide-copy-plus" busy={acts.busy()} onClick={() => void acts.make()}>
          {t('safety.copyNow')}
        </Button>
      }
    >
      <Show when={isSafari()}>
        <p class="text-warn">{t('safety.safari')}</p>
      </Show>
      <Suspense fallback={<Skeleton class="h-6" count={2} />}>
        <dl>
          <Exported />
        </dl>
        <Show when={copies()?.length} fallback={<p class="text-muted">{t('safety.copiesNone')}</p>}>
          <ul class="flex flex-col">
            <For each={copies()}>{(copy) => <Row copy={copy} onRestore={() => setAsked(copy)} />}</For>
          </ul>
        </Show>
      </Suspense>
      <RestoreDialog copy={asked()} onClose={() => setAsked(undefined)} onRestore={restore} />
    </Section>
  )
}
