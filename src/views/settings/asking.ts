import { createSignal } from 'solid-js'
import { useNotices } from '../../ui/notices.tsx'
import { useText } from '../../ui/text/text.tsx'
import { useShop } from '../shop.tsx'

/** Calls of the operations that tell their failures as notices, and whether one is under way. */
export function createAsking() {
  const t = useText()
  const notices = useNotices()
  const shop = useShop()
  const [busy, setBusy] = createSignal(false)
  const run: typeof shop.client.run = async (operation, input) => {
    setBusy(true)
    const outcome = await shop.client.run(operation, input)
    setBusy(false)
    if (!outcome.ok)
      notices.show({
        tone: 'bad',
        title: t(`problems.${outcome.failure.code}`),
        detail: t(`problems.${outcome.failure.code}.do`),
      })
    return outcome
  }
  return { busy, run, notices }
}
