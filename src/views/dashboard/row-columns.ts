import type { RowsAnswer } from '../../api/dashboard-schemas.ts'
import type { Column } from '../../ui/table/columns.ts'
import type { Cell } from '../../ui/table/csv.ts'
import type { Formats } from '../../ui/text/format.ts'
import type { TextKey, Translate } from '../../ui/text/translate.ts'
import { writeCountry } from './words.ts'

export type FigureRow = RowsAnswer['items'][number]
type Plain = Pick<Column<FigureRow>, 'key' | 'kind' | 'hidden'> & { readonly text: TextKey }

const order: Plain = { key: 'order_id', text: 'dashboard.order' }
const day: Plain = { key: 'day', text: 'dashboard.dayOf', kind: 'day' }
const customer: Plain = { key: 'customer', text: 'dashboard.customer' }
const money = (key: string, text: TextKey, hidden = false): Plain => ({ key, text, kind: 'money', hidden })
const net = money('net', 'metrics.net_sales.name')
const places: readonly Plain[] = [
  { key: 'country', text: 'dashboard.country' },
  { key: 'channel', text: 'dashboard.channel', hidden: true },
  { key: 'status', text: 'dashboard.status', hidden: true },
]

/** Columns of each kind of row; the amount that makes the figure comes last. */
const COLUMNS: Readonly<Record<RowsAnswer['row'], readonly Plain[]>> = {
  line: [
    order,
    day,
    { key: 'title', text: 'dashboard.product' },
    ...places,
    { ...customer, hidden: true },
    { key: 'quantity', text: 'dashboard.quantity', kind: 'number' },
    money('gross', 'metrics.gross_sales.name', true),
    money('discount', 'metrics.discounts.name', true),
    money('returned', 'metrics.returns.name', true),
  ],
  order: [
    order,
    day,
    customer,
    ...places,
    { key: 'coupon', text: 'dashboard.coupon', hidden: true },
    { key: 'units', text: 'dashboard.units', kind: 'number' },
    net,
  ],
  order_sum: [
    order,
    day,
    customer,
    money('gross', 'metrics.gross_sales.name', true),
    money('discount', 'metrics.discounts.name', true),
    money('returned', 'metrics.returns.name', true),
    net,
    money('shipping', 'metrics.shipping.name'),
    money('tax', 'metrics.taxes.name'),
  ],
  customer: [
    customer,
    { key: 'first_day', text: 'dashboard.firstDay', kind: 'day' },
    { key: 'last_day', text: 'dashboard.lastDay', kind: 'day' },
    { key: 'is_new', text: 'dashboard.isNew' },
    { key: 'orders', text: 'dashboard.orders', kind: 'number' },
    net,
  ],
  product: [
    { key: 'product_id', text: 'dashboard.product' },
    { key: 'title', text: 'parts.details' },
    { key: 'units', text: 'dashboard.units', kind: 'number' },
    net,
  ],
}

/** On one line. */
const joined = (text: string) => text.replaceAll(' ', '\u00a0')

/** A day stays on one line, a country has its name. */
function shownAs(format: Formats, { key, kind }: Pick<Plain, 'key' | 'kind'>): Partial<Column<FigureRow>> {
  if (kind === 'day') return { show: (row) => joined(format.day(String(row[key]))) }
  if (key !== 'country') return {}
  return { show: (row) => (row[key] === null ? '–' : joined(writeCountry(format.locale, String(row[key])))) }
}

/** Columns of the rows behind a figure. Rows come in the engine's order; a sort of one page would mislead. */
export function rowColumns(t: Translate, format: Formats, answer: RowsAnswer): readonly Column<FigureRow>[] {
  const currency = answer.currency ?? undefined
  const column = ({ text, ...plain }: Plain): Column<FigureRow> => ({
    ...plain,
    label: t(text as 'dashboard.order'),
    currency,
    sortable: false,
    value: (row) => row[plain.key] as Cell,
    ...shownAs(format, plain),
  })
  const counted = answer.unit !== 'money'
  return [
    ...COLUMNS[answer.row].filter(({ key }) => !(key === 'net' && answer.metric === 'net_sales')).map(column),
    {
      key: 'amount',
      label: counted ? t('dashboard.counts') : t(`metrics.${answer.metric}.name`),
      kind: counted ? 'number' : 'money',
      currency,
      sortable: false,
      value: (row) => row['amount'] as Cell,
      total: answer.sum,
    },
  ]
}
