import { Button } from '../../ui/button.tsx'
import { useText } from '../../ui/text/text.tsx'
import { givenWorkspaceFile, giveWorkspaceFile } from '../given-files.ts'
import { OpenDialog } from './open-dialog.tsx'

/** Chooses a workspace file, or takes one that came from outside, and shows what is in it. */
export function OpenFile() {
  const t = useText()
  let chooser!: HTMLInputElement
  return (
    <>
      <Button class="self-start" icon="i-lucide-folder-open" onClick={() => chooser.click()}>
        {t('files.open')}
      </Button>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={t('files.open')}
        accept=".ventas"
        onChange={() => {
          giveWorkspaceFile(chooser.files?.[0])
          chooser.value = ''
        }}
      />
      <OpenDialog file={givenWorkspaceFile()} onClose={() => giveWorkspaceFile(undefined)} />
    </>
  )
}
