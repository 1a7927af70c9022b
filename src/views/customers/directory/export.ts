import type { Client } from '../../../api/client.ts'
import { listCustomers } from '../../../api/customers.ts'
import type { Customer, CustomersPage } from '../../../api/customers-schemas.ts'
import type { Outcome } from '../../../model/outcome.ts'
import { useJobs } from '../../../ui/jobs.tsx'
import { useNotices } from '../../../ui/notices.tsx'
import { fileNameOf, saveFile } from '../../../ui/save-file.ts'
import type { Column } from '../../../ui/table/columns.ts'
import { BYTE_ORDER_MARK, csvLines } from '../../../ui/table/csv.ts'
import { useText } from '../../../ui/text/text.tsx'
import { useShop } from '../../shop.tsx'
import type { Asked } from './listing.ts'

const PAGE = 1000

interface Written {
  readonly parts: readonly string[]
  readonly rows: number
}

type Ask = Pick<Asked, 'filter' | 'sort'>

async function writeAll(
  client: Client,
  { filter, sort }: Ask,
  columns: readonly Column<Customer>[],
  onPage: (done: number, total: number) => void,
  signal: AbortSignal,
): Promise<Written | string> {
  const parts = [BYTE_ORDER_MARK + csvLines([columns.map(({ label }) => label)])]
  let rows = 0
  let cursor: string | null = '0'
  while (cursor !== null) {
    const page: Outcome<CustomersPage> = await client.run(
      listCustomers,
      { ...filter, sort, limit: PAGE, cursor },
      { signal },
    )
    if (!page.ok) return page.failure.code
    const { items, total, next }: CustomersPage = page.value
    parts.push(csvLines(items.map((customer) => columns.map((column) => column.value(customer)))))
    rows += items.length
    onPage(rows, total)
    cursor = next
  }
  return { parts, rows }
}

/** Writes every customer of a filter, not only those in view, into a CSV file; long ones can be cancelled. */
export function createExport() {
  const t = useText()
  const jobs = useJobs()
  const notices = useNotices()
  const { client } = useShop()
  return async (title: string, asked: Ask, columns: readonly Column<Customer>[]): Promise<void> => {
    const controller = new AbortController()
    const job = jobs.start({ title, onCancel: () => controller.abort() })
    const onPage = (done: number, total: number) => job.update({ done, total, phase: t('customers.writing') })
    const written = await writeAll(client, asked, columns, onPage, controller.signal)
    job.finish()
    if (typeof written === 'string') {
      if (written !== 'CANCELLED') notices.show({ tone: 'bad', title: t('customers.exportFailed') })
      return
    }
    saveFile(`${fileNameOf(title)}.csv`, new Blob([...written.parts], { type: 'text/csv;charset=utf-8' }))
    notices.show({ tone: 'good', title: t('customers.exported', { n: written.rows }) })
  }
}
