import { For, Show } from 'solid-js'
import type { MetricAnswer, SummaryAnswer } from '../../api/dashboard-schemas.ts'
import type { MetricName } from '../../model/metric.ts'
import { Change } from '../../ui/change.tsx'
import type { ChangeProps } from '../../ui/change.tsx'
import { Sparkline } from '../../ui/sparkline.tsx'
import { Tile } from '../../ui/tile.tsx'
import { useFormat, useText } from '../../ui/text/text.tsx'
import { writeComparison, writeFigure, writeShort } from './words.ts'

interface TilesProps {
  readonly summary: SummaryAnswer
  readonly onOpen: (metric: MetricName) => void
}

/** Beside net sales, in the order of a merchant's questions: how much, how many, who. */
const TILES: readonly MetricName[] = [
  'gross_sales',
  'discounts',
  'returns',
  'orders',
  'units',
  'average_order_value',
  'customers',
  'new_customers',
  'returning_customers',
  'gross_margin',
  'products_sold',
]
/** Two rows of five. */
const MOST = 10

/** What the data do not carry is left out, but for what a merchant would take for 0. */
const isShown = (metric: MetricName, { value, note_code }: MetricAnswer): boolean =>
  value !== null || ((metric === 'discounts' || metric === 'returns') && note_code === 'NOT_IN_DATA')

const betterOf = ({ better }: MetricAnswer): 'up' | 'down' | 'none' =>
  better === 'neither' ? 'none' : better

/** Change of a figure and the name of what it is compared with; nothing where nothing is compared. */
export function useChange() {
  const t = useText()
  const format = useFormat()
  return (summary: SummaryAnswer, metric: MetricName): ChangeProps | undefined => {
    const { compare } = summary
    const figure = summary.metrics[metric]
    if (!compare) return undefined
    return { value: figure.change, better: betterOf(figure), versus: writeComparison(t, format(), compare) }
  }
}

/** A word beside the name of a figure that must not be read without it. */
function useNote() {
  const t = useText()
  const format = useFormat()
  return ({ estimated, immature, note_code, note_params }: MetricAnswer) => {
    if (note_code === 'COST_COVERAGE')
      return t('dashboard.coverage', { share: format().percent(note_params?.['share'], 0) })
    if (note_code === 'NOT_IN_DATA') return t('dashboard.notInFiles')
    if (immature) return t('dashboard.immature')
    return estimated ? t('dashboard.estimated') : undefined
  }
}

/** Net sales, large, with what they are made of. */
export function NetSales(props: TilesProps) {
  const t = useText()
  const format = useFormat()
  const change = useChange()
  const note = useNote()
  const metric = () => props.summary.metrics.net_sales
  const amount = (name: MetricName) =>
    writeShort(format(), 'money', props.summary.metrics[name].value, props.summary.currency)
  const missing = (name: MetricName) => props.summary.metrics[name].value === null
  const composition = () => {
    const [gross, discounts, returns] = [amount('gross_sales'), amount('discounts'), amount('returns')]
    if (missing('discounts') && missing('returns')) return t('dashboard.composedOfGross', { gross })
    if (missing('discounts')) return t('dashboard.composedOfReturns', { gross, returns })
    if (missing('returns')) return t('dashboard.composedOfDiscounts', { gross, discounts })
    return t('dashboard.composition', { gross, discounts, returns })
  }
  return (
    <button
      type="button"
      data-figure="net_sales"
      class="card p-5 lt-lg:p-4 flex flex-col gap-2 text-left hover:border-edge transition-colors"
      onClick={() => props.onOpen('net_sales')}
    >
      <span class="flex items-baseline gap-2 text-muted">
        <span class="font-medium">{t('metrics.net_sales.name')}</span>
        <Show when={note(metric())}>{(word) => <span class="text-xs">{word()}</span>}</Show>
      </span>
      <span class="text-[2.25rem] leading-[2.75rem] lt-lg:text-[1.75rem] lt-lg:leading-[2.25rem] font-semibold figures truncate">
        {writeFigure(format(), 'money', metric().value, props.summary.currency)}
      </span>
      <Show when={change(props.summary, 'net_sales')}>{(moved) => <Change {...moved()} />}</Show>
      <Sparkline points={metric().spark} class="grow w-full min-h-14 max-h-32 my-2" />
      <span class="hint text-pretty mt-auto figures">{composition()}</span>
    </button>
  )
}

/** The other figures, each with its change and course; what the data do not carry is left out. */
export function Tiles(props: TilesProps) {
  const t = useText()
  const format = useFormat()
  const change = useChange()
  const note = useNote()
  const carried = () =>
    TILES.filter((metric) => isShown(metric, props.summary.metrics[metric])).slice(0, MOST)
  return (
    <section aria-label={t('dashboard.figures')}>
      <ul class="grid grid-cols-2 lg:grid-cols-5 gap-3 lg:gap-4">
        <For each={carried()}>
          {(metric) => {
            const figure = () => props.summary.metrics[metric]
            const written = (write: typeof writeShort) =>
              write(format(), figure().unit, figure().value, props.summary.currency)
            return (
              <li data-figure={metric} class="flex">
                <Tile
                  label={t(`metrics.${metric}.name`)}
                  figure={written(writeShort)}
                  exact={written(writeFigure)}
                  change={change(props.summary, metric)}
                  points={figure().spark}
                  note={note(figure())}
                  onOpen={() => props.onOpen(metric)}
                />
              </li>
            )
          }}
        </For>
      </ul>
    </section>
  )
}
