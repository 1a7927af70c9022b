import type { Column } from '../../../ui/table/columns.ts'
import type { Formats } from '../../../ui/text/format.ts'
import type { TextKey, Translate } from '../../../ui/text/translate.ts'
import type { Churn } from './answer.ts'

export type ChurnRow = Churn['customers']['items'][number]

const SHARES = ['discount_share', 'return_share', 'irregularity']
const TIMES = ['overdue', 'last_gap_ratio']

/** A fact with its value in its unit: "Días sin comprar: 212", "Gasto por pedido: 37,50 €". */
export function writeFeature(
  t: Translate,
  format: Formats,
  { feature, value }: ChurnRow['reasons'][number],
  currency: string,
): string {
  const name = t(`worth.feature_${feature}` as TextKey)
  if (!Number.isFinite(value)) return name
  if (feature === 'net_per_order') return `${name}: ${format.money(value, currency)}`
  if (SHARES.includes(feature)) return `${name}: ${format.percent(value, 0)}`
  const written = format.number(value, value < 10 ? 1 : 0)
  return `${name}: ${written}${TIMES.includes(feature) ? '×' : ''}`
}

/** What raises the risk most, two facts at most. */
const because = (t: Translate, format: Formats, row: ChurnRow, currency: string): string =>
  row.reasons
    .filter(({ contribution }) => contribution > 0 || row.base === null)
    .slice(0, 2)
    .map((reason) => writeFeature(t, format, reason, currency))
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
      value: (row) => because(t, format, row, currency),
      show: (row) => (
        <span class="block truncate max-w-80 text-muted" title={because(t, format, row, currency)}>
          {because(t, format, row, currency)}
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
