import { Show } from 'solid-js'
import type { JSX } from 'solid-js'
import { BarList } from '../../../ui/bar-list.tsx'
import { ColumnBars } from '../../../ui/column-bars.tsx'
import { useFormat, useText } from '../../../ui/text/text.tsx'
import { bucketName } from '../retention/distributions.tsx'
import type { Habit } from './answer.ts'

interface HabitsProps {
  readonly habit: Habit
  readonly currency: string
}

const Card = (props: { readonly title: string; readonly children: JSX.Element }) => (
  <section class="card-pad flex flex-col gap-3" aria-label={props.title}>
    <h2 class="section-title">{props.title}</h2>
    {props.children}
  </section>
)

function When(props: HabitsProps) {
  const t = useText()
  const format = useFormat()
  const days = () =>
    Array.from({ length: 7 }, (_, index) => ((format().weekStart - 1 + index) % 7) + 1).map((weekday) => ({
      name: format().weekday(weekday, 'short'),
      value: props.habit.weekdays[weekday - 1] ?? 0,
    }))
  const hours = () =>
    props.habit.hours.map((value, hour) => ({ name: hour % 3 === 0 ? String(hour) : '', value }))
  return (
    <Card title={t('customers.when')}>
      <ColumnBars label={t('customers.weekdays')} bars={days()} format={(value) => format().compact(value)} />
      <Show when={props.habit.hours.some((orders, hour) => hour > 0 && orders > 0)}>
        <ColumnBars label={t('customers.hours')} bars={hours()} />
      </Show>
    </Card>
  )
}

/** One segment's hours, categories and baskets. */
export function Habits(props: HabitsProps) {
  const t = useText()
  const format = useFormat()
  const categories = () =>
    props.habit.categories.slice(0, 8).map(({ category, net_sales, share }) => ({
      key: category,
      label: category === '' ? t('cohorts.unknown') : category,
      value: net_sales,
      share,
    }))
  const baskets = () =>
    props.habit.basket_sizes.map((bucket) => ({
      key: bucketName(bucket),
      label: t('cohorts.unitsIn', { n: bucketName(bucket) }),
      value: bucket.count,
      share: props.habit.orders > 0 ? bucket.count / props.habit.orders : null,
    }))
  return (
    <div class="grid gap-6 grid-cols-[repeat(auto-fit,minmax(min(22rem,100%),1fr))] items-start">
      <When {...props} />
      <Show when={categories().length > 0}>
        <Card title={t('cohorts.categories')}>
          <BarList
            label={t('cohorts.categories')}
            rows={categories()}
            format={(value) => format().compactMoney(value, props.currency)}
          />
        </Card>
      </Show>
      <Card title={t('cohorts.baskets')}>
        <BarList label={t('cohorts.baskets')} rows={baskets()} format={(value) => format().number(value)} />
      </Card>
    </div>
  )
}
