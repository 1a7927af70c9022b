import type { Customer } from '../../../api/customers-schemas.ts'
import type { Column } from '../../../ui/table/columns.ts'
import type { Formats } from '../../../ui/text/format.ts'
import type { Translate } from '../../../ui/text/translate.ts'
import { customerLabel } from '../../../model/customer-label.ts'

/** Who it is. */
const personColumns = (t: Translate, format: Formats): readonly Column<Customer>[] => [
  { key: 'name', label: t('customers.customer'), value: customerLabel },
  { key: 'email', label: t('customers.email'), value: ({ email }) => email },
  {
    key: 'platform_id',
    label: t('customers.shopId'),
    value: (row) => row.platform_id,
    hidden: true,
    sortable: false,
  },
  { key: 'phone', label: t('customers.phone'), value: ({ phone }) => phone, hidden: true, sortable: false },
  {
    key: 'country',
    label: t('customers.country'),
    value: ({ country }) => country,
    show: ({ country }) => format.country(country),
  },
  {
    key: 'tags',
    label: t('customers.tags'),
    value: ({ tags }) => tags.join(', '),
    hidden: true,
    sortable: false,
  },
  {
    key: 'segment',
    label: t('analysis.segment'),
    value: ({ segment }) => segment && t(`analysis.segment_${segment}`),
  },
  { key: 'rfm', label: 'RFM', value: ({ rfm }) => rfm && `${rfm.r}-${rfm.f}-${rfm.m}`, hidden: true },
]

/** What the models say of the customer. */
const predictedColumns = (t: Translate, currency: string): readonly Column<Customer>[] => [
  {
    key: 'clv',
    label: t('customers.clv'),
    kind: 'money',
    currency,
    value: ({ clv }) => clv,
  },
  {
    key: 'churn_probability',
    label: t('worth.probability'),
    kind: 'percent',
    digits: 0,
    value: (row) => row.churn_probability,
  },
  { key: 'next_order_date', label: t('worth.nextOrder'), kind: 'day', value: (row) => row.next_order_date },
]

/** Columns of the directory; `amounts` are what all that are found add up to. */
export function customerColumns(
  t: Translate,
  format: Formats,
  currency: string,
  amounts: { readonly orders: number; readonly net_sales: number },
): readonly Column<Customer>[] {
  const money = { kind: 'money', currency } as const
  return [
    ...personColumns(t, format),
    {
      key: 'orders',
      label: t('customers.orders'),
      kind: 'number',
      value: ({ orders }) => orders,
      total: amounts.orders,
    },
    {
      key: 'net_sales',
      label: t('customers.netSales'),
      ...money,
      value: (row) => row.net_sales,
      total: amounts.net_sales,
    },
    {
      key: 'average_order_value',
      label: t('customers.averageOrder'),
      ...money,
      value: (row) => row.average_order_value,
      hidden: true,
    },
    { key: 'first_order', label: t('customers.firstOrder'), kind: 'day', value: (row) => row.first_order },
    { key: 'last_order', label: t('customers.lastOrder'), kind: 'day', value: (row) => row.last_order },
    ...predictedColumns(t, currency),
  ]
}
