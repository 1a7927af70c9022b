import { createSignal } from 'solid-js'
import type { Outcome } from '../../model/outcome.ts'
import type { Progress } from '../../model/progress.ts'
import type { JobView } from '../../ui/job-row.tsx'
import { secondsLeft, useJobs } from '../../ui/jobs.tsx'
import { useText } from '../../ui/text/text.tsx'
import { phaseOf } from './words.ts'

export interface Control {
  readonly signal: AbortSignal
  readonly onProgress: (progress: Progress) => void
}

/** The work of this page that runs; it outlives the page, so that one can look around meanwhile. */
const [current, setCurrent] = createSignal<JobView>()
let stop: AbortController | undefined
let last = 0

/** Runs work one at a time, shown by the jobs tray and by the page alike. */
export function createLongWork() {
  const t = useText()
  const jobs = useJobs()
  const run = async <Value>(
    title: string,
    work: (control: Control) => Promise<Outcome<Value>>,
  ): Promise<Outcome<Value>> => {
    stop?.abort()
    const controller = new AbortController()
    const began = performance.now()
    const id = `work-${(last += 1)}`
    stop = controller
    const change = (part: Partial<JobView>) =>
      setCurrent((job) => (job?.id === id ? { ...job, ...part } : job))
    const onCancel = () => {
      change({ cancelling: true })
      controller.abort()
    }
    const tray = jobs.start({ title, onCancel })
    setCurrent({ id, title, phase: t('import.phase_start'), done: 0, total: 0, onCancel })
    const onProgress = (progress: Progress) => {
      const { done, total } = progress
      const phase = phaseOf(t, progress)
      tray.update({ done, total, phase })
      change({ done, total, phase, secondsLeft: secondsLeft(done, total, performance.now() - began) })
    }
    const outcome = await work({ signal: controller.signal, onProgress })
    tray.finish()
    setCurrent((job) => (job?.id === id ? undefined : job))
    return outcome
  }
  return { current, run }
}
