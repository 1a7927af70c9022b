import { type FilePreview, type ImportOptions, optionsOfFile } from '../../model/preview.ts'
import { Button } from '../../ui/button.tsx'
import { useText } from '../../ui/text/text.tsx'

/** The options of a drop with one file left out, or taken in again. */
const withSkip = (options: ImportOptions, name: string, skip: boolean): ImportOptions => ({
  ...options,
  files: { ...options.files, [name]: { ...options.files?.[name], skip } },
})

/** Leaves one file of a drop out, or takes it in again. */
export function LeaveOut(props: {
  readonly file: FilePreview
  readonly options: ImportOptions
  readonly onChange: (options: ImportOptions) => void
}) {
  const t = useText()
  const isOut = () => optionsOfFile(props.options, props.file.name).skip === true
  return (
    <Button
      size="sm"
      class="self-start"
      aria-label={`${t(isOut() ? 'import.takeIn' : 'import.leaveOut')}: ${props.file.name}`}
      onClick={() => props.onChange(withSkip(props.options, props.file.name, !isOut()))}
    >
      {t(isOut() ? 'import.takeIn' : 'import.leaveOut')}
    </Button>
  )
}
