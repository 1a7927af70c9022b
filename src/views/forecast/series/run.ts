import { createSignal, onCleanup } from 'solid-js'
import { forecastSeriesOperation } from '../../../api/forecast.ts'
import type { Frequency } from '../../../analytics/forecast/history.ts'
import type { Failure } from '../../../model/outcome.ts'
import type { Progress } from '../../../model/progress.ts'
import type { JobView } from '../../../ui/job-row.tsx'
import { secondsLeft } from '../../../ui/jobs.tsx'
import { useText } from '../../../ui/text/text.tsx'
import { useShop } from '../../shop.tsx'
import type { Forecast } from '../forecast.ts'
import { phaseOf } from '../training.ts'
import { asForecast } from './answer.ts'

interface Asked {
  readonly values: readonly number[]
  readonly regressors: Readonly<Record<string, number[]>>
  readonly horizon: number
  readonly start: string
  readonly frequency: Frequency
}

/** Runs the forecast of a pasted series; leaving the view cancels it. */
export function createSeriesRun() {
  const t = useText()
  const { client } = useShop()
  const [job, setJob] = createSignal<JobView>()
  const [failure, setFailure] = createSignal<Failure>()
  const [made, setMade] = createSignal<{ readonly forecast: Forecast; readonly what: string }>()
  let stop: AbortController | undefined
  const cancel = () => stop?.abort()
  onCleanup(cancel)
  const start = async (asked: Asked, what: string): Promise<void> => {
    const controller = new AbortController()
    stop = controller
    const began = performance.now()
    setFailure(undefined)
    setMade(undefined)
    setJob({
      id: 'series',
      title: t('span.seriesTitle'),
      phase: t('forecast.phase_start'),
      done: 0,
      total: 0,
      onCancel: cancel,
    })
    const onProgress = (progress: Progress) => {
      const left = secondsLeft(progress.done, progress.total, performance.now() - began)
      setJob((now) => now && { ...now, ...progress, phase: phaseOf(t, progress), secondsLeft: left })
    }
    const { values, regressors, horizon, frequency } = asked
    const input = { values: [...values], regressors, horizon, frequency, start: asked.start, level: [80, 95] }
    const outcome = await client.run(forecastSeriesOperation, input, {
      signal: controller.signal,
      onProgress,
    })
    setJob(undefined)
    if (outcome.ok) setMade({ forecast: asForecast(outcome.value, asked), what })
    else if (outcome.failure.code !== 'CANCELLED') setFailure(outcome.failure)
  }
  return { job, failure, made, start }
}
