import { useNavigate } from '@solidjs/router'
import { listImports } from '../../api/imports.ts'
import { useText } from '../../ui/text/text.tsx'
import { useShop } from '../shop.tsx'
import { DEMO_TIME_ZONE, fetchDemoFiles, openDemoWorkspace } from './demo-shop.ts'
import type { ImportDesk } from './import-desk.ts'
import { hindrance, setStage } from './stage.ts'

/** Opening the demo shop: a workspace of its own, its files by the ordinary way, then the summary. */
export function createDemoOpening(desk: ImportDesk) {
  const t = useText()
  const shop = useShop()
  const navigate = useNavigate()
  const isFilled = async () => {
    const history = await shop.client.run(listImports, {})
    return history.ok && history.value.items.some(({ state }) => state === 'committed')
  }
  return async () => {
    const opened = await openDemoWorkspace(shop.client, t('import.demoName'))
    const workspace = shop.client.session.current().row.id
    if (!opened.ok) return setStage({ kind: 'demo-failed', workspace, detail: opened.failure.detail })
    if (opened.value.found && (await isFilled())) return navigate('/')
    setStage({ kind: 'demo', workspace })
    const files = await desk.work.run(t('import.demoJob'), fetchDemoFiles)
    if (!files.ok) {
      const cancelled = files.failure.code === 'CANCELLED'
      setStage(
        cancelled
          ? { kind: 'idle', workspace }
          : { kind: 'demo-failed', workspace, detail: files.failure.detail },
      )
      return undefined
    }
    const dryRun = await desk.look(files.value, { time_zone: DEMO_TIME_ZONE })
    if (!dryRun || hindrance(dryRun) !== null) return undefined
    if (await desk.store()) navigate('/')
    return undefined
  }
}
