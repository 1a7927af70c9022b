import { render } from '@solidjs/testing-library'
import type { JSX } from 'solid-js'
import { NoticesProvider } from '../src/ui/notices.tsx'
import { TextProvider, loadText } from '../src/ui/text/text.tsx'
import type { Language } from '../src/ui/text/language.ts'
import { ThemeProvider } from '../src/ui/theme/theme.tsx'
import 'virtual:uno.css'
import '../src/ui/theme/tokens.css'
import '../src/ui/theme/base.css'

/** Renders a part of src/ui in a language, with the contexts and the styles that every screen gives it. */
export async function renderPart(part: () => JSX.Element, language: Language = 'en') {
  const start = await loadText(language)
  return render(() => (
    <ThemeProvider>
      <TextProvider start={start}>
        <NoticesProvider>{part()}</NoticesProvider>
      </TextProvider>
    </ThemeProvider>
  ))
}

/** A key press as the keyboard makes it, at what has the focus. */
export function press(key: string): void {
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
  )
}
