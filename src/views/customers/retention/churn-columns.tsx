import type { Column } from '../../../ui/table/columns.ts'
import type { Formats } from '../../../ui/text/format.ts'
import type { TextKey, Translate } from '../../../ui/text/translate.ts'
import type { Churn } from './answer.ts'

export type ChurnRow = Churn['customers']['items'][number]

const SHARES = ['discount_share', 'return_share']

/** A fact with its value: "Días sin comprar: 212". */
export function writeFeature(
  t: Translate,
  format: Formats,
  { feature, value }: ChurnRow['reasons'][number],
): string {
  const name = t(`worth.feature_${feature}` as TextKey)
  if (!Number.isFinite(value)) return name
  const written = SHARES.includes(feature)
    ? format.percent(value, 0)
    : format.number(value, value < 10 ? 1 : 0)
  return `${name}: ${written}`
}

/** What raises the risk most, two facts at most. */
const because = (t: Translate, format: Formats, row: ChurnRow): string =>
  row.reasons
    .filter(({ contribution }) => contribution > 0)
    .slice(0, 2)
    .map((reason) => writeFeature(t, format, reason))
    .join(' · ')

const line = (text: string) => text.replaceAll(' ', '\u00a0')

/** Columns of those who may leave: how probable, by which rhythm, when next, and why. */
export function churnColumns(t: Translate, format: Formats, currency: string): readonly Column<ChurnRow>[] {
  return [
    { key: 'name', label: t('worth.customer'), value: (row) => row.label },
    {
      key: 'churn_probability',
      label: t('worth.probability'),
      kind: 'percent',
      digits: 0,
      value: (row) => row.churn_probability,
    },
    {
      key: 'because',
      label: t('worth.because'),
      sortable: false,
      value: (row) => because(t, format, row),
      show: (row) => (
        <span class="block truncate max-w-80 text-muted" title={because(t, format, row)}>
          {because(t, format, row)}
        </span>
      ),
    },
    {
      key: 'net_sales',
      label: t('customers.netSales'),
      kind: 'money',
      currency,
      value: (row) => row.net_sales,
    },
    {
      key: 'days_since_order',
      label: t('worth.daysSince'),
      kind: 'number',
      value: (row) => row.days_since_order,
    },
    { key: 'usual_gap', label: t('worth.usualGap'), kind: 'number', value: (row) => row.usual_gap_days },
    {
      key: 'next_order',
      label: t('worth.nextOrder'),
      value: (row) => row.next_order?.date,
      show: (row) =>
        row.next_order ? (
          <span
            title={t('worth.nextRange', {
              from: format.day(row.next_order.from),
              to: format.day(row.next_order.to),
            })}
          >
            {line(format.day(row.next_order.date))}
          </span>
        ) : (
          '–'
        ),
    },
  ]
}
