import { For, Show, createSignal, createUniqueId } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { useShop } from '../shop.tsx'
import { callWith } from './described.ts'
import type { Described, Field } from './described.ts'

const SHOWN = 20_000

interface Answered {
  readonly status: number
  readonly ms: number
  readonly text: string
}

const asText = (body: unknown): string =>
  JSON.stringify(body, (_, value: unknown) => (value instanceof Blob ? `Blob ${value.size}` : value), 2) ?? ''

function readInput(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text.trim() === '' ? '{}' : text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}

function Fields(props: { readonly fields: readonly Field[] }) {
  const t = useText()
  return (
    <Show when={props.fields.length > 0} fallback={<p class="hint">{t('docs.noFields')}</p>}>
      <table class="text-sm">
        <thead class="text-left text-muted">
          <tr>
            <th class="pr-4 font-normal">{t('docs.field')}</th>
            <th class="font-normal">{t('docs.type')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.fields}>
            {(field) => (
              <tr>
                <td class="pr-4">
                  <code>{field.name}</code>
                </td>
                <td>
                  <code>{field.type}</code>
                  <Show when={field.required}>
                    <span class="ml-2 text-xs text-muted">{t('docs.required')}</span>
                  </Show>
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </Show>
  )
}

function Answer(props: { readonly answer: Answered }) {
  const t = useText()
  const format = useFormat()
  const ms = () => format().number(Math.round(props.answer.ms))
  return (
    <section aria-live="polite" class="flex flex-col gap-1">
      <p class="text-sm">{t('docs.answer', { status: props.answer.status, ms: ms() })}</p>
      <pre class="rounded-control bg-sunken p-3 text-xs overflow-auto max-h-96" tabindex="0">
        {props.answer.text.slice(0, SHOWN)}
      </pre>
    </section>
  )
}

/** Input, button and answer of one operation. */
function Try(props: { readonly described: Described }) {
  const t = useText()
  const { client } = useShop()
  const id = createUniqueId()
  const [input, setInput] = createSignal(JSON.stringify(props.described.operation.example, null, 2))
  const [answered, setAnswered] = createSignal<Answered>()
  const [busy, setBusy] = createSignal(false)
  const [wrong, setWrong] = createSignal(false)
  const run = async () => {
    const given = readInput(input())
    setWrong(given === null)
    if (!given) return
    setBusy(true)
    const from = performance.now()
    const { status, body } = await callWith(client, props.described.operation, given)
    setAnswered({ status, ms: performance.now() - from, text: asText(body) })
    setBusy(false)
  }
  return (
    <div class="flex flex-col gap-2">
      <label class="text-sm text-muted" for={id}>
        {t('docs.input')}
      </label>
      <textarea
        id={id}
        class="control font-mono text-sm h-auto py-2"
        rows={Math.min(10, input().split('\n').length + 1)}
        spellcheck={false}
        value={input()}
        onInput={(event) => setInput(event.currentTarget.value)}
      />
      <Show when={wrong()}>
        <p role="alert" class="text-sm text-bad">
          {t('docs.notJson')}
        </p>
      </Show>
      <Show when={props.described.fields.some(({ name }) => name === 'files' || name === 'file')}>
        <p class="hint">{t('docs.files')}</p>
      </Show>
      <Show when={props.described.operation.method !== 'GET'}>
        <p class="text-sm text-warn">{t('docs.changes')}</p>
      </Show>
      <Button class="self-start" icon="i-lucide-play" busy={busy()} onClick={() => void run()}>
        {t('docs.tryIt')}
      </Button>
      <Show when={answered()}>{(answer) => <Answer answer={answer()} />}</Show>
    </div>
  )
}

/** One operation: what it does, its fields, and a call of it; drawn when it is opened. */
export function OperationCard(props: { readonly described: Described }) {
  const t = useText()
  const [open, setOpen] = createSignal(false)
  const operation = () => props.described.operation
  return (
    <details class="card" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="p-3 flex flex-wrap items-baseline gap-x-3 gap-y-1 cursor-pointer">
        <code class="font-semibold min-w-16">{operation().method}</code>
        <code class="break-all">{operation().path}</code>
        <span class="text-muted text-sm" lang="en">
          {operation().summary}
        </span>
      </summary>
      <Show when={open()}>
        <div class="p-4 pt-1 flex flex-col gap-4">
          <section class="flex flex-col gap-1" aria-label={t('docs.fields')}>
            <Fields fields={props.described.fields} />
          </section>
          <Try described={props.described} />
        </div>
      </Show>
    </details>
  )
}
