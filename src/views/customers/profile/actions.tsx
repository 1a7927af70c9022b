import { useNavigate } from '@solidjs/router'
import { createSignal } from 'solid-js'
import { erasePerson } from '../../../api/privacy.ts'
import { changeCustomerOperation, removeCustomerOperation } from '../../../api/customers.ts'
import type { CustomerProfile } from '../../../api/customers-schemas.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Menu } from '../../../ui/menu.tsx'
import { useNotices } from '../../../ui/notices.tsx'
import { useText } from '../../../ui/text/text.tsx'
import { useShop } from '../../shop.tsx'
import { customerLabel } from '../../../model/customer-label.ts'
import { PersonForm } from '../person-form.tsx'
import type { Person } from '../person-form.tsx'
import { createUndo } from '../undo.ts'
import { MergeDialog } from './merge-dialog.tsx'

const personOf = ({ name, email, phone, country, tags }: CustomerProfile): Person => ({
  name: name ?? '',
  email: email ?? '',
  phone: phone ?? '',
  country: country ?? '',
  tags,
})

/** The fields that differ. */
const changeOf = (before: Person, after: Person): Partial<Record<keyof Person, string | string[]>> => ({
  ...Object.fromEntries(
    (['name', 'email', 'phone', 'country'] as const)
      .filter((field) => before[field] !== after[field].trim())
      .map((field) => [field, after[field]]),
  ),
  ...(before.tags.join() === after.tags.join() ? {} : { tags: [...after.tags] }),
})

/** Saving and hiding, each with its undo. */
function createChanging(customer: () => CustomerProfile) {
  const t = useText()
  const notices = useNotices()
  const navigate = useNavigate()
  const { client } = useShop()
  const undo = createUndo()
  return {
    /** What was wrong, if anything. */
    save: async (person: Person): Promise<string | undefined> => {
      const change = changeOf(personOf(customer()), person)
      if (Object.keys(change).length === 0) return undefined
      const input = { customer_id: customer().customer_id, ...change }
      const outcome = await client.run(changeCustomerOperation, input as { customer_id: number })
      if (!outcome.ok) return t('customers.wrongEmail')
      const { edit_id } = outcome.value
      notices.show({ tone: 'good', title: t('customers.saved'), undo: () => void undo(edit_id) })
      return undefined
    },
    hide: async () => {
      const title = t('customers.hidden', { name: customerLabel(customer()) })
      const outcome = await client.run(removeCustomerOperation, { customer_id: customer().customer_id })
      if (!outcome.ok) {
        notices.show({ tone: 'bad', title: t('customers.notSaved'), detail: outcome.failure.detail })
        return
      }
      const { edit_id } = outcome.value
      notices.show({ title, detail: t('customers.hiddenDetail'), undo: () => void undo(edit_id) })
      navigate('/customers')
    },
  }
}

interface EraseProps {
  readonly customer: CustomerProfile
  readonly open: boolean
  readonly onClose: () => void
}

/** Asks before what cannot be undone, and does it. */
function EraseDialog(props: EraseProps) {
  const t = useText()
  const notices = useNotices()
  const navigate = useNavigate()
  const { client } = useShop()
  const [busy, setBusy] = createSignal(false)
  const erase = async () => {
    setBusy(true)
    const outcome = await client.run(erasePerson, { customer_id: props.customer.customer_id })
    setBusy(false)
    props.onClose()
    if (!outcome.ok) {
      notices.show({ tone: 'bad', title: t('customers.notErased'), detail: outcome.failure.detail })
      return
    }
    notices.show({ tone: 'good', title: t('customers.erased') })
    navigate('/customers')
  }
  return (
    <Dialog
      open={props.open}
      onClose={() => props.onClose()}
      size="sm"
      title={t('customers.eraseTitle', { name: customerLabel(props.customer) })}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t('parts.cancel')}</Button>
          <Button look="danger" busy={busy()} onClick={() => void erase()}>
            {t('customers.erase')}
          </Button>
        </>
      }
    >
      <p>{t('customers.eraseDetail')}</p>
    </Dialog>
  )
}

/** Edit, merge, take off the lists, erase. */
export function Actions(props: { readonly customer: CustomerProfile }) {
  const t = useText()
  const changing = createChanging(() => props.customer)
  const [editing, setEditing] = createSignal(false)
  const [merging, setMerging] = createSignal(false)
  const [erasing, setErasing] = createSignal(false)
  const [error, setError] = createSignal<string>()
  const save = async (person: Person) => {
    setError(await changing.save(person))
    if (!error()) setEditing(false)
  }
  const edit = () => {
    setError(undefined)
    setEditing(true)
  }
  const items = () => [
    { label: t('customers.mergeWith'), icon: 'i-lucide-merge', onSelect: () => setMerging(true) },
    {
      label: t('customers.hide'),
      icon: 'i-lucide-user-minus',
      apart: true,
      onSelect: () => void changing.hide(),
    },
    { label: t('customers.eraseAsk'), icon: 'i-lucide-trash-2', onSelect: () => setErasing(true) },
  ]
  return (
    <div class="flex flex-wrap gap-2" data-print="no">
      <Button icon="i-lucide-pencil" onClick={edit}>
        {t('customers.edit')}
      </Button>
      <Menu
        label={t('customers.moreActions')}
        align="end"
        items={items()}
        trigger={(attributes) => (
          <Button icon="i-lucide-ellipsis" aria-label={t('customers.moreActions')} {...attributes} />
        )}
      />
      <PersonForm
        open={editing()}
        title={t('customers.editTitle')}
        hint={t('customers.editDetail')}
        person={personOf(props.customer)}
        error={error()}
        onClose={() => setEditing(false)}
        onSave={(person) => void save(person)}
      />
      <EraseDialog open={erasing()} customer={props.customer} onClose={() => setErasing(false)} />
      <MergeDialog open={merging()} customer={props.customer} onClose={() => setMerging(false)} />
    </div>
  )
}
