import { For, createSignal } from 'solid-js'
import { IconButton } from '../button.tsx'
import { useFormat, useText } from '../text/text.tsx'
import { monthWeeks, plusDays, plusMonths } from './days.ts'

export interface CalendarProps {
  /** Ends of the range so far; `to` is absent while the last day is being chosen. */
  readonly from: string
  readonly to: string | undefined
  /** First and last day that can be chosen. */
  readonly min?: string | undefined
  readonly max?: string | undefined
  readonly onPick: (day: string) => void
}

const STEPS: Record<string, (day: string) => string> = {
  ArrowLeft: (day) => plusDays(day, -1),
  ArrowRight: (day) => plusDays(day, 1),
  ArrowUp: (day) => plusDays(day, -7),
  ArrowDown: (day) => plusDays(day, 7),
  PageUp: (day) => plusMonths(day, -1),
  PageDown: (day) => plusMonths(day, 1),
}

/** One month with a range in it. Arrows move by day and week, Page Up and Down by month, Enter picks. */
export function Calendar(props: CalendarProps) {
  const t = useText()
  const format = useFormat()
  const [cursor, setCursor] = createSignal(props.to ?? props.from)
  let grid!: HTMLTableElement
  const clamp = (day: string) => {
    if (props.min && day < props.min) return props.min
    return props.max && day > props.max ? props.max : day
  }
  const focusCursor = () => grid.querySelector<HTMLElement>(`[data-day="${cursor()}"]`)?.focus()
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (!step) return
    event.preventDefault()
    setCursor(clamp(step(cursor())))
    focusCursor()
  }
  const inRange = (day: string) => day >= props.from && day <= (props.to ?? props.from)
  const dayClass = (day: string) => {
    if (day === props.from || day === props.to) return 'bg-accent text-on-accent font-semibold'
    if (inRange(day)) return 'bg-accent-soft'
    return day.slice(0, 7) === cursor().slice(0, 7)
      ? 'hover:bg-sunken'
      : 'text-muted opacity-60 hover:bg-sunken'
  }
  const weekdays = () => Array.from({ length: 7 }, (_, index) => ((format().weekStart - 1 + index) % 7) + 1)
  return (
    <div class="flex flex-col gap-1">
      <div class="flex items-center justify-between">
        <IconButton
          size="sm"
          icon="i-lucide-chevron-left"
          label={t('parts.previousMonth')}
          onClick={() => setCursor(clamp(plusMonths(cursor(), -1)))}
        />
        <span class="font-medium first-letter:uppercase" aria-live="polite">
          {format().month(cursor())}
        </span>
        <IconButton
          size="sm"
          icon="i-lucide-chevron-right"
          label={t('parts.nextMonth')}
          onClick={() => setCursor(clamp(plusMonths(cursor(), 1)))}
        />
      </div>
      <table ref={grid} role="grid" aria-label={format().month(cursor())} class="figures" onKeyDown={move}>
        <thead>
          <tr>
            <For each={weekdays()}>
              {(weekday) => (
                <th
                  scope="col"
                  abbr={format().weekday(weekday, 'long')}
                  class="h-7 text-xs font-normal text-muted"
                >
                  {format().weekday(weekday, 'short').slice(0, 2)}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <For each={monthWeeks(cursor(), format().weekStart)}>
            {(week) => (
              <tr>
                <For each={week}>
                  {(day) => (
                    <td role="gridcell" aria-selected={inRange(day)} class="p-0 py-0.5">
                      <button
                        type="button"
                        data-day={day}
                        tabindex={day === cursor() ? 0 : -1}
                        disabled={clamp(day) !== day}
                        aria-label={format().day(day)}
                        class={`size-9 lt-lg:size-10 rounded-control text-sm disabled:opacity-30 ${dayClass(day)}`}
                        onClick={() => {
                          setCursor(day)
                          props.onPick(day)
                          focusCursor()
                        }}
                      >
                        {Number(day.slice(8))}
                      </button>
                    </td>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}
