import { useNavigate } from '@solidjs/router'
import { createSignal } from 'solid-js'
import { createCustomerOperation } from '../../../api/customers.ts'
import { Button } from '../../../ui/button.tsx'
import { useNotices } from '../../../ui/notices.tsx'
import { useText } from '../../../ui/text/text.tsx'
import { useShop } from '../../shop.tsx'
import { PersonForm } from '../person-form.tsx'
import type { Person } from '../person-form.tsx'
import { createUndo } from '../undo.ts'

/** Makes a customer by hand, and shows it. */
export function NewCustomer() {
  const t = useText()
  const notices = useNotices()
  const navigate = useNavigate()
  const { client } = useShop()
  const undo = createUndo()
  const [open, setOpen] = createSignal(false)
  const [error, setError] = createSignal<string>()
  const save = async ({ tags, ...person }: Person) => {
    const outcome = await client.run(createCustomerOperation, { ...person, tags: [...tags] })
    if (!outcome.ok) {
      setError(t(outcome.failure.code === 'CONFLICT' ? 'customers.known' : 'customers.wrongEmail'))
      return
    }
    setOpen(false)
    const { customer_id, edit_id } = outcome.value
    notices.show({ tone: 'good', title: t('customers.created'), undo: () => void undo(edit_id) })
    navigate(`/customers/${customer_id}`)
  }
  return (
    <>
      <Button
        size="sm"
        look="quiet"
        icon="i-lucide-user-plus"
        onClick={() => {
          setError(undefined)
          setOpen(true)
        }}
      >
        {t('customers.new')}
      </Button>
      <PersonForm
        open={open()}
        title={t('customers.newTitle')}
        hint={t('customers.newDetail')}
        error={error()}
        onClose={() => setOpen(false)}
        onSave={(person) => void save(person)}
      />
    </>
  )
}
