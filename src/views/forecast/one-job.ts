import { createSignal } from 'solid-js'
import type { Failure, Outcome } from '../../model/outcome.ts'
import type { Progress } from '../../model/progress.ts'
import type { JobView } from '../../ui/job-row.tsx'
import { secondsLeft, useJobs } from '../../ui/jobs.tsx'
import { useNotices } from '../../ui/notices.tsx'
import { useShop } from '../shop.tsx'

interface WorkControl {
  readonly signal: AbortSignal
  readonly onProgress: (progress: Progress) => void
}

/** One run of the work. */
export interface Work<About> {
  readonly title: string
  /** What it is about, told again where it fails. */
  readonly about: About
  /** In words, until there is progress. */
  readonly phase: string
  /** Progress with its phase in words. */
  readonly tell: (progress: Progress) => Pick<JobView, 'done' | 'total' | 'phase'>
  /** Said when it was cancelled. */
  readonly cancelled: { readonly title: string; readonly detail: string }
  readonly run: (control: WorkControl) => Promise<Outcome<unknown>>
}

/**
 * A long work of which this tab does one at a time: shown by the jobs tray and by the page alike, it outlives the page,
 * so that one can look around meanwhile.
 */
export function createOneJob<About>(id: string) {
  const [running, setRunning] = createSignal<JobView>()
  const [fallen, setFallen] = createSignal<
    About & { readonly workspace: string; readonly failure: Failure }
  >()
  const [made, setMade] = createSignal(0)
  const noteMade = (): void => void setMade(made() + 1)
  let stop: AbortController | undefined
  const cancel = (): void => {
    setRunning((job) => job && { ...job, cancelling: true })
    stop?.abort()
  }

  /** To be called by a part of the page; answers what starts the work. */
  function createStart() {
    const jobs = useJobs()
    const notices = useNotices()
    const { client } = useShop()
    return async ({ title, about, phase, tell, cancelled, run }: Work<About>): Promise<void> => {
      if (running()) return
      const workspace = client.session.current().row.id
      const controller = new AbortController()
      stop = controller
      setFallen(undefined)
      const tray = jobs.start({ title, onCancel: cancel })
      const began = performance.now()
      setRunning({ id, title, phase, done: 0, total: 0, onCancel: cancel })
      const onProgress = (progress: Progress) => {
        const told = tell(progress)
        tray.update(told)
        const left = secondsLeft(told.done, told.total, performance.now() - began)
        setRunning((job) => job && { ...job, ...told, secondsLeft: left })
      }
      const outcome = await run({ signal: controller.signal, onProgress })
      tray.finish()
      setRunning(undefined)
      if (!outcome.ok && outcome.failure.code === 'CANCELLED') notices.show(cancelled)
      else if (!outcome.ok) setFallen(() => ({ ...about, workspace, failure: outcome.failure }))
      noteMade()
    }
  }

  return { running, fallen, made, noteMade, createStart }
}
