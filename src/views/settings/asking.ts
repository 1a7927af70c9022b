import { createSignal } from 'solid-js'
import { useFailureNotice } from '../../ui/failure-notice.ts'
import { useNotices } from '../../ui/notices.tsx'
import { useShop } from '../shop.tsx'

/** Calls of the operations that tell their failures as notices, and whether one is under way. */
export function createAsking() {
  const tellFailure = useFailureNotice()
  const notices = useNotices()
  const shop = useShop()
  const [busy, setBusy] = createSignal(false)
  const run: typeof shop.client.run = async (operation, input) => {
    setBusy(true)
    const outcome = await shop.client.run(operation, input)
    setBusy(false)
    if (!outcome.ok) tellFailure(outcome.failure)
    return outcome
  }
  return { busy, run, notices }
}
