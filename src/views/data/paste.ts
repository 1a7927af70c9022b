import { onCleanup, onMount } from 'solid-js'

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))

/** Cells copied from a spreadsheet as a file: tab separated text of two lines at least, or files themselves. */
export function pastedFiles(
  data: Pick<DataTransfer, 'files' | 'getData'> | null,
  name: string,
): readonly File[] {
  if (!data) return []
  if (data.files.length > 0) return [...data.files]
  const text = data.getData('text/plain')
  const isTable = /[\t,;|]/.test(text) && text.trim().includes('\n')
  return isTable ? [new File([text], name, { type: 'text/tab-separated-values' })] : []
}

/** Takes what is pasted anywhere on the page but into a field, while the component is shown. */
export function makePaste(name: () => string, onFiles: (files: readonly File[]) => void): void {
  onMount(() => {
    const take = (event: ClipboardEvent) => {
      if (isTyping(event.target)) return
      const files = pastedFiles(event.clipboardData, name())
      if (files.length === 0) return
      event.preventDefault()
      onFiles(files)
    }
    document.addEventListener('paste', take)
    onCleanup(() => document.removeEventListener('paste', take))
  })
}
