import type { SummaryAnswer } from '../../api/dashboard-schemas.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useText } from '../../ui/text/text.tsx'
import { useAddress } from './address.ts'
import type { Address } from './address.ts'
import type { Answer } from './answer.ts'
import { ChartPart, HoursPart, PlacesPart, ProductsPart } from './asking-parts.tsx'
import { createSummary } from './data.ts'
import { FigureSheet } from './figure-sheet.tsx'
import { Currencies, PeriodLine, Updating } from './header.tsx'
import { HeadlineNumbers } from './headline-numbers.tsx'
import { Headlines } from './headlines.tsx'
import { KeptApart } from './kept-apart.tsx'
import { Ledger } from './ledger.tsx'
import { Part } from './part.tsx'
import { NetSales, Tiles } from './tiles.tsx'

interface SummaryProps {
  readonly summary: Answer<SummaryAnswer>
  readonly address: Address
}

function Head(props: { readonly summary: Answer<SummaryAnswer> }) {
  const t = useText()
  return (
    <header class="flex flex-wrap items-end gap-x-6 gap-y-1">
      <div class="grow flex flex-col gap-1">
        <h1 class="page-title">{t('dashboard.title')}</h1>
        <Part answer={props.summary} skeleton={<Skeleton class="h-5 w-80" />}>
          {(answer) => <PeriodLine summary={answer()} />}
        </Part>
      </div>
      <Updating remembered={props.summary.remembered()} updating={props.summary.updating()} />
    </header>
  )
}

const FirstWaiting = () => (
  <>
    <div class="grid gap-3 lg:gap-4 lg:grid-cols-[1fr_2fr]">
      <Skeleton class="h-56 rounded-card" count={2} />
    </div>
    <div class="grid gap-3 lg:gap-4 grid-cols-2 lg:grid-cols-5">
      <Skeleton class="h-31 rounded-card" count={10} />
    </div>
  </>
)

/** Net sales, the sentences that say what moved, and the other figures. */
const First = (props: SummaryProps) => (
  <Part answer={props.summary} skeleton={<FirstWaiting />}>
    {(answer) => (
      <>
        <Currencies summary={answer()} onChoose={(currency) => props.address.chooseCurrency(currency)} />
        <div class="grid gap-3 lg:gap-4 lg:grid-cols-[1fr_2fr]">
          <NetSales summary={answer()} onOpen={(metric) => props.address.openFigure({ metric })} />
          <Headlines summary={answer()} onOpen={(code) => props.address.openHeadline(code)} />
        </div>
        <Tiles summary={answer()} onOpen={(metric) => props.address.openFigure({ metric })} />
      </>
    )}
  </Part>
)

/** From gross to total, what is kept apart, and the sheets that open from anywhere on the page. */
const Last = (props: SummaryProps) => (
  <Part answer={props.summary} skeleton={<Skeleton class="h-80 rounded-card" />}>
    {(answer) => (
      <>
        <div class="grid gap-6 lg:grid-cols-2 items-start">
          <Ledger summary={answer()} onOpen={(metric) => props.address.openFigure({ metric })} />
          <KeptApart summary={answer()} />
        </div>
        <HeadlineNumbers
          summary={answer()}
          code={props.address.headline()}
          onClose={() => props.address.closeHeadline()}
          onFigure={(metric) => props.address.openFigure({ metric })}
        />
        <FigureSheet
          summary={answer()}
          figure={props.address.figure()}
          keyName={props.address.keyName()}
          onClose={() => props.address.closeFigure()}
        />
      </>
    )}
  </Part>
)

/** The page of a shop that has data. */
export function Board() {
  const address = useAddress()
  const summary = createSummary()
  return (
    <div class="page">
      <Head summary={summary} />
      <First summary={summary} address={address} />
      <ChartPart address={address} />
      <ProductsPart address={address} />
      <div class="grid gap-6 grid-cols-[repeat(auto-fit,minmax(min(24rem,100%),1fr))] empty:hidden">
        <PlacesPart dimension="country" address={address} />
        <PlacesPart dimension="channel" address={address} />
      </div>
      <HoursPart />
      <Last summary={summary} address={address} />
    </div>
  )
}
