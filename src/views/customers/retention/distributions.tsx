import { BarList } from '../../../ui/bar-list.tsx'
import { useFormat, useText } from '../../../ui/text/text.tsx'
import type { Retention } from './answer.ts'

type Bucket = Retention['frequency']['distribution'][number]

/** "3", "4–7", "8+". */
export const bucketName = ({ from, to }: Bucket): string => {
  if (to === null) return `${from}+`
  return from === to ? String(from) : `${from}–${to}`
}

interface CardProps {
  readonly title: string
  readonly hint: string
  readonly buckets: readonly Bucket[]
}

function Card(props: CardProps) {
  const format = useFormat()
  const total = () => props.buckets.reduce((sum, { count }) => sum + count, 0)
  const rows = () =>
    props.buckets.map((bucket) => ({
      key: bucketName(bucket),
      label: bucketName(bucket),
      value: bucket.count,
      share: total() > 0 ? bucket.count / total() : null,
    }))
  return (
    <section class="card-pad flex flex-col gap-3" aria-label={props.title}>
      <header>
        <h2 class="section-title">{props.title}</h2>
        <p class="hint">{props.hint}</p>
      </header>
      <BarList label={props.title} rows={rows()} format={(value) => format().number(value)} />
    </section>
  )
}

/** Days between orders, and orders per customer. */
export function Distributions(props: { readonly retention: Retention }) {
  const t = useText()
  const format = useFormat()
  const gaps = () => ({
    median: format().number(props.retention.between_orders.median_days),
    first: format().number(props.retention.between_orders.first_to_second_median_days),
  })
  const often = () => ({
    mean: format().number(props.retention.frequency.orders_per_customer, 2),
    once: format().percent(props.retention.frequency.one_time_share),
  })
  return (
    <div class="grid gap-6 lg:grid-cols-2 items-start">
      <Card
        title={t('cohorts.between')}
        hint={t('cohorts.betweenHint', gaps())}
        buckets={props.retention.between_orders.distribution}
      />
      <Card
        title={t('cohorts.frequency')}
        hint={t('cohorts.frequencyHint', often())}
        buckets={props.retention.frequency.distribution}
      />
    </div>
  )
}
