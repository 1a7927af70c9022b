import { undoEdit } from '../../api/customer-links.ts'
import { useNotices } from '../../ui/notices.tsx'
import { useText } from '../../ui/text/text.tsx'
import { useShop } from '../shop.tsx'

/** Undoes a change by hand and says so. */
export function createUndo() {
  const t = useText()
  const notices = useNotices()
  const { client } = useShop()
  return async (edit: string): Promise<boolean> => {
    const outcome = await client.run(undoEdit, { id: edit })
    notices.show(
      outcome.ok
        ? { tone: 'good', title: t('customers.undone') }
        : { tone: 'bad', title: t('customers.notUndone'), detail: outcome.failure.detail },
    )
    return outcome.ok
  }
}
