import { createSignal } from 'solid-js'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useText } from '../../ui/text/text.tsx'
import { useRange } from '../range.ts'
import { useAddress } from './address.ts'
import { createHeatmap, createSeries, createSummary, createTop } from './data.ts'
import { FigureSheet } from './figure-sheet.tsx'
import { Currencies, PeriodLine, Updating } from './header.tsx'
import { HeadlineNumbers } from './headline-numbers.tsx'
import { Headlines } from './headlines.tsx'
import { Heat } from './heat.tsx'
import { KeptApart } from './kept-apart.tsx'
import { Ledger } from './ledger.tsx'
import { MainChart } from './main-chart.tsx'
import { Part } from './part.tsx'
import { NetSales, Tiles } from './tiles.tsx'
import { TopKeys } from './top-keys.tsx'
import { TopProducts } from './top-products.tsx'

const FEW = 8
const MORE = 50

const First = () => (
  <>
    <div class="grid gap-3 lg:gap-4 lg:grid-cols-[1fr_2fr]">
      <Skeleton class="h-56 rounded-card" count={2} />
    </div>
    <div class="grid gap-3 lg:gap-4 grid-cols-2 lg:grid-cols-5">
      <Skeleton class="h-31 rounded-card" count={10} />
    </div>
  </>
)

type Address = ReturnType<typeof useAddress>

/** The chart has a question of its own, so that another grain asks nothing else anew. */
function Chart(props: { readonly address: Address }) {
  const { range } = useRange()
  const grain = () => props.address.grain(range())
  const series = createSeries(() => props.address.metric(), grain)
  return (
    <Part answer={series} skeleton={<Skeleton class="h-96 rounded-card" />}>
      {(answer) => (
        <MainChart series={answer()} period={range()} grain={grain()} onChange={props.address.chart} />
      )}
    </Part>
  )
}

function Places(props: { readonly dimension: 'country' | 'channel'; readonly address: Address }) {
  const t = useText()
  const top = createTop(props.dimension, () => FEW)
  const words = {
    country: { title: 'dashboard.countries', none: 'dashboard.noCountries' },
    channel: { title: 'dashboard.channels', none: 'dashboard.noChannels' },
  } as const
  const open = (key: string) =>
    props.address.openFigure({ metric: 'net_sales', only: { dimension: props.dimension, key } })
  return (
    <Part answer={top} skeleton={<Skeleton class="h-80 rounded-card" />}>
      {(answer) => (
        <TopKeys
          title={t(words[props.dimension].title)}
          top={answer()}
          none={t(words[props.dimension].none)}
          onOpen={open}
        />
      )}
    </Part>
  )
}

/** The page of a shop that has data. */
export function Board() {
  const t = useText()
  const address = useAddress()
  const [limit, setLimit] = createSignal(FEW)
  const summary = createSummary()
  const products = createTop('product', limit)
  const heatmap = createHeatmap()
  const openProduct = (key: string) =>
    address.openFigure({ metric: 'net_sales', only: { dimension: 'product', key } })
  const titleOf = (key: string) => {
    const top = products.outcome()
    return top?.ok ? (top.value.items.find((item) => item.key === key)?.name ?? undefined) : undefined
  }
  return (
    <div class="page">
      <header class="flex flex-wrap items-end gap-x-6 gap-y-1">
        <div class="grow flex flex-col gap-1">
          <h1 class="page-title">{t('dashboard.title')}</h1>
          <Part answer={summary} skeleton={<Skeleton class="h-5 w-80" />}>
            {(answer) => <PeriodLine summary={answer()} />}
          </Part>
        </div>
        <Updating remembered={summary.remembered()} updating={summary.updating()} />
      </header>
      <Part answer={summary} skeleton={<First />}>
        {(answer) => (
          <>
            <Currencies summary={answer()} onChoose={address.useCurrency} />
            <div class="grid gap-3 lg:gap-4 lg:grid-cols-[1fr_2fr]">
              <NetSales summary={answer()} onOpen={(metric) => address.openFigure({ metric })} />
              <Headlines summary={answer()} onOpen={address.openHeadline} />
            </div>
            <Tiles summary={answer()} onOpen={(metric) => address.openFigure({ metric })} />
          </>
        )}
      </Part>
      <Chart address={address} />
      <Part answer={products} skeleton={<Skeleton class="h-96 rounded-card" />}>
        {(answer) => <TopProducts top={answer()} onOpen={openProduct} onMore={() => setLimit(MORE)} />}
      </Part>
      <div class="grid gap-6 lg:grid-cols-2">
        <Places dimension="country" address={address} />
        <Places dimension="channel" address={address} />
      </div>
      <Part answer={heatmap} skeleton={<Skeleton class="h-80 rounded-card" />}>
        {(answer) => <Heat heatmap={answer()} />}
      </Part>
      <Part answer={summary} skeleton={<Skeleton class="h-80 rounded-card" />}>
        {(answer) => (
          <>
            <div class="grid gap-6 lg:grid-cols-2 items-start">
              <Ledger summary={answer()} onOpen={(metric) => address.openFigure({ metric })} />
              <KeptApart summary={answer()} />
            </div>
            <HeadlineNumbers
              summary={answer()}
              code={address.headline()}
              onClose={address.closeHeadline}
              onFigure={(metric) => address.openFigure({ metric })}
            />
            <FigureSheet
              summary={answer()}
              figure={address.figure()}
              titleOf={titleOf}
              onClose={address.closeFigure}
            />
          </>
        )}
      </Part>
    </div>
  )
}
