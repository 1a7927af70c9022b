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

interface MonthHeadProps {
  readonly month: string
  readonly onStep: (months: number) => void
}

function MonthHead(props: MonthHeadProps) {
  const t = useText()
  const format = useFormat()
  return (
    <div class="flex items-center justify-between">
      <IconButton
        size="sm"
        icon="i-lucide-chevron-left"
        label={t('parts.previousMonth')}
        onClick={() => props.onStep(-1)}
      />
      <span class="font-medium first-letter:uppercase" aria-live="polite">
        {format().month(props.month)}
      </span>
      <IconButton
        size="sm"
        icon="i-lucide-chevron-right"
        label={t('parts.nextMonth')}
        onClick={() => props.onStep(1)}
      />
    </div>
  )
}

function WeekdayRow() {
  const format = useFormat()
  const weekdays = () => Array.from({ length: 7 }, (_, index) => ((format().weekStart - 1 + index) % 7) + 1)
  return (
    <tr>
      <For each={weekdays()}>
        {(weekday) => (
          <th scope="col" abbr={format().weekday(weekday, 'long')} class="h-7 text-xs font-normal text-muted">
            {format().weekday(weekday, 'short').slice(0, 2)}
          </th>
        )}
      </For>
    </tr>
  )
}

interface DayProps {
  readonly day: string
  readonly inTabOrder: boolean
  readonly inRange: boolean
  readonly isEnd: boolean
  readonly inMonth: boolean
  readonly disabled: boolean
  readonly onPick: () => void
}

function Day(props: DayProps) {
  const format = useFormat()
  const look = () => {
    if (props.isEnd) return 'bg-accent text-on-accent font-semibold'
    if (props.inRange) return 'bg-accent-soft'
    return props.inMonth ? 'hover:bg-sunken' : 'text-muted opacity-60 hover:bg-sunken'
  }
  return (
    <td role="gridcell" aria-selected={props.inRange} class="p-0 py-0.5">
      <button
        type="button"
        data-day={props.day}
        tabindex={props.inTabOrder ? 0 : -1}
        disabled={props.disabled}
        aria-label={format().day(props.day)}
        class={`size-9 lt-lg:size-10 rounded-control text-sm disabled:opacity-30 ${look()}`}
        onClick={() => props.onPick()}
      >
        {Number(props.day.slice(8))}
      </button>
    </td>
  )
}

/** One month with a range in it. Arrows move by day and week, Page Up and Down by month, Enter picks. */
export function Calendar(props: CalendarProps) {
  const format = useFormat()
  const [cursor, setCursor] = createSignal(props.to ?? props.from)
  let grid!: HTMLTableElement
  const clamp = (day: string) => {
    if (props.min && day < props.min) return props.min
    return props.max && day > props.max ? props.max : day
  }
  const goTo = (day: string) => {
    setCursor(clamp(day))
    grid.querySelector<HTMLElement>(`[data-day="${cursor()}"]`)?.focus()
  }
  const move = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (!step) return
    event.preventDefault()
    goTo(step(cursor()))
  }
  const pick = (day: string) => {
    props.onPick(day)
    goTo(day)
  }
  const day = (each: string) => (
    <Day
      day={each}
      inTabOrder={each === cursor()}
      inRange={each >= props.from && each <= (props.to ?? props.from)}
      isEnd={each === props.from || each === props.to}
      inMonth={each.slice(0, 7) === cursor().slice(0, 7)}
      disabled={clamp(each) !== each}
      onPick={() => pick(each)}
    />
  )
  return (
    <div class="flex flex-col gap-1">
      <MonthHead month={cursor()} onStep={(months) => setCursor(clamp(plusMonths(cursor(), months)))} />
      <table ref={grid} role="grid" aria-label={format().month(cursor())} class="figures" onKeyDown={move}>
        <thead>
          <WeekdayRow />
        </thead>
        <tbody>
          <For each={monthWeeks(cursor(), format().weekStart)}>
            {(week) => (
              <tr>
                <For each={week}>{day}</For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  )
}
