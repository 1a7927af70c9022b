import { Show } from 'solid-js'
import { IconButton } from './button.tsx'
import { ProgressBar } from './progress-bar.tsx'
import { useFormat, useText } from './text/text.tsx'

export interface JobView {
  readonly id: string
  readonly title: string
  /** What it does now, in words. */
  readonly phase: string
  /** Steps done and in all; total 0 while unknown. */
  readonly done: number
  readonly total: number
  readonly secondsLeft?: number | undefined
  readonly cancelling?: boolean
  readonly onCancel?: () => void
}

/** Long work as a row: title, phase, progress, time left, cancel. The jobs tray and the asking page show the same row. */
export function JobRow(props: { readonly job: JobView }) {
  const t = useText()
  const format = useFormat()
  const share = () => (props.job.total > 0 ? props.job.done / props.job.total : undefined)
  return (
    <div class="flex items-center gap-3">
      <div class="grow min-w-0 flex flex-col gap-1.5">
        <div class="flex items-baseline gap-3">
          <span class="font-medium truncate grow">{props.job.title}</span>
          <span class="hint figures">{share() === undefined ? '' : format().percent(share(), 0)}</span>
        </div>
        <ProgressBar label={props.job.title} value={share()} />
        <div class="flex gap-3 hint">
          <span class="truncate grow" aria-live="polite">
            {props.job.cancelling ? t('parts.cancelling') : props.job.phase}
          </span>
          <Show when={props.job.secondsLeft !== undefined}>
            <span class="figures whitespace-nowrap">
              {t('parts.timeLeft', { time: format().seconds(props.job.secondsLeft ?? 0) })}
            </span>
          </Show>
        </div>
      </div>
      <Show when={props.job.onCancel}>
        <IconButton
          icon="i-lucide-x"
          label={t('parts.cancelJob', { title: props.job.title })}
          disabled={props.job.cancelling}
          onClick={() => props.job.onCancel?.()}
        />
      </Show>
    </div>
  )
}
