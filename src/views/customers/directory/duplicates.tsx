import { A } from '@solidjs/router'
import { For, Show, createResource, createSignal } from 'solid-js'
import { keepApartOperation, listDuplicates, mergeCustomersOperation } from '../../../api/customer-links.ts'
import type { Customer } from '../../../api/customers-schemas.ts'
import { Button } from '../../../ui/button.tsx'
import { Drawer } from '../../../ui/dialog.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { useNotices } from '../../../ui/notices.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { useFormat, useText } from '../../../ui/text/text.tsx'
import { useShop } from '../../shop.tsx'
import { customerLabel } from '../../../model/customer-label.ts'
import { createUndo } from '../undo.ts'

interface Pair {
  readonly reason: 'email' | 'phone' | 'name'
  readonly first: Customer
  readonly second: Customer
}

function Person(props: {
  readonly customer: Customer
  readonly currency: string
  readonly onOpen: () => void
}) {
  const t = useText()
  const format = useFormat()
  const more = () => {
    const { email, phone, platform_id, country } = props.customer
    return [email, phone, platform_id, country && format().country(country)].filter(Boolean).join(' · ')
  }
  return (
    <div class="flex flex-col gap-0.5 min-w-0 grow basis-56">
      <A
        href={`/customers/${props.customer.customer_id}`}
        class="font-medium truncate link"
        onClick={() => props.onOpen()}
      >
        {customerLabel(props.customer)}
      </A>
      <span class="hint break-words">{more()}</span>
      <span class="hint figures">
        {t('customers.ordersAndSales', {
          n: props.customer.orders,
          amount: format().money(props.customer.net_sales, props.currency),
        })}
      </span>
    </div>
  )
}

/** Merging two, keeping them apart, and the undo of either. */
function createMerging(again: () => void) {
  const t = useText()
  const notices = useNotices()
  const { client } = useShop()
  const undo = createUndo()
  const tell = (title: string, edit: string) =>
    notices.show({ tone: 'good', title, undo: () => void undo(edit).then(again) })
  return {
    merge: async ({ first, second }: Pair) => {
      const input = { customer_id: second.customer_id, into: first.customer_id }
      const outcome = await client.run(mergeCustomersOperation, input)
      again()
      if (outcome.ok) tell(t('customers.merged', { name: customerLabel(first) }), outcome.value.edit_id)
      else notices.show({ tone: 'bad', title: t('customers.notMerged'), detail: outcome.failure.detail })
    },
    apart: async ({ first, second }: Pair) => {
      const input = { customer_id: second.customer_id, into: first.customer_id }
      const outcome = await client.run(keepApartOperation, input)
      again()
      if (outcome.ok) tell(t('customers.keptApart'), outcome.value.edit_id)
    },
  }
}

function Suggestions(props: { readonly onOpen: () => void }) {
  const t = useText()
  const shop = useShop()
  const [found, { refetch }] = createResource(shop.version, async () => {
    const outcome = await shop.client.run(listDuplicates, { limit: 100 })
    return outcome.ok ? outcome.value : { currency: 'XXX', items: [] as Pair[], total: 0 }
  })
  const merging = createMerging(() => void refetch())
  return (
    <Show when={found.latest} fallback={<Skeleton class="h-20" count={3} />}>
      {(answer) => (
        <Show
          when={answer().items.length > 0}
          fallback={<EmptyState icon="i-lucide-users" title={t('customers.noDuplicates')} />}
        >
          <ul class="flex flex-col divide-y divide-line">
            <For each={answer().items}>
              {(pair) => (
                <li class="flex flex-col gap-2 py-3">
                  <p class="text-sm text-muted">{t(`customers.same_${pair.reason}`)}</p>
                  <div class="flex flex-wrap gap-x-6 gap-y-3">
                    <Person customer={pair.first} currency={answer().currency} onOpen={props.onOpen} />
                    <Person customer={pair.second} currency={answer().currency} onOpen={props.onOpen} />
                  </div>
                  <div class="flex flex-wrap gap-2">
                    <Button size="sm" icon="i-lucide-merge" onClick={() => void merging.merge(pair)}>
                      {t('customers.mergeInto', { name: customerLabel(pair.first) })}
                    </Button>
                    <Button size="sm" look="quiet" onClick={() => void merging.apart(pair)}>
                      {t('customers.notSame')}
                    </Button>
                  </div>
                </li>
              )}
            </For>
          </ul>
        </Show>
      )}
    </Show>
  )
}

/** Customers that may be one person, to merge or to keep apart. */
export function Duplicates() {
  const t = useText()
  const [open, setOpen] = createSignal(false)
  return (
    <>
      <Button size="sm" look="quiet" icon="i-lucide-merge" onClick={() => setOpen(true)}>
        {t('customers.duplicates')}
      </Button>
      <Drawer
        open={open()}
        onClose={() => setOpen(false)}
        title={t('customers.duplicates')}
        description={t('customers.duplicatesDetail')}
      >
        <Suggestions onOpen={() => setOpen(false)} />
      </Drawer>
    </>
  )
}
