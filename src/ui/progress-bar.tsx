export interface ProgressBarProps {
  readonly label: string
  /** 0 to 1; undefined while it is not known how much there is. */
  readonly value: number | undefined
}

const percentOf = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 100)

/** How far long work is; runs to and fro while the total is unknown. */
export function ProgressBar(props: ProgressBarProps) {
  const percent = () => (props.value === undefined ? undefined : percentOf(props.value))
  return (
    <div
      role="progressbar"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent()}
      class="h-1.5 w-full overflow-hidden rounded-full bg-sunken"
    >
      <div
        class={`h-full rounded-full bg-accent transition-[width] ${percent() === undefined ? 'w-1/3 animate-[run_1.4s_ease-in-out_infinite]' : ''}`}
        style={{ width: percent() === undefined ? undefined : `${percent()}%` }}
      />
    </div>
  )
}
