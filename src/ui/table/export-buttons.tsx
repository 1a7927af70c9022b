import { Button } from '../button.tsx'
import { useNotices } from '../notices.tsx'
import { fileNameOf, saveFile } from '../save-file.ts'
import { useText } from '../text/text.tsx'
import { toCsv, toTsv } from './csv.ts'
import type { Cell } from './csv.ts'

export interface ExportButtonsProps {
  /** Becomes the file's name. */
  readonly title: string
  readonly head: () => readonly string[]
  readonly rows: () => readonly (readonly Cell[])[]
}

/** "Copy" and "CSV" of a table's rows, formulas guarded. */
export function ExportButtons(props: ExportButtonsProps) {
  const t = useText()
  const notices = useNotices()
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(toTsv(props.head(), props.rows()))
      notices.show({ tone: 'good', title: t('parts.copied') })
    } catch {
      notices.show({ tone: 'warn', title: t('parts.copyFailed') })
    }
  }
  const download = () => {
    const csv = new Blob([toCsv(props.head(), props.rows())], { type: 'text/csv;charset=utf-8' })
    saveFile(`${fileNameOf(props.title)}.csv`, csv)
  }
  return (
    <span class="inline-flex gap-1" data-print="no">
      <Button size="sm" look="quiet" icon="i-lucide-copy" onClick={copy}>
        {t('parts.copy')}
      </Button>
      <Button
        size="sm"
        look="quiet"
        icon="i-lucide-download"
        aria-label={t('parts.downloadCsv')}
        onClick={download}
      >
        CSV
      </Button>
    </span>
  )
}
