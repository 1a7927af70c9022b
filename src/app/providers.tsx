import type { ParentProps } from 'solid-js'
import { JobsProvider } from '../ui/jobs.tsx'
import { NoticesProvider } from '../ui/notices.tsx'
import { TextProvider } from '../ui/text/text.tsx'
import type { Spoken } from '../ui/text/text.tsx'
import { ThemeProvider } from '../ui/theme/theme.tsx'

export interface Texts {
  /** From `loadFrameText()` or `loadText()`. */
  readonly text: Spoken
  /** All texts, where `text` has only the first ones. */
  readonly wholeText?: Promise<Spoken>
}

/** Theme, language, notices and jobs for everything below. */
export function Providers(props: ParentProps<Texts>) {
  return (
    <ThemeProvider>
      <TextProvider start={props.text} {...(props.wholeText && { whole: props.wholeText })}>
        <NoticesProvider>
          <JobsProvider>{props.children}</JobsProvider>
        </NoticesProvider>
      </TextProvider>
    </ThemeProvider>
  )
}
