import { Show, createMemo, createSignal } from 'solid-js'
import type { HeatmapAnswer } from '../../api/dashboard-schemas.ts'
import { BarList } from '../../ui/bar-list.tsx'
import { HeatTable } from '../../ui/heat-table.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'

type What = 'net_sales' | 'orders'

/** Weekdays in the order of the reader's region. */
const weekFrom = (start: number) => Array.from({ length: 7 }, (_, index) => ((start - 1 + index) % 7) + 1)

/** First and last hour with anything in them. */
function openHours({ cells }: HeatmapAnswer): readonly number[] {
  const busy = cells.filter(({ orders, net_sales }) => orders > 0 || net_sales !== 0).map(({ hour }) => hour)
  const [first, last] = [Math.min(...busy), Math.max(...busy)]
  return busy.length === 0 ? [] : Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

interface Scale {
  readonly by: number
  readonly text: 'dashboard.inThousands' | 'dashboard.inMillions' | null
}

/** One unit for all cells, so that a figure fits its cell in every language ("10.4 mil" does not). */
function scaleOf(values: readonly number[]): Scale {
  const largest = Math.max(0, ...values.map(Math.abs))
  if (largest < 10_000) return { by: 1, text: null }
  return largest < 10_000_000
    ? { by: 1000, text: 'dashboard.inThousands' }
    : { by: 1_000_000, text: 'dashboard.inMillions' }
}

const hourName = (hour: number) => String(hour).padStart(2, '0')

/** When the shop sells, by weekday and hour of its own clock. */
export function Heat(props: { readonly heatmap: HeatmapAnswer }) {
  const t = useText()
  const format = useFormat()
  const [what, setWhat] = createSignal<What>('net_sales')
  const days = () => weekFrom(format().weekStart)
  const hours = createMemo(() => openHours(props.heatmap))
  const cell = (day: number, hour: number) => props.heatmap.cells[(day - 1) * 24 + hour]?.[what()] ?? 0
  const values = createMemo(() => days().map((day) => hours().map((hour) => cell(day, hour))))
  const daily = () =>
    days().map((day, index) => ({
      key: String(day),
      label: format().weekday(day, 'long'),
      value: values()[index]?.reduce((sum, value) => sum + value, 0) ?? 0,
    }))
  const exact = (value: number | null) =>
    what() === 'orders' ? format().number(value) : format().money(value, props.heatmap.currency ?? 'XXX')
  const scale = createMemo(() => scaleOf(values().flat()))
  const short = (value: number | null) =>
    format().number(value === null ? null : value / scale().by, scale().by > 1 ? 1 : 0)
  const choices = () => [
    { value: 'net_sales' as const, label: t('dashboard.heatSales') },
    { value: 'orders' as const, label: t('dashboard.heatOrders') },
  ]
  const note = () => {
    if (!props.heatmap.has_hours) return t('dashboard.heatDays')
    const zone = t('dashboard.inZone', { zone: props.heatmap.time_zone })
    const words = t('dashboard.heatNote', { zone })
    const { text } = scale()
    return text ? `${words} · ${t(text)}` : words
  }
  return (
    <div class="card-pad flex flex-col gap-3">
      <header class="flex flex-wrap items-start gap-x-4 gap-y-2">
        <div class="grow">
          <h2 class="section-title">{t('dashboard.heat')}</h2>
          <p class="hint">{note()}</p>
        </div>
        <Segmented label={t('dashboard.heatWhat')} value={what()} choices={choices()} onChange={setWhat} />
      </header>
      <Show
        when={props.heatmap.has_hours}
        fallback={<BarList label={t('dashboard.heat')} rows={daily()} format={exact} />}
      >
        <HeatTable
          caption={t('dashboard.heat')}
          rowHead={t('parts.weekday')}
          rows={days().map((day) => format().weekday(day))}
          columns={hours().map(hourName)}
          values={values()}
          format={short}
          exact={exact}
        />
      </Show>
    </div>
  )
}
