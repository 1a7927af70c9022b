import { useJobs } from '../../../ui/jobs.tsx'
import type { Customer } from '../../../api/customers-schemas.ts'
import { useNotices } from '../../../ui/notices.tsx'
import { fileNameOf, saveFile } from '../../../ui/save-file.ts'
import type { Column } from '../../../ui/table/columns.ts'
import { BYTE_ORDER_MARK, csvLines } from '../../../ui/table/csv.ts'
import { useText } from '../../../ui/text/text.tsx'
import { useShop } from '../../shop.tsx'
import type { Asked } from './listing.ts'
import { readAll } from './read-all.ts'

/** Writes every customer of a filter, not only those in view, into a CSV file; long ones can be cancelled. */
export function createExport() {
  const t = useText()
  const jobs = useJobs()
  const notices = useNotices()
  const { client } = useShop()
  return async (
    title: string,
    asked: Pick<Asked, 'filter' | 'sort'>,
    columns: readonly Column<Customer>[],
  ): Promise<void> => {
    const controller = new AbortController()
    const job = jobs.start({ title, onCancel: () => controller.abort() })
    const parts = [BYTE_ORDER_MARK + csvLines([columns.map(({ label }) => label)])]
    let done = 0
    const onPage = (customers: readonly Customer[], total: number) => {
      parts.push(csvLines(customers.map((customer) => columns.map((column) => column.value(customer)))))
      done += customers.length
      job.update({ done, total, phase: t('customers.writing') })
    }
    const read = await readAll(client, asked, { signal: controller.signal, onPage })
    job.finish()
    if (!read.ok) {
      if (read.failure.code !== 'CANCELLED')
        notices.show({
          tone: 'bad',
          title: t('customers.exportFailed'),
          detail: t(`problems.${read.failure.code}.do`),
        })
      return
    }
    saveFile(`${fileNameOf(title)}.csv`, new Blob(parts, { type: 'text/csv;charset=utf-8' }))
    notices.show({ tone: 'good', title: t('customers.exported', { n: done }) })
  }
}
