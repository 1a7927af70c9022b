import { For, Show, createResource, createSignal } from 'solid-js'
import { mergeCustomersOperation } from '../../../api/customer-links.ts'
import { listCustomers } from '../../../api/customers.ts'
import type { Customer, CustomerProfile } from '../../../api/customers-schemas.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field, TextInput } from '../../../ui/field.tsx'
import { useNotices } from '../../../ui/notices.tsx'
import { useFormat, useText } from '../../../ui/text/text.tsx'
import { useShop } from '../../shop.tsx'
import { customerLabel } from '../../../model/customer-label.ts'
import { createUndo } from '../undo.ts'

interface MergeDialogProps {
  readonly open: boolean
  readonly customer: CustomerProfile
  readonly onClose: () => void
}

function createMerge(props: MergeDialogProps) {
  const t = useText()
  const notices = useNotices()
  const { client } = useShop()
  const undo = createUndo()
  return async (other: Customer) => {
    const input = { customer_id: other.customer_id, into: props.customer.customer_id }
    props.onClose()
    const outcome = await client.run(mergeCustomersOperation, input)
    if (!outcome.ok) {
      notices.show({ tone: 'bad', title: t('customers.notMerged'), detail: outcome.failure.detail })
      return
    }
    const { edit_id } = outcome.value
    const title = t('customers.merged', { name: customerLabel(props.customer) })
    notices.show({ tone: 'good', title, undo: () => void undo(edit_id) })
  }
}

function Other(props: {
  readonly other: Customer
  readonly currency: string
  readonly onChoose: () => void
}) {
  const t = useText()
  const format = useFormat()
  const known = () => ({
    n: props.other.orders,
    amount: format().money(props.other.net_sales, props.currency),
  })
  return (
    <li>
      <button type="button" class="menu-item" onClick={() => props.onChoose()}>
        <span class="i-lucide-merge text-muted" aria-hidden="true" />
        <span class="grow min-w-0 truncate">{customerLabel(props.other)}</span>
        <span class="hint truncate">{t('customers.ordersAndSales', known())}</span>
      </button>
    </li>
  )
}

/** The other one, by search; choosing merges it into this one. */
function Choose(props: MergeDialogProps) {
  const t = useText()
  const { client } = useShop()
  const merge = createMerge(props)
  const [typed, setTyped] = createSignal('')
  const [found] = createResource(
    () => typed().trim() || false,
    async (q) => {
      const outcome = await client.run(listCustomers, { q, limit: 8, predictions: 'kept' })
      return outcome.ok ? outcome.value.items : []
    },
  )
  const others = () =>
    (found.latest ?? []).filter(({ customer_id }) => customer_id !== props.customer.customer_id)
  return (
    <div class="flex flex-col gap-3">
      <Field label={t('customers.search')}>
        {(attributes) => (
          <TextInput
            {...attributes}
            type="search"
            class="w-full"
            autofocus
            placeholder={t('customers.searchHint')}
            value={typed()}
            onInput={setTyped}
          />
        )}
      </Field>
      <ul class="flex flex-col">
        <For each={others()}>
          {(other) => (
            <Other other={other} currency={props.customer.currency} onChoose={() => void merge(other)} />
          )}
        </For>
      </ul>
      <Show when={typed().trim() !== '' && !found.loading && others().length === 0}>
        <p class="hint">{t('customers.noneFound')}</p>
      </Show>
    </div>
  )
}

/** Merges another customer into the one that is shown. */
export function MergeDialog(props: MergeDialogProps) {
  const t = useText()
  return (
    <Dialog
      open={props.open}
      onClose={() => props.onClose()}
      title={t('customers.mergeTitle', { name: customerLabel(props.customer) })}
      description={t('customers.mergeDetail')}
    >
      <Choose {...props} />
    </Dialog>
  )
}
