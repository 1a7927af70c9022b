import { createSignal } from 'solid-js'
import { generateForecastOperation } from '../../api/forecast-generate.ts'
import { MODEL_NAMES } from '../../analytics/forecast/model.ts'
import type { Failure } from '../../model/outcome.ts'
import type { Progress } from '../../model/progress.ts'
import type { JobView } from '../../ui/job-row.tsx'
import { secondsLeft, useJobs } from '../../ui/jobs.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { useText } from '../../ui/text/text.tsx'
import type { Translate } from '../../ui/text/translate.ts'
import { useShop } from '../shop.tsx'
import type { Question } from './address.ts'
import { spanOf, subjectOf } from './words.ts'

interface Fallen {
  readonly workspace: string
  readonly question: Question
  readonly failure: Failure
}

/** The training of this tab; it outlives the page, so that one can look around meanwhile. */
const [running, setRunning] = createSignal<JobView>()
const [fallen, setFallen] = createSignal<Fallen>()
const [count, setCount] = createSignal(0)
let stop: AbortController | undefined

/** How many forecasts were made in this tab: changes when there is a new one to read. */
export const made = count
/** Says that forecasts were made elsewhere: in the background, after an import. */
export const noteMade = (): void => void setCount(count() + 1)
export const training = running
export const lastFailure = fallen

export function phaseOf(t: Translate, { phase }: Progress): string {
  const model = MODEL_NAMES.find((name) => name === phase)
  return model
    ? t('forecast.phase_model', { model: t(`forecast.model_${model}`) })
    : t('forecast.phase_start')
}

function createJob(t: Translate, title: string, tray: ReturnType<ReturnType<typeof useJobs>['start']>) {
  const began = performance.now()
  setRunning({ id: 'forecast', title, phase: t('forecast.phase_start'), done: 0, total: 0, onCancel: cancel })
  return (progress: Progress) => {
    const { done, total } = progress
    const phase = phaseOf(t, progress)
    const left = secondsLeft(done, total, performance.now() - began)
    tray.update({ done, total, phase })
    setRunning((job) => job && { ...job, done, total, phase, secondsLeft: left })
  }
}

function cancel(): void {
  setRunning((job) => job && { ...job, cancelling: true })
  stop?.abort()
}

/** Trains and predicts, shown by the jobs tray and by the page alike; one at a time. */
export function createTraining() {
  const t = useText()
  const jobs = useJobs()
  const notices = useNotices()
  const { client } = useShop()
  const settle = (workspace: string, question: Question, failure: Failure | undefined) => {
    if (failure?.code === 'CANCELLED')
      notices.show({ title: t('forecast.cancelled'), detail: t('forecast.cancelledDetail') })
    setFallen(failure && failure.code !== 'CANCELLED' ? { workspace, question, failure } : undefined)
  }
  return async (question: Question, name?: string): Promise<void> => {
    if (running()) return
    const { target, horizon, frequency } = question
    const workspace = client.session.current().row.id
    const controller = new AbortController()
    stop = controller
    setFallen(undefined)
    const what = subjectOf(t, target, name)
    const title = t('forecast.job', { what, span: spanOf(t, horizon, frequency) })
    const tray = jobs.start({ title, onCancel: cancel })
    const onProgress = createJob(t, title, tray)
    const control = { signal: controller.signal, onProgress }
    const asked = {
      ...question,
      level: [80, 95],
      ...(frequency === 'H' ? {} : { regressors: 'auto' as const }),
    }
    const outcome = await client.run(generateForecastOperation, asked, control)
    tray.finish()
    setRunning(undefined)
    settle(workspace, question, outcome.ok ? undefined : outcome.failure)
    setCount(count() + 1)
  }
}
