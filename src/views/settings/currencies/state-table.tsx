import { Show } from 'solid-js'
import type { RatesStateAnswer } from '../../../api/rates.ts'
import type { Column } from '../../../ui/table/columns.ts'
import { Table } from '../../../ui/table/table.tsx'
import { useFormat, useText } from '../../../ui/text/text.tsx'

type Row = RatesStateAnswer['currencies'][number]

/** Orders by the currency in which they were paid, and what of them has no rate. */
export function StateTable(props: { readonly state: RatesStateAnswer; readonly title: string }) {
  const t = useText()
  const format = useFormat()
  const to = () => props.state.reporting_currency
  const apart = ({ apart: rest, currency }: Row): string =>
    rest
      ? t('rates.apartCell', { orders: rest.orders, amount: format().money(rest.net_sales, currency) })
      : '–'
  const base = (): readonly Column<Row>[] => [
    { key: 'currency', label: t('rates.currency'), sortable: false, value: (row) => row.currency },
    { key: 'orders', label: t('rates.orders'), kind: 'number', sortable: false, value: (row) => row.orders },
    {
      key: 'net_sales',
      label: t('rates.netSales'),
      kind: 'number',
      sortable: false,
      value: (row) => row.net_sales,
      show: (row) => format().money(row.net_sales, row.currency),
    },
  ]
  const days: Column<Row> = {
    key: 'days',
    label: t('rates.days'),
    sortable: false,
    value: (row) => `${row.first_day} – ${row.last_day}`,
    show: (row) => format().dayRange(row.first_day, row.last_day),
  }
  const converted = (currency: string): readonly Column<Row>[] => [
    {
      key: 'converted',
      label: t('rates.inReporting', { currency }),
      kind: 'money',
      currency,
      sortable: false,
      value: (row) => row.converted,
    },
    { key: 'apart', label: t('rates.apart'), sortable: false, value: apart, show: apart },
  ]
  const columns = () => {
    const currency = to()
    return currency ? [...base(), ...converted(currency)] : [...base(), days]
  }
  const sum = () => {
    const [currency, all] = [to(), props.state.sum]
    if (!currency || !all) return undefined
    return t('rates.sum', {
      amount: format().money(all.net_sales, currency),
      orders: t('rates.nOrders', { n: all.orders }),
    })
  }
  return (
    <div class="flex flex-col gap-2">
      <Table title={props.title} columns={columns()} rows={props.state.currencies} />
      <Show when={sum()}>{(text) => <p class="font-medium">{text()}</p>}</Show>
    </div>
  )
}
