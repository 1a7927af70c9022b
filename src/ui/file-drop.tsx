import { createSignal, onCleanup } from 'solid-js'
import type { ParentProps } from 'solid-js'
import { Button } from './button.tsx'
import { useText } from './text/text.tsx'

export interface FileDropHandlers {
  readonly onFiles: (files: readonly File[]) => void
  /** Whether files are being held over the place. */
  readonly onOver?: (over: boolean) => void
}

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** Makes an element (or the window) take dropped files: `ref={(el) => makeFileDrop(el, { onFiles })}`. Removed with its owner. */
export function makeFileDrop(place: HTMLElement | Window, handlers: FileDropHandlers): void {
  const listeners = new AbortController()
  const on = (name: 'dragenter' | 'dragover' | 'dragleave' | 'drop', act: (event: DragEvent) => void) =>
    place.addEventListener(name, (event) => act(event as DragEvent), { signal: listeners.signal })
  let depth = 0
  const over = (step: number) => {
    depth = Math.max(0, depth + step)
    handlers.onOver?.(depth > 0)
  }
  on('dragenter', (event) => holdsFiles(event) && over(1))
  on('dragleave', (event) => holdsFiles(event) && over(-1))
  on('dragover', (event) => holdsFiles(event) && event.preventDefault())
  on('drop', (event) => {
    // A place within a place (or within the window) has taken them already.
    if (!holdsFiles(event) || event.defaultPrevented) return over(-depth)
    event.preventDefault()
    over(-depth)
    handlers.onFiles([...(event.dataTransfer?.files ?? [])])
  })
  onCleanup(() => listeners.abort())
}

export interface FileDropProps extends ParentProps {
  readonly onFiles: (files: readonly File[]) => void
  /** File endings for the chooser: ".csv,.xlsx". Dropped files are not held to it; the reader of the files says what it takes. */
  readonly accept?: string
  readonly multiple?: boolean
  readonly disabled?: boolean
}

/** A place to drop files, with a button for everyone else. Children stand below the button: what is taken, what stays here. */
export function FileDrop(props: FileDropProps) {
  const t = useText()
  const [over, setOver] = createSignal(false)
  let chooser!: HTMLInputElement
  const take = (files: readonly File[]) => {
    if (files.length > 0 && !props.disabled) props.onFiles(files)
  }
  return (
    <div
      ref={(place) => makeFileDrop(place, { onFiles: take, onOver: setOver })}
      class={`rounded-card border-2 border-dashed px-4 py-10 flex flex-col items-center gap-3 text-center transition-colors ${over() ? 'border-accent bg-accent-soft' : 'border-line bg-surface'}`}
    >
      <span class="i-lucide-file-up text-3xl text-accent" aria-hidden="true" />
      <div class="flex flex-wrap items-center justify-center gap-2">
        <Button look="primary" disabled={props.disabled} onClick={() => chooser.click()}>
          {t('parts.chooseFiles')}
        </Button>
        <span class="text-muted">{over() ? t('parts.dropHere') : t('parts.orDrop')}</span>
      </div>
      <div class="hint max-w-[60ch]">{props.children}</div>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={t('parts.chooseFiles')}
        accept={props.accept}
        multiple={props.multiple ?? true}
        onChange={() => {
          take([...(chooser.files ?? [])])
          chooser.value = ''
        }}
      />
    </div>
  )
}
