import { useText } from '../../ui/text/text.tsx'
import { OpenFile } from './open-file.tsx'
import { Section } from './section.tsx'
import { WorkspacesPart } from './workspaces.tsx'

/** What the settings have for whoever cannot open the workspace: the others, a new one, and a file. */
export function LockedParts() {
  const t = useText()
  return (
    <>
      <WorkspacesPart />
      <Section title={t('files.title')} hint={t('files.hint')}>
        <OpenFile />
      </Section>
    </>
  )
}
