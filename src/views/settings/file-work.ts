import type { Outcome } from '../../model/outcome.ts'
import type { Progress } from '../../model/progress.ts'
import { useJobs } from '../../ui/jobs.tsx'
import { useText } from '../../ui/text/text.tsx'
import type { Translate } from '../../ui/text/translate.ts'

interface WorkControl {
  readonly signal: AbortSignal
  readonly onProgress: (progress: Progress) => void
}

const PHASES = ['replay', 'redact', 'pack', 'unpack', 'check', 'store', 'start'] as const

const phaseOf = (t: Translate, phase: string): string => {
  const known = PHASES.find((each) => each === phase)
  return known ? t(`files.phase_${known}`) : phase
}

/** Runs work on a workspace file with a row in the jobs tray, where it can be cancelled. */
export function createFileWork() {
  const t = useText()
  const jobs = useJobs()
  return async <Value>(
    title: string,
    work: (control: WorkControl) => Promise<Outcome<Value>>,
  ): Promise<Outcome<Value>> => {
    const controller = new AbortController()
    const job = jobs.start({ title, onCancel: () => controller.abort() })
    const onProgress = ({ done, total, phase }: Progress) =>
      job.update({ done, total, phase: phaseOf(t, phase) })
    const outcome = await work({ signal: controller.signal, onProgress })
    job.finish()
    return outcome
  }
}
