import { createSignal } from 'solid-js'
import { EXAMPLES } from './examples.ts'

/** What stands in the editor; it stays while other pages are shown. */
export const [draft, setDraft] = createSignal<string>(EXAMPLES[0].sql)

/** Puts a word in the place of the selection of a text field, and the cursor behind it. */
export function insertWord(field: HTMLTextAreaElement, word: string): string {
  const before = field.value.slice(0, field.selectionStart)
  const gap = before === '' || /[\s(,.]$/.test(before) ? '' : ' '
  field.setRangeText(`${gap}${word}`, field.selectionStart, field.selectionEnd, 'end')
  field.focus()
  return field.value
}
