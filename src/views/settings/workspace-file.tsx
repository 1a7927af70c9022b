import { Show, createSignal } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { createSettings, createWorkspaces } from './data.ts'
import type { WorkspaceEntry } from './data.ts'
import { ExportDialog } from './export-dialog.tsx'
import { OpenFile } from './open-file.tsx'
import { Section } from './section.tsx'

function LastExport() {
  const t = useText()
  const format = useFormat()
  const answer = createSettings()
  const at = () => {
    const outcome = answer.latest
    return outcome?.ok ? outcome.value.last_export_at : undefined
  }
  return (
    <Show when={at()} fallback={<p>{t('files.neverExported')}</p>}>
      {(when) => <p>{t('files.lastExport', { when: format().instant(when()) })}</p>}
    </Show>
  )
}

/** The workspace as a file: export, open, and how old the last copy is. */
export function WorkspaceFilePart() {
  const t = useText()
  const answer = createWorkspaces()
  const [leaving, setLeaving] = createSignal<WorkspaceEntry>()
  const current = () => {
    const outcome = answer.latest
    return outcome?.ok ? outcome.value.items.find(({ id }) => id === outcome.value.current) : undefined
  }
  return (
    <Section anchor="file" title={t('files.title')} hint={t('files.hint')}>
      <LastExport />
      <div class="flex flex-wrap gap-2">
        <Button look="primary" icon="i-lucide-file-down" onClick={() => setLeaving(current())}>
          {t('files.export')}
        </Button>
        <OpenFile />
      </div>
      <ExportDialog workspace={leaving()} onClose={() => setLeaving(undefined)} />
    </Section>
  )
}
