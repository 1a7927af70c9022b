import { For, Show, createEffect, createSignal } from 'solid-js'
import { deleteRates, postRates, type RatesStateAnswer } from '../../../api/rates.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Select } from '../../../ui/select.tsx'
import { useText } from '../../../ui/text/text.tsx'
import { givenRatesFile, giveRatesFile } from '../../given-files.ts'
import { createAsking } from '../asking.ts'
import { StateTable } from './state-table.tsx'

type Unit = 'line' | 'other'

interface Read {
  readonly read: number
  readonly unused: number
  readonly refused: readonly { readonly line: number; readonly text: string; readonly code: string }[]
  readonly after: RatesStateAnswer
}

/** What a text came to: how many rates, which lines were not read, and the figures with them. */
function Found(props: { readonly found: Read }) {
  const t = useText()
  const words = () =>
    [
      t('rates.read', { n: props.found.read }),
      ...(props.found.unused > 0 ? [t('rates.unused', { n: props.found.unused })] : []),
      ...(props.found.refused.length > 0 ? [t('rates.refused', { n: props.found.refused.length })] : []),
    ].join(' · ')
  return (
    <div class="flex flex-col gap-3" role="status">
      <p>{words()}</p>
      <ul class="hint flex flex-col gap-1 empty:hidden">
        <For each={props.found.refused.slice(0, 5)}>
          {({ line, code, text }) => (
            <li>
              {t('rates.refusedLine', { line, why: t(`rates.fault_${code}` as 'rates.fault_DATE') })}{' '}
              <bdi class="font-mono break-all">{text.slice(0, 80)}</bdi>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.found.read > 0 && props.found.after.reporting_currency}>
        <StateTable state={props.found.after} title={t('rates.preview')} />
      </Show>
    </div>
  )
}

interface AddProps {
  readonly currencies: readonly string[]
  /** The currency that all is, or most is, counted in. */
  readonly to: string
  readonly onChanged: () => void
}

function Meaning(props: {
  readonly currencies: readonly string[]
  readonly other: string
  readonly unit: Unit
  readonly onOther: (other: string) => void
  readonly onUnit: (unit: Unit) => void
}) {
  const t = useText()
  return (
    <div class="flex flex-wrap gap-4">
      <Field label={t('rates.unit')} class="grow min-w-60">
        {(attributes) => (
          <Select
            {...attributes}
            class="w-full"
            value={props.unit}
            choices={[
              { value: 'line' as const, label: t('rates.unitLine', { other: props.other }) },
              { value: 'other' as const, label: t('rates.unitOther', { other: props.other }) },
            ]}
            onChange={props.onUnit}
          />
        )}
      </Field>
      <Field label={t('rates.other')} class="w-40">
        {(attributes) => (
          <Select
            {...attributes}
            value={props.other}
            choices={props.currencies.map((value) => ({ value, label: value }))}
            onChange={props.onOther}
          />
        )}
      </Field>
    </div>
  )
}

/** A text of rates being written: what it means, what was read in it, and keeping it. */
function createDraft(props: AddProps) {
  const t = useText()
  const asking = createAsking()
  const [text, setText] = createSignal('')
  const [label, setLabel] = createSignal('')
  const [other, setOther] = createSignal<string>()
  const [unit, setUnit] = createSignal<Unit>('line')
  const [found, setFound] = createSignal<Read>()
  const second = () => other() ?? props.to
  const input = () => ({
    text: text(),
    other: second(),
    unit: unit(),
    label: label(),
    reporting_currency: props.to,
  })
  const forget = <Value,>(set: (value: Value) => unknown) => {
    return (value: Value) => {
      set(value)
      setFound(undefined)
    }
  }
  const write = forget(setText)
  return {
    text,
    second,
    unit,
    found,
    busy: asking.busy,
    write,
    onOther: forget(setOther),
    onUnit: forget(setUnit),
    async take(file: File | undefined) {
      if (!file) return
      setLabel(file.name)
      write(await file.text())
    },
    async look() {
      const outcome = await asking.run(postRates, { ...input(), preview: true })
      if (outcome.ok) setFound(outcome.value)
    },
    async keep() {
      const outcome = await asking.run(postRates, input())
      if (!outcome.ok) return
      const { id, read } = outcome.value
      write('')
      setLabel('')
      props.onChanged()
      asking.notices.show({
        tone: 'good',
        title: t('rates.kept', { n: read }),
        undo: () => void asking.run(deleteRates, { id: id ?? '' }).then(() => props.onChanged()),
      })
    },
  }
}

function Buttons(props: {
  readonly ready: boolean
  readonly busy: boolean
  readonly onFile: (file: File | undefined) => void
}) {
  const t = useText()
  let chooser!: HTMLInputElement
  return (
    <div class="flex flex-wrap gap-2">
      <Button type="submit" disabled={!props.ready} busy={props.busy}>
        {t('rates.check')}
      </Button>
      <Button look="quiet" icon="i-lucide-file-up" onClick={() => chooser.click()}>
        {t('rates.file')}
      </Button>
      <input
        ref={chooser}
        type="file"
        accept=".csv,.tsv,.txt"
        class="hidden"
        aria-label={t('rates.file')}
        onChange={(event) => props.onFile(event.currentTarget.files?.[0])}
      />
    </div>
  )
}

/** Rates pasted or taken from a file: read, looked at with the figures that they make, kept. */
export function AddRates(props: AddProps) {
  const t = useText()
  const draft = createDraft(props)
  createEffect(() => {
    const file = givenRatesFile()
    if (!file) return
    giveRatesFile(undefined)
    void draft.take(file).then(() => draft.look())
  })
  return (
    <form
      class="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void draft.look()
      }}
    >
      <Field label={t('rates.paste')} hint={t('rates.pasteHint')}>
        {(attributes) => (
          <textarea
            {...attributes}
            class="control h-32 lt-lg:h-32 py-2 font-mono text-sm w-full"
            value={draft.text()}
            onInput={(event) => draft.write(event.currentTarget.value)}
          />
        )}
      </Field>
      <Meaning
        currencies={props.currencies}
        other={draft.second()}
        unit={draft.unit()}
        onOther={draft.onOther}
        onUnit={draft.onUnit}
      />
      <Buttons
        ready={draft.text().trim() !== ''}
        busy={draft.busy()}
        onFile={(file) => void draft.take(file)}
      />
      <Show when={draft.found()}>
        {(read) => (
          <>
            <Found found={read()} />
            <Show when={read().read > 0}>
              <Button look="primary" class="w-fit" busy={draft.busy()} onClick={() => void draft.keep()}>
                {t('rates.keep', { n: read().read })}
              </Button>
            </Show>
          </>
        )}
      </Show>
    </form>
  )
}
