import { Show } from 'solid-js'
import type { CustomerProfile } from '../../../api/customers-schemas.ts'
import { BarList } from '../../../ui/bar-list.tsx'
import { ColumnBars } from '../../../ui/column-bars.tsx'
import { useFormat, useText } from '../../../ui/text/text.tsx'
import { TitledCard } from '../../../ui/titled-card.tsx'

type Preferences = CustomerProfile['preferences']

const MOST = 5

function Bars(props: {
  readonly id: string
  readonly title: string
  readonly rows: Preferences['categories']
  readonly currency: string
}) {
  const t = useText()
  const format = useFormat()
  const rows = () =>
    props.rows
      .toSorted((a, b) => b.net_sales - a.net_sales)
      .slice(0, MOST)
      .map(({ name, net_sales, orders }) => ({
        key: name,
        label: name,
        value: net_sales,
        extra: (
          <span class="hint figures w-20 text-right whitespace-nowrap">
            {t('customers.inOrders', { n: orders })}
          </span>
        ),
      }))
  return (
    <TitledCard id={props.id} title={props.title}>
      <BarList label={props.title} rows={rows()} format={(value) => format().money(value, props.currency)} />
    </TitledCard>
  )
}

function When(props: { readonly preferences: Preferences }) {
  const t = useText()
  const format = useFormat()
  const days = () =>
    Array.from({ length: 7 }, (_, index) => ((format().weekStart - 1 + index) % 7) + 1).map((weekday) => ({
      name: format().weekday(weekday, 'short'),
      value: props.preferences.weekdays.find((row) => row.weekday === weekday)?.orders ?? 0,
    }))
  const hours = () => {
    const known = props.preferences.hours.map(({ hour }) => hour)
    const [first, last] = [Math.min(...known), Math.max(...known)]
    return Array.from({ length: known.length > 0 ? last - first + 1 : 0 }, (_, index) => ({
      // Every third has room for its name.
      name: (first + index) % 3 === 0 ? String(first + index) : '',
      value: props.preferences.hours.find(({ hour }) => hour === first + index)?.orders ?? 0,
    }))
  }
  return (
    <TitledCard id="habits" title={t('customers.when')} hint={t('customers.whenHint')}>
      <ColumnBars label={t('customers.weekdays')} bars={days()} format={String} />
      <Show when={hours().length > 1}>
        <ColumnBars label={t('customers.hours')} bars={hours()} format={String} />
      </Show>
    </TitledCard>
  )
}

/** What a customer buys and when. */
export function Preferences(props: { readonly customer: CustomerProfile }) {
  const t = useText()
  const preferences = () => props.customer.preferences
  return (
    <Show when={props.customer.orders > 0}>
      <div class="grid gap-6 grid-cols-[repeat(auto-fit,minmax(min(18rem,100%),1fr))]">
        <Show when={preferences().categories.length > 0}>
          <Bars
            id="categories"
            title={t('customers.categories')}
            rows={preferences().categories}
            currency={props.customer.currency}
          />
        </Show>
        <Show when={preferences().products.length > 0}>
          <Bars
            id="favourites"
            title={t('customers.favourites')}
            rows={preferences().products}
            currency={props.customer.currency}
          />
        </Show>
        <When preferences={preferences()} />
      </div>
    </Show>
  )
}
