import { useNavigate } from '@solidjs/router'
import { ErrorBoundary, Show, Suspense, createMemo, createSignal } from 'solid-js'
import type { Customer } from '../../../api/customers-schemas.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { FailureCard } from '../../../ui/failure-card.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { EndlessTable } from '../../../ui/table/endless-table.tsx'
import { useFormat, useText } from '../../../ui/text/text.tsx'
import { useShop } from '../../shop.tsx'
import type { Address } from '../address.ts'
import type { SortText } from '../filter.ts'
import { createChoices } from '../data.ts'
import { customerColumns } from './columns.ts'
import { createExport } from './export.ts'
import { Duplicates } from './duplicates.tsx'
import { Filters } from './filters.tsx'
import { createListing } from './listing.ts'
import type { Listing } from './listing.ts'
import { NewCustomer } from './new-customer.tsx'
import { SavedSegments } from './saved.tsx'

/** Columns that are not shown, and where the list was left: kept while one looks at a customer. */
const [hidden, setHidden] = createSignal<ReadonlySet<string>>(
  new Set([
    ...['platform_id', 'phone', 'tags', 'rfm', 'average_order_value', 'first_order', 'next_order_date'],
    // The e-mail stands in the first column where there is no name; beside it only where rows stay one line high.
    ...(matchMedia('(width < 1536px)').matches ? ['email'] : []),
    // A phone has room for the figures first.
    ...(matchMedia('(width < 1024px)').matches ? ['country', 'churn_probability'] : []),
  ]),
)
let left = { question: '', top: 0 }

const NoneFound = (props: { readonly address: Address }) => {
  const t = useText()
  const asked = () => Object.keys(props.address.filter()).length > 0
  return (
    <div class="card">
      <Show
        when={asked()}
        fallback={
          <EmptyState
            icon="i-lucide-user-search"
            title={t('customers.nobodyNamed')}
            detail={t('customers.nobodyNamedDetail')}
            action={<NewCustomer />}
          />
        }
      >
        <EmptyState
          icon="i-lucide-user-search"
          title={t('customers.noneFound')}
          detail={t('customers.noneFoundDetail')}
          action={
            <Button onClick={() => props.address.showFilter({}, props.address.sort())}>
              {t('customers.clear')}
            </Button>
          }
        />
      </Show>
    </div>
  )
}

interface SaveAllProps {
  readonly listing: Listing
  readonly columns: readonly Column<Customer>[]
}

/** The file of all that are found, not only of those in view. */
function SaveAll(props: SaveAllProps) {
  const t = useText()
  const save = createExport()
  const start = () => {
    const asked = props.listing.latest()?.asked
    if (asked) void save(t('customers.listTitle'), asked, props.columns)
  }
  return (
    <Button
      size="sm"
      look="quiet"
      icon="i-lucide-download"
      aria-label={t('customers.downloadAll', { n: props.listing.latest()?.total ?? 0 })}
      onClick={start}
    >
      CSV
    </Button>
  )
}

function List(props: { readonly listing: Listing; readonly address: Address }) {
  const t = useText()
  const format = useFormat()
  const navigate = useNavigate()
  const found = () => props.listing.latest()
  const question = () => JSON.stringify(found()?.asked ?? null)
  const columns = createMemo(() => {
    const list = found()
    return customerColumns(t, format(), list?.currency ?? 'XXX', list?.totals ?? { orders: 0, net_sales: 0 })
  })
  const total = () => found()?.total ?? 0
  const shown = () => columns().filter(({ key }) => !hidden().has(key))
  return (
    <Show when={total() > 0} fallback={<NoneFound address={props.address} />}>
      <div class={props.listing.updating() ? 'opacity-60' : ''} aria-busy={props.listing.updating()}>
        <EndlessTable<Customer>
          title={t('customers.listTitle')}
          columns={columns()}
          count={total()}
          rowAt={props.listing.rowAt}
          onWindow={props.listing.want}
          sort={props.address.order()}
          onSort={({ key, descending }) =>
            props.address.setSort(`${descending ? '-' : ''}${key}` as SortText)
          }
          onRow={(customer) => navigate(`/customers/${customer.customer_id}`)}
          hidden={hidden()}
          onHide={setHidden}
          totalLabel={t('customers.totalOf', { n: total() })}
          start={left.question === question() ? left.top : 0}
          onLeave={(top) => (left = { question: question(), top })}
          actions={
            <>
              <NewCustomer />
              <Duplicates />
              <SaveAll listing={props.listing} columns={shown()} />
            </>
          }
        />
      </div>
    </Show>
  )
}

/** Orders that name no customer: why the list does not add up to the shop's sales. */
function Anonymous(props: { readonly choices: ReturnType<typeof createChoices> }) {
  const t = useText()
  const format = useFormat()
  const apart = () => {
    const choices = props.choices()
    return choices && choices.anonymous.orders > 0 ? choices : undefined
  }
  return (
    <Show when={apart()}>
      {(known) => (
        <p class="hint flex items-start gap-2">
          <span class="i-lucide-info mt-0.5" aria-hidden="true" />
          {t('customers.anonymous', {
            n: known().anonymous.orders,
            amount: format().money(known().anonymous.net_sales, known().currency),
          })}
        </p>
      )}
    </Show>
  )
}

/** All customers of the shop: search, filter, sort, keep, export. */
export function Directory(props: { readonly address: Address }) {
  const shop = useShop()
  const choices = createChoices()
  const listing = createListing(shop.client, () => ({
    version: shop.version(),
    filter: props.address.filter(),
    sort: props.address.sort(),
  }))
  const failure = () => {
    const outcome = listing.outcome()
    return outcome && !outcome.ok ? outcome.failure : undefined
  }
  return (
    <div class="flex flex-col gap-3 min-w-0">
      <Filters address={props.address} choices={choices}>
        <SavedSegments address={props.address} />
      </Filters>
      <ErrorBoundary
        fallback={(cause: unknown, reset) => (
          <FailureCard
            code="UNEXPECTED"
            detail={String(cause)}
            onRetry={() => {
              listing.again()
              reset()
            }}
          />
        )}
      >
        <Suspense fallback={<Skeleton class="h-9" count={12} />}>
          <Show
            when={failure()}
            fallback={
              <Show when={listing.outcome()}>
                <List listing={listing} address={props.address} />
              </Show>
            }
          >
            {(fault) => <FailureCard code={fault().code} detail={fault().detail} onRetry={listing.again} />}
          </Show>
        </Suspense>
      </ErrorBoundary>
      <Anonymous choices={choices} />
    </div>
  )
}
