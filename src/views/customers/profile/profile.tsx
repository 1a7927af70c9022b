import { A, useNavigate } from '@solidjs/router'
import { ErrorBoundary, For, Match, Show, Suspense, Switch, createEffect, createResource } from 'solid-js'
import { getCustomer } from '../../../api/customers.ts'
import type { CustomerProfile } from '../../../api/customers-schemas.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FailureCard } from '../../../ui/failure-card.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { useFormat, useText } from '../../../ui/text/text.tsx'
import { useShop } from '../../shop.tsx'
import { customerLabel } from '../../../model/customer-label.ts'
import { Actions } from './actions.tsx'
import { Changes } from './changes.tsx'
import { Notes } from './notes.tsx'
import { Outlook } from './outlook.tsx'
import { Preferences } from './preferences.tsx'
import { Timeline } from './timeline.tsx'
import { WhySegment } from './why-segment.tsx'

function Head(props: { readonly customer: CustomerProfile }) {
  const format = useFormat()
  const facts = () => {
    const { email, phone, country, platform_id } = props.customer
    const known = [email, phone, country && format().country(country), platform_id]
    return known.filter((fact) => fact && fact !== customerLabel(props.customer)).join(' · ')
  }
  return (
    <header class="flex flex-wrap items-start gap-x-4 gap-y-3">
      <div class="grow min-w-0 flex flex-col gap-1">
        <h1 class="page-title break-words">{customerLabel(props.customer)}</h1>
        <p class="text-muted break-words">{facts()}</p>
        <Show when={props.customer.tags.length > 0}>
          <p class="flex flex-wrap gap-1.5">
            <For each={props.customer.tags}>
              {(tag) => (
                <span class="rounded-full bg-accent-soft text-accent text-xs font-medium px-2 py-0.5">
                  {tag}
                </span>
              )}
            </For>
          </p>
        </Show>
      </div>
      <Actions customer={props.customer} />
    </header>
  )
}

/** A figure with its label; days fit as well as amounts. */
const Fact = (props: { readonly label: string; readonly value: string }) => (
  <div class="card p-4 lt-lg:p-3 flex flex-col gap-1">
    <dt class="text-sm text-muted font-medium">{props.label}</dt>
    <dd class="text-xl font-semibold figures">{props.value}</dd>
  </div>
)

function Facts(props: { readonly customer: CustomerProfile }) {
  const t = useText()
  const format = useFormat()
  const money = (value: number | null) => format().money(value, props.customer.currency)
  return (
    <dl class="grid gap-3 lg:gap-4 grid-cols-2 lg:grid-cols-5" aria-label={t('customers.figures')}>
      <Fact label={t('customers.orders')} value={format().number(props.customer.orders)} />
      <Fact label={t('customers.netSales')} value={money(props.customer.net_sales)} />
      <Fact label={t('customers.averageOrder')} value={money(props.customer.average_order_value)} />
      <Fact label={t('customers.firstOrder')} value={format().day(props.customer.first_order)} />
      <Fact label={t('customers.lastOrder')} value={format().day(props.customer.last_order)} />
    </dl>
  )
}

/** No such customer: gone, hidden, or one with another. */
function Missing(props: { readonly mergedInto: unknown }) {
  const t = useText()
  const navigate = useNavigate()
  createEffect(() => {
    if (typeof props.mergedInto === 'number') navigate(`/customers/${props.mergedInto}`, { replace: true })
  })
  return (
    <div class="card">
      <EmptyState
        icon="i-lucide-user-x"
        title={t('customers.missing')}
        detail={t('customers.missingDetail')}
        action={<Button onClick={() => navigate('/customers')}>{t('customers.toDirectory')}</Button>}
      />
    </div>
  )
}

const Known = (props: { readonly customer: CustomerProfile }) => (
  <>
    <Head customer={props.customer} />
    <Facts customer={props.customer} />
    <div class="grid gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)] items-start">
      <div class="flex flex-col gap-6 min-w-0">
        <Timeline customer={props.customer} />
        <Preferences customer={props.customer} />
      </div>
      <div class="flex flex-col gap-6 min-w-0">
        <Show when={props.customer.orders > 0}>
          <WhySegment customer={props.customer} />
          <Outlook customer={props.customer} />
        </Show>
        <Notes customer={props.customer} />
        <Changes customer={props.customer} />
      </div>
    </div>
  </>
)

/** One customer: what was bought, what is preferred, what was noted and changed by hand. */
export function Profile(props: { readonly id: string }) {
  const t = useText()
  const shop = useShop()
  const [answer, { refetch }] = createResource(
    () => ({ id: props.id, version: shop.version() }),
    ({ id }) => shop.client.run(getCustomer, { customer_id: id, predictions: 'kept' }),
  )
  const customer = () => {
    const outcome = answer.latest
    return outcome?.ok ? outcome.value : undefined
  }
  const failure = () => {
    const outcome = answer()
    return outcome && !outcome.ok ? outcome.failure : undefined
  }
  return (
    <div class="page">
      <A href="/customers" class="link self-start inline-flex items-center gap-1.5">
        <span class="i-lucide-arrow-left" aria-hidden="true" />
        {t('customers.toDirectory')}
      </A>
      <ErrorBoundary
        fallback={(cause: unknown, reset) => (
          <FailureCard code="UNEXPECTED" detail={String(cause)} onRetry={reset} />
        )}
      >
        <Suspense
          fallback={
            <>
              <h1 class="visually-hidden">{t('customers.customer')}</h1>
              <Skeleton class="h-31 rounded-card" count={4} />
            </>
          }
        >
          <Switch>
            <Match when={failure()}>
              {(fault) => (
                <Show
                  when={fault().code === 'NOT_FOUND' || fault().code === 'VALIDATION'}
                  fallback={
                    <FailureCard code={fault().code} detail={fault().detail} onRetry={() => void refetch()} />
                  }
                >
                  <Missing mergedInto={fault().fields?.['merged_into']} />
                </Show>
              )}
            </Match>
            <Match when={customer()}>{(known) => <Known customer={known()} />}</Match>
          </Switch>
        </Suspense>
      </ErrorBoundary>
    </div>
  )
}
