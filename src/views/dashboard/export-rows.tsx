import { createSignal } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { fileNameOf, saveFile } from '../../ui/save-file.ts'
import type { Column } from '../../ui/table/columns.ts'
import { toCsv, toTsv } from '../../ui/table/csv.ts'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { useShop } from '../shop.tsx'
import type { OpenFigure } from './address.ts'
import { readAllRows } from './all-rows.ts'
import { useAsked } from './data.ts'
import type { FigureRow } from './row-columns.ts'

export interface ExportRowsProps {
  readonly title: string
  readonly figure: OpenFigure
  readonly columns: readonly Column<FigureRow>[]
}

/** "Copy" and "CSV" of all rows behind a figure, not only of those in view. */
export function ExportRows(props: ExportRowsProps) {
  const t = useText()
  const format = useFormat()
  const notices = useNotices()
  const { client } = useShop()
  const asked = useAsked()
  const [busy, setBusy] = createSignal(false)
  const withAll = async (write: typeof toCsv, hand: (text: string) => Promise<void> | void) => {
    setBusy(true)
    const all = await readAllRows(client, asked(), props.figure)
    setBusy(false)
    if (!all.ok)
      return notices.show({ tone: 'bad', title: t('dashboard.exportFailed'), detail: all.failure.detail })
    const { rows, total } = all.value
    const head = props.columns.map(({ label }) => label)
    await hand(
      write(
        head,
        rows.map((row) => props.columns.map((column) => column.value(row))),
      ),
    )
    if (rows.length === total) return undefined
    const counts = { n: format().number(rows.length), total: format().number(total) }
    return notices.show({ tone: 'warn', title: t('dashboard.exportedFirst', counts) })
  }
  const copy = async (text: string) => {
    const copied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    notices.show(
      copied ? { tone: 'good', title: t('parts.copied') } : { tone: 'warn', title: t('parts.copyFailed') },
    )
  }
  const download = (csv: string) =>
    saveFile(`${fileNameOf(props.title)}.csv`, new Blob([csv], { type: 'text/csv;charset=utf-8' }))
  return (
    <span class="inline-flex gap-1" data-print="no">
      <Button
        size="sm"
        look="quiet"
        icon="i-lucide-copy"
        busy={busy()}
        onClick={() => void withAll(toTsv, copy)}
      >
        {t('parts.copy')}
      </Button>
      <Button
        size="sm"
        look="quiet"
        icon="i-lucide-download"
        aria-label={t('parts.downloadCsv')}
        busy={busy()}
        onClick={() => void withAll(toCsv, download)}
      >
        CSV
      </Button>
    </span>
  )
}
