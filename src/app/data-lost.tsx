import { For, Show, createEffect, createSignal, on } from 'solid-js'
import type { ParentProps } from 'solid-js'
import { A } from '@solidjs/router'
import type { Client } from '../api/client.ts'
import { bringBackWorkspace, forgetLostData, getLostData, restoreRescueCopy } from '../api/safety.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useFailureNotice } from '../ui/failure-notice.ts'
import { useNotices } from '../ui/notices.tsx'
import { useFormat, useText } from '../ui/text/text.tsx'
import { useShop } from '../views/shop.tsx'

type Answer = Awaited<ReturnType<Client['run']>>

interface Lost {
  readonly workspace: string
  readonly name: string | null
  readonly open: boolean
  readonly kind: 'lost' | 'damaged'
  readonly rows: number
  readonly copies: readonly { readonly made_at: string; readonly rows: number }[]
}

/** What is missing, read again whenever it changes. */
function createLost() {
  const shop = useShop()
  const [items, setItems] = createSignal<readonly Lost[]>([])
  const look = async () => {
    if (shop.lostSeen() === 0) return setItems([])
    const outcome = await shop.client.run(getLostData, {})
    if (outcome.ok) setItems(outcome.value.items)
  }
  createEffect(on(shop.lostSeen, () => void look()))
  return { items, look }
}

/** The ways back of one loss; each is told. */
function createActs(lost: () => Lost, onDone: () => Promise<unknown>) {
  const t = useText()
  const format = useFormat()
  const notices = useNotices()
  const tellFailure = useFailureNotice()
  const { client } = useShop()
  const [busy, setBusy] = createSignal(false)
  const settle = async (work: Promise<Answer>, rows?: number) => {
    setBusy(true)
    const outcome = await work
    setBusy(false)
    if (!outcome.ok) tellFailure(outcome.failure)
    else if (rows !== undefined)
      notices.show({
        tone: 'good',
        title: t('safety.lostRestored'),
        detail: t('safety.lostRestoredDetail', { rows: format().number(rows) }),
      })
    await onDone()
  }
  const restore = (made: { readonly made_at: string; readonly rows: number }) =>
    settle(
      lost().open
        ? client.run(restoreRescueCopy, { made_at: made.made_at })
        : client.run(bringBackWorkspace, { id: lost().workspace }),
      made.rows,
    )
  const forget = () => settle(client.run(forgetLostData, { id: lost().workspace }))
  return { busy, restore, forget }
}

/** Giving a loss up: asked first where it deletes the last way back. */
function Forget(props: {
  readonly copies: boolean
  readonly busy: boolean
  readonly name: string
  readonly onForget: () => void
}) {
  const t = useText()
  const [asking, setAsking] = createSignal(false)
  const forget = () => {
    setAsking(false)
    props.onForget()
  }
  return (
    <>
      <Button
        size="sm"
        disabled={props.busy}
        onClick={() => (props.copies ? setAsking(true) : props.onForget())}
      >
        {t('safety.lostForget')}
      </Button>
      <Dialog
        open={asking()}
        onClose={() => setAsking(false)}
        size="sm"
        title={t('safety.lostForgetTitle', { name: props.name })}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t('parts.cancel')}</Button>
            <Button look="danger" onClick={forget}>
              {t('safety.lostForgetDo')}
            </Button>
          </>
        }
      >
        <p>{t('safety.lostForgetWhat')}</p>
      </Dialog>
    </>
  )
}

function Item(props: { readonly lost: Lost; readonly onDone: () => Promise<unknown> }) {
  const t = useText()
  const format = useFormat()
  const copy = () => props.lost.copies.find(({ rows }) => rows > 0)
  const what = () => {
    const facts = { name: props.lost.name ?? '', rows: format().number(props.lost.rows) }
    if (!props.lost.open)
      return props.lost.name === null ? t('safety.lostNoName', facts) : t('safety.lostVanished', facts)
    return props.lost.kind === 'damaged' ? t('safety.lostDamaged', facts) : t('safety.lostOpen', facts)
  }
  const acts = createActs(() => props.lost, props.onDone)
  return (
    <li class="flex flex-col gap-2">
      <p class="font-medium">
        <bdi>{what()}</bdi>
      </p>
      <Show when={copy()} fallback={<p class="text-muted">{t('safety.lostNoCopy')}</p>}>
        {(found) => (
          <>
            <p class="text-muted">
              {t('safety.lostCopy', {
                when: format().instant(found().made_at),
                rows: format().number(found().rows),
              })}
            </p>
            <Button
              class="self-start"
              look="primary"
              busy={acts.busy()}
              onClick={() => void acts.restore(found())}
            >
              {t('safety.lostRestore')}
            </Button>
          </>
        )}
      </Show>
      <Show when={!props.lost.open}>
        <p class="flex flex-wrap items-center gap-2">
          <Forget
            copies={props.lost.copies.length > 0}
            busy={acts.busy()}
            name={props.lost.name ?? ''}
            onForget={() => void acts.forget()}
          />
          <span class="hint">
            {t(props.lost.copies.length > 0 ? 'safety.lostForgetHint' : 'safety.lostForgetNone')}
          </span>
        </p>
      </Show>
    </li>
  )
}

/**
 * Says that the browser has lost what was saved, with the ways back. The user of a damaged store is never greeted as a
 * new one: `greets` hides the page that would.
 */
export function DataLost(props: ParentProps<{ readonly greets: boolean }>) {
  const t = useText()
  const shop = useShop()
  const lost = createLost()
  const some = () => lost.items().length > 0
  return (
    <>
      <Show when={some()}>
        <section role="alert" data-print="no" class="page pb-0">
          <div class="card p-4 flex flex-col gap-4 border-l-3 border-l-bad">
            <div class="flex flex-col gap-1">
              <h2 class="section-title">{t('safety.lostTitle')}</h2>
              <p class="text-muted max-w-[70ch]">{t('safety.lostWhy')}</p>
            </div>
            <ul class="flex flex-col gap-4">
              <For each={lost.items()}>{(item) => <Item lost={item} onDone={lost.look} />}</For>
            </ul>
            <p class="flex flex-wrap gap-x-4 gap-y-2">
              <A class="link" href="/settings#file">
                {t('safety.lostFile')}
              </A>
              <A class="link" href="/data">
                {t('safety.lostImport')}
              </A>
            </p>
          </div>
        </section>
      </Show>
      <Show when={!(shop.lostSeen() > 0 && props.greets && shop.span().first === null)}>
        {props.children}
      </Show>
    </>
  )
}
