import { createSignal } from 'solid-js'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useText } from '../../ui/text/text.tsx'
import { useRange } from '../range.ts'
import type { Address } from './address.ts'
import { createHeatmap, createSeries, createTop } from './data.ts'
import { Heat } from './heat.tsx'
import { MainChart } from './main-chart.tsx'
import { Part } from './part.tsx'
import { TopKeys } from './top-keys.tsx'
import { TopProducts } from './top-products.tsx'

const FEW = 8
const MORE = 50

interface PartProps {
  readonly address: Address
}

/** The chart, with a question of its own, so that another step asks nothing else anew. */
export function ChartPart(props: PartProps) {
  const { range } = useRange()
  const grain = () => props.address.grain(range())
  const series = createSeries(() => props.address.metric(), grain)
  return (
    <Part answer={series} skeleton={<Skeleton class="h-96 rounded-card" />}>
      {(answer) => (
        <MainChart
          series={answer()}
          period={range()}
          grain={grain()}
          onChange={(change) => props.address.chart(change)}
        />
      )}
    </Part>
  )
}

/** The best-selling products, eight at first. */
export function ProductsPart(props: PartProps) {
  const [limit, setLimit] = createSignal(FEW)
  const products = createTop(() => 'product', limit)
  const open = (key: string, name: string | null) =>
    props.address.openFigure({ metric: 'net_sales', only: { dimension: 'product', key } }, name)
  return (
    <Part answer={products} skeleton={<Skeleton class="h-96 rounded-card" />}>
      {(answer) => <TopProducts top={answer()} onOpen={open} onMore={() => setLimit(MORE)} />}
    </Part>
  )
}

const PLACES = { country: 'dashboard.countries', channel: 'dashboard.channels' } as const

/** Countries or channels. */
export function PlacesPart(props: PartProps & { readonly dimension: keyof typeof PLACES }) {
  const t = useText()
  const top = createTop(
    () => props.dimension,
    () => FEW,
  )
  const open = (key: string) =>
    props.address.openFigure({ metric: 'net_sales', only: { dimension: props.dimension, key } })
  return (
    <Part answer={top} skeleton={<Skeleton class="h-80 rounded-card" />}>
      {(answer) => <TopKeys title={t(PLACES[props.dimension])} top={answer()} onOpen={open} />}
    </Part>
  )
}

/** When it sells. */
export function HoursPart() {
  const heatmap = createHeatmap()
  return (
    <Part answer={heatmap} skeleton={<Skeleton class="h-80 rounded-card" />}>
      {(answer) => <Heat heatmap={answer()} />}
    </Part>
  )
}
