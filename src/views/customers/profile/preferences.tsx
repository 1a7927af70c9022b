import { For, Show } from 'solid-js'
import type { JSX } from 'solid-js'
import type { CustomerProfile } from '../../../api/customers-schemas.ts'
import { BarList } from '../../../ui/bar-list.tsx'
import { useFormat, useText } from '../../../ui/text/text.tsx'

type Preferences = CustomerProfile['preferences']

const MOST = 5

const Card = (props: { readonly title: string; readonly hint?: string; readonly children: JSX.Element }) => (
  <section class="card-pad flex flex-col gap-3" aria-label={props.title}>
    <header>
      <h2 class="section-title">{props.title}</h2>
      <Show when={props.hint}>
        <p class="hint">{props.hint}</p>
      </Show>
    </header>
    {props.children}
  </section>
)

function Bars(props: {
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
    <Card title={props.title}>
      <BarList label={props.title} rows={rows()} format={(value) => format().money(value, props.currency)} />
    </Card>
  )
}

/** Columns of orders by hour or weekday; the figure stands over each. */
function Columns(props: {
  readonly label: string
  readonly bars: readonly { readonly name: string; readonly orders: number }[]
}) {
  const most = () => Math.max(1, ...props.bars.map(({ orders }) => orders))
  return (
    <ol aria-label={props.label} class="flex items-end gap-0.5 h-24">
      <For each={props.bars}>
        {({ name, orders }) => (
          <li class="grow basis-0 min-w-0 h-full flex flex-col justify-end items-center gap-0.5">
            <span class="text-xs figures text-muted leading-none" aria-hidden={orders === 0}>
              {orders > 0 ? orders : ''}
            </span>
            <span
              class="w-full rounded-t-sm bg-accent"
              style={{ height: `${(orders / most()) * 55}px` }}
              aria-hidden="true"
            />
            <span class="text-xs text-muted leading-none pt-0.5 whitespace-nowrap h-3.5">{name}</span>
          </li>
        )}
      </For>
    </ol>
  )
}

function When(props: { readonly preferences: Preferences }) {
  const t = useText()
  const format = useFormat()
  const days = () =>
    Array.from({ length: 7 }, (_, index) => ((format().weekStart - 1 + index) % 7) + 1).map((weekday) => ({
      name: format().weekday(weekday, 'short'),
      orders: props.preferences.weekdays.find((row) => row.weekday === weekday)?.orders ?? 0,
    }))
  const hours = () => {
    const known = props.preferences.hours.map(({ hour }) => hour)
    const [first, last] = [Math.min(...known), Math.max(...known)]
    return Array.from({ length: known.length > 0 ? last - first + 1 : 0 }, (_, index) => ({
      // Every third has room for its name.
      name: (first + index) % 3 === 0 ? String(first + index) : '',
      orders: props.preferences.hours.find(({ hour }) => hour === first + index)?.orders ?? 0,
    }))
  }
  return (
    <Card title={t('customers.when')} hint={t('customers.whenHint')}>
      <Columns label={t('customers.weekdays')} bars={days()} />
      <Show when={hours().length > 1}>
        <Columns label={t('customers.hours')} bars={hours()} />
      </Show>
    </Card>
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
            title={t('customers.categories')}
            rows={preferences().categories}
            currency={props.customer.currency}
          />
        </Show>
        <Show when={preferences().products.length > 0}>
          <Bars
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
