import { For, Show, createEffect, createMemo, createSignal, createUniqueId, onCleanup } from 'solid-js'
import { useText } from './text/text.tsx'

export interface Command {
  readonly id: string
  readonly label: string
  readonly group: string
  readonly icon?: string
  /** Other words to find it by. */
  readonly keywords?: string
  /** Right of the label: a key, a state. */
  readonly hint?: string
  readonly run: () => void
}

export interface CommandPaletteProps {
  readonly open: boolean
  readonly commands: readonly Command[]
  readonly onOpen: () => void
  readonly onClose: () => void
}

const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase()

/** Commands that hold every word typed, those that begin with the text first; accents and case make no difference. */
function findCommands(commands: readonly Command[], typed: string): readonly Command[] {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  const found = commands.filter((command) => {
    const text = plain(`${command.label} ${command.group} ${command.keywords ?? ''}`)
    return words.every((word) => text.includes(word))
  })
  const begins = (command: Command) => Number(!plain(command.label).startsWith(words[0] ?? ''))
  return words.length === 0 ? found : found.toSorted((a, b) => begins(a) - begins(b))
}

/** Ctrl/⌘ K anywhere opens it. */
function makeShortcut(open: () => void) {
  const listen = (event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey) return
    event.preventDefault()
    open()
  }
  addEventListener('keydown', listen)
  onCleanup(() => removeEventListener('keydown', listen))
}

interface ResultsProps {
  readonly id: string
  readonly found: readonly Command[]
  readonly at: number
  readonly onPoint: (index: number) => void
  readonly onRun: (command: Command) => void
}

function Results(props: ResultsProps) {
  const t = useText()
  return (
    <ul id={props.id} role="listbox" aria-label={t('parts.palette')} class="max-h-[50dvh] overflow-auto p-1">
      <For each={props.found}>
        {(command, index) => (
          <li
            id={`${props.id}-${index()}`}
            role="option"
            aria-selected={index() === props.at}
            class="menu-item cursor-pointer aria-selected:bg-sunken scroll-my-2"
            onPointerMove={() => props.onPoint(index())}
            onClick={() => props.onRun(command)}
          >
            <span class={`${command.icon ?? 'i-lucide-chevron-right'} text-muted`} aria-hidden="true" />
            <span class="grow truncate">{command.label}</span>
            <span class="hint whitespace-nowrap">{command.hint ?? command.group}</span>
          </li>
        )}
      </For>
    </ul>
  )
}

interface SearchLineProps {
  readonly listId: string
  readonly active: string | undefined
  readonly onType: (text: string) => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

function SearchLine(props: SearchLineProps) {
  const t = useText()
  return (
    <div class="flex items-center gap-3 px-4 border-b border-line">
      <span class="i-lucide-search text-muted" aria-hidden="true" />
      <input
        type="text"
        role="combobox"
        autofocus
        aria-label={t('parts.palette')}
        aria-expanded="true"
        aria-controls={props.listId}
        aria-activedescendant={props.active}
        placeholder={t('parts.palette')}
        autocomplete="off"
        spellcheck={false}
        class="h-12 grow min-w-0 bg-transparent text-lg focus-visible:outline-none placeholder:text-muted"
        onInput={(event) => props.onType(event.currentTarget.value)}
        onKeyDown={(event) => props.onKeyDown(event)}
      />
    </div>
  )
}

/** What is typed, found and pointed at. */
function createSearch(commands: () => readonly Command[], onRun: (command: Command) => void) {
  const [typed, setTyped] = createSignal('')
  const [at, setAt] = createSignal(0)
  const found = createMemo(() => findCommands(commands(), typed()))
  const type = (text: string) => {
    setTyped(text)
    setAt(0)
  }
  const step = (by: number) => setAt((at() + by + found().length) % Math.max(1, found().length))
  const press = (event: KeyboardEvent) => {
    const chosen = found()[at()]
    if (event.key === 'ArrowDown') step(1)
    else if (event.key === 'ArrowUp') step(-1)
    else if (event.key === 'Enter' && chosen) onRun(chosen)
    else return
    event.preventDefault()
  }
  return { typed, found, at, type, press, point: setAt }
}

/** Search over pages and actions, by keyboard alone. */
export function CommandPalette(props: CommandPaletteProps) {
  const t = useText()
  const id = createUniqueId()
  let dialog!: HTMLDialogElement
  const run = (command: Command) => {
    props.onClose()
    command.run()
  }
  const search = createSearch(() => props.commands, run)
  const count = () => search.found().length
  makeShortcut(() => props.onOpen())
  createEffect(() => {
    if (props.open && !dialog.open) dialog.showModal()
    if (!props.open && dialog.open) dialog.close()
  })
  const press = (event: KeyboardEvent) => {
    search.press(event)
    dialog.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }
  const close = () => {
    search.type('')
    props.onClose()
  }
  return (
    <dialog
      ref={dialog}
      aria-label={t('parts.palette')}
      class="float p-0 mx-auto mt-[12dvh] mb-auto w-[calc(100%-2rem)] max-w-[560px] overflow-hidden"
      onClose={close}
      onClick={(event) => event.target === dialog && props.onClose()}
    >
      <Show when={props.open}>
        <SearchLine
          listId={id}
          active={count() > 0 ? `${id}-${search.at()}` : undefined}
          onType={search.type}
          onKeyDown={press}
        />
        <Results id={id} found={search.found()} at={search.at()} onPoint={search.point} onRun={run} />
        <p class={count() > 0 ? 'visually-hidden' : 'hint p-4'} role="status">
          {count() > 0
            ? t('parts.results', { n: count() })
            : t('parts.paletteEmpty', { text: search.typed() })}
        </p>
      </Show>
    </dialog>
  )
}
