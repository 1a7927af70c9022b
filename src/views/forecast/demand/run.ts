import { createSignal } from 'solid-js'
import { forecastDemandOperation } from '../../../api/forecast-demand.ts'
import type { Failure } from '../../../model/outcome.ts'
import type { Progress } from '../../../model/progress.ts'
import type { JobView } from '../../../ui/job-row.tsx'
import { secondsLeft, useJobs } from '../../../ui/jobs.tsx'
import { useNotices } from '../../../ui/notices.tsx'
import { useText } from '../../../ui/text/text.tsx'
import type { Translate } from '../../../ui/text/translate.ts'
import { useShop } from '../../shop.tsx'
import { spanOf } from '../words.ts'

const [running, setRunning] = createSignal<JobView>()
const [fallen, setFallen] = createSignal<{ readonly workspace: string; readonly failure: Failure }>()
const [count, setCount] = createSignal(0)
let stop: AbortController | undefined

/** The forecast of all products of this tab; it outlives the view. */
export const demandJob = running
export const demandFailure = fallen
/** Changes when there is a new answer to read. */
export const demandMade = count

/** Of a first run so many hundredths are the training of the network. */
const NETWORK = 40

/** One bar for both parts of the work: the network, where one is trained, then product by product. */
function makeMeter(t: Translate) {
  let before = 0
  return ({ phase, done, total }: Progress) => {
    if (phase === 'global_network') before = NETWORK
    const share = total > 0 ? done / total : 0
    const hundredths = phase === 'global_network' ? NETWORK * share : before + (100 - before) * share
    const words =
      phase === 'global_network'
        ? t('demand.phaseNetwork')
        : t('demand.phaseProducts', { done: String(done), total: String(total) })
    return { done: hundredths, total: 100, phase: words }
  }
}

function cancel(): void {
  setRunning((job) => job && { ...job, cancelling: true })
  stop?.abort()
}

/** Forecasts all products, shown by the jobs tray and by the page alike; one at a time. */
export function createDemandRun() {
  const t = useText()
  const jobs = useJobs()
  const notices = useNotices()
  const { client } = useShop()
  return async (days: number): Promise<void> => {
    if (running()) return
    const workspace = client.session.current().row.id
    const controller = new AbortController()
    stop = controller
    setFallen(undefined)
    const title = t('demand.job', { span: spanOf(t, days, 'D') })
    const tray = jobs.start({ title, onCancel: cancel })
    const began = performance.now()
    const meter = makeMeter(t)
    setRunning({ id: 'demand', title, phase: t('demand.phaseStart'), done: 0, total: 0, onCancel: cancel })
    const onProgress = (progress: Progress) => {
      const told = meter(progress)
      const left = secondsLeft(told.done, told.total, performance.now() - began)
      tray.update(told)
      setRunning((job) => job && { ...job, ...told, secondsLeft: left })
    }
    const control = { signal: controller.signal, onProgress }
    const outcome = await client.run(forecastDemandOperation, { days, level: [80] }, control)
    tray.finish()
    setRunning(undefined)
    const failure = outcome.ok ? undefined : outcome.failure
    if (failure?.code === 'CANCELLED')
      notices.show({ title: t('demand.cancelled'), detail: t('demand.cancelledDetail') })
    setFallen(failure && failure.code !== 'CANCELLED' ? { workspace, failure } : undefined)
    setCount(count() + 1)
  }
}
