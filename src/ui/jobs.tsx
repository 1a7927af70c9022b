import { createContext, createSignal, useContext } from 'solid-js'
import type { Accessor, ParentProps } from 'solid-js'
import type { JobView } from './job-row.tsx'

/** What the asking page keeps of its work while it runs. */
export interface JobHandle {
  /** Steps done and in all (0: not known), and what is being done, in words. */
  readonly update: (progress: {
    readonly done: number
    readonly total: number
    readonly phase: string
  }) => void
  readonly finish: () => void
}

interface Jobs {
  readonly running: Accessor<readonly JobView[]>
  readonly start: (job: { readonly title: string; readonly onCancel?: () => void }) => JobHandle
}

const JobsContext = createContext<Jobs>()
const SURE_AFTER = 0.04

/** Seconds left if the rest goes as the part that is done; undefined while too little is done to tell. */
export function secondsLeft(done: number, total: number, elapsedMs: number): number | undefined {
  const share = total > 0 ? done / total : 0
  return share < SURE_AFTER ? undefined : (elapsedMs / 1000) * (1 / share - 1)
}

/** Keeps the long work that runs in this tab, for the tray of the frame and the page that asked. */
export function JobsProvider(props: ParentProps) {
  const [running, setRunning] = createSignal<readonly JobView[]>([])
  let last = 0
  const change = (id: string, part: Partial<JobView>) =>
    setRunning(running().map((job) => (job.id === id ? { ...job, ...part } : job)))
  const start: Jobs['start'] = ({ title, onCancel }) => {
    const id = `job-${(last += 1)}`
    const began = performance.now()
    const cancel = () => {
      change(id, { cancelling: true })
      onCancel?.()
    }
    setRunning([
      ...running(),
      { id, title, phase: '', done: 0, total: 0, ...(onCancel ? { onCancel: cancel } : {}) },
    ])
    return {
      update: (progress) => {
        const left = secondsLeft(progress.done, progress.total, performance.now() - began)
        change(id, { ...progress, secondsLeft: left })
      },
      finish: () => setRunning(running().filter((job) => job.id !== id)),
    }
  }
  return <JobsContext.Provider value={{ running, start }}>{props.children}</JobsContext.Provider>
}

/** `const job = useJobs().start({ title, onCancel }); job.update(progress); job.finish()`. */
export function useJobs(): Jobs {
  const jobs = useContext(JobsContext)
  if (!jobs) throw new Error('useJobs needs a JobsProvider above it')
  return jobs
}
