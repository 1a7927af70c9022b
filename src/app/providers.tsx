import type { ParentProps } from 'solid-js'
import { JobsProvider } from '../ui/jobs.tsx'
import { NoticesProvider } from '../ui/notices.tsx'
import { TextProvider } from '../ui/text/text.tsx'
import type { Spoken } from '../ui/text/text.tsx'
import { ThemeProvider } from '../ui/theme/theme.tsx'

/** Theme, language, notices and jobs for everything below; `text` comes from `loadText()`. */
export function Providers(props: ParentProps<{ readonly text: Spoken }>) {
  return (
    <ThemeProvider>
      <TextProvider start={props.text}>
        <NoticesProvider>
          <JobsProvider>{props.children}</JobsProvider>
        </NoticesProvider>
      </TextProvider>
    </ThemeProvider>
  )
}
