import type { SegmentName } from '../../../analytics/customers/segment-rule.ts'
import { useNotices } from '../../../ui/notices.tsx'
import { fileNameOf, saveFile } from '../../../ui/save-file.ts'
import { toCsv } from '../../../ui/table/csv.ts'
import { useText } from '../../../ui/text/text.tsx'
import { useShop } from '../../shop.tsx'
import { readAll } from '../directory/read-all.ts'

/** Heads that e-mail tools know without a mapping; the same in every language. */
const HEAD = [
  'email',
  'name',
  'phone',
  'country',
  'segment',
  'orders',
  'net_sales',
  'first_order',
  'last_order',
]

/** Writes the customers of a segment who have an e-mail into a file for the e-mail tool. */
export function createMailing() {
  const t = useText()
  const notices = useNotices()
  const { client } = useShop()
  return async (segment: SegmentName): Promise<void> => {
    const all = await readAll(client, { filter: { segment }, sort: '-net_sales' })
    if (!all.ok) {
      notices.show({ tone: 'bad', title: t('customers.exportFailed'), detail: all.failure.detail })
      return
    }
    const reached = all.value.filter(({ email }) => email !== null)
    if (reached.length === 0) {
      notices.show({ tone: 'warn', title: t('analysis.nobodyToMail') })
      return
    }
    const rows = reached.map((row) => [
      ...[row.email, row.name, row.phone, row.country, segment],
      ...[row.orders, row.net_sales, row.first_order, row.last_order],
    ])
    const title = t('analysis.mailTitle', { name: t(`analysis.segment_${segment}`) })
    saveFile(`${fileNameOf(title)}.csv`, new Blob([toCsv(HEAD, rows)], { type: 'text/csv;charset=utf-8' }))
    const counts = { n: reached.length, without: all.value.length - reached.length }
    notices.show({ tone: 'good', title: t('analysis.mailed', counts) })
  }
}
