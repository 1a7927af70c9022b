import { forecastDemandOperation } from '../../../api/forecast-demand.ts'
import type { Progress } from '../../../model/progress.ts'
import { useText } from '../../../ui/text/text.tsx'
import type { Translate } from '../../../ui/text/translate.ts'
import { useShop } from '../../shop.tsx'
import { createOneJob } from '../one-job.ts'
import { spanOf } from '../words.ts'

/** The forecast of all products of this tab. */
const job = createOneJob<object>('demand')

export const demandJob = job.running
export const demandFailure = job.fallen
/** Changes when there is a new answer to read. */
export const demandMade = job.made

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

/** Forecasts all products; one at a time. */
export function createDemandRun() {
  const t = useText()
  const { client } = useShop()
  const start = job.createStart()
  return (days: number): Promise<void> =>
    start({
      title: t('demand.job', { span: spanOf(t, days, 'D') }),
      about: {},
      phase: t('demand.phaseStart'),
      tell: makeMeter(t),
      cancelled: { title: t('demand.cancelled'), detail: t('demand.cancelledDetail') },
      run: (control) => client.run(forecastDemandOperation, { days, level: [80] }, control),
    })
}
