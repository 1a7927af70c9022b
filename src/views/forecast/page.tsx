import { useNavigate } from '@solidjs/router'
import { ErrorBoundary, Match, Show, Suspense, Switch } from 'solid-js'
import { FailureCard } from '../../ui/failure-card.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useText } from '../../ui/text/text.tsx'
import { useShop } from '../shop.tsx'
import { REACH, useQuestion } from './address.ts'
import { Choices } from './choices.tsx'
import { createKeptForecast } from './data.ts'
import { Result } from './result.tsx'
import { SeriesView } from './series/series.tsx'
import { createSubjects } from './subjects.ts'
import { subjectOf } from './words.ts'
import { Failed, NoneYet, NoOrders, Running } from './states.tsx'
import { createTraining, lastFailure, training } from './training.ts'
import { CheckView } from './check/check.tsx'
import { DemandView } from './demand/demand.tsx'
import { RhythmView } from './rhythm/rhythm.tsx'
import { useView, ViewChoice } from './views.tsx'
import { WhatIfView } from './whatif/whatif.tsx'

const Waiting = () => (
  <>
    <div class="grid gap-4 lg:grid-cols-2">
      <Skeleton class="h-48 rounded-card" count={2} />
    </div>
    <Skeleton class="h-96 rounded-card" />
  </>
)

/** The forecast of a shop that has orders: choices, what runs, and the last forecast of that kind. */
function Asked() {
  const t = useText()
  const shop = useShop()
  const { question, change, show } = useQuestion()
  const kept = createKeptForecast(question)
  const train = createTraining()
  const subjects = createSubjects()
  const name = () => subjects.nameOf(question())
  const run = () => void train(question(), name())
  const failure = () => {
    const fallen = lastFailure()
    const here = fallen?.workspace === shop.client.session.current().row.id
    return here && JSON.stringify(fallen.question) === JSON.stringify(question()) ? fallen.failure : undefined
  }
  const known = () => {
    const found = kept.state === 'ready' || kept.state === 'refreshing' ? kept.latest : null
    if (!found) return 'none'
    return found.current ? 'current' : 'older'
  }
  return (
    <>
      <Choices
        question={question()}
        onChange={change}
        onShow={show}
        subjects={subjects}
        onTrain={run}
        busy={training() !== undefined}
        kept={known()}
      />
      <Running />
      <Show when={failure()}>
        {(fault) => <Failed failure={fault()} frequency={question().frequency} onTrain={run} />}
      </Show>
      <ErrorBoundary
        fallback={(cause: unknown, reset) => (
          <FailureCard code="UNEXPECTED" detail={String(cause)} onRetry={reset} />
        )}
      >
        <Suspense fallback={<Waiting />}>
          <Switch>
            <Match when={kept()}>
              {(found) => <Result kept={found()} what={subjectOf(t, found().forecast.target, name())} />}
            </Match>
            <Match when={training()}>
              <Waiting />
            </Match>
            <Match when={!failure()}>
              <NoneYet question={question()} name={name()} onTrain={run} />
            </Match>
          </Switch>
        </Suspense>
      </ErrorBoundary>
    </>
  )
}

/** The view that the address asks for. */
function Chosen() {
  const { question, change } = useQuestion()
  const { view, show } = useView()
  const navigate = useNavigate()
  const days = () => (question().frequency === 'D' ? question().horizon : REACH.D.usual)
  const openProduct = (id: string) =>
    navigate(`/forecast?${new URLSearchParams({ target: 'units', product: id, days: String(days()) })}`)
  return (
    <>
      <ViewChoice view={view()} onChange={show} />
      <Switch fallback={<Asked />}>
        <Match when={view() === 'demand'}>
          <DemandView
            days={days()}
            onDays={(horizon) => change({ horizon, frequency: 'D' })}
            onProduct={openProduct}
          />
        </Match>
        <Match when={view() === 'rhythm'}>
          <RhythmView target={question().target} />
        </Match>
        <Match when={view() === 'whatif'}>
          <WhatIfView target={question().target} days={days()} />
        </Match>
        <Match when={view() === 'series'}>
          <SeriesView />
        </Match>
        <Match when={view() === 'check'}>
          <CheckView onTrain={() => show('forecast')} />
        </Match>
      </Switch>
    </>
  )
}

/** A pasted series needs no orders of the shop; all else does. */
function WithoutOrders() {
  const { view, show } = useView()
  return (
    <>
      <ViewChoice view={view()} onChange={show} />
      <Show when={view() === 'series'} fallback={<NoOrders />}>
        <SeriesView />
      </Show>
    </>
  )
}

/** Sales of the coming days. */
export default function ForecastPage() {
  const t = useText()
  const shop = useShop()
  return (
    <div class="page">
      <header class="flex flex-col gap-1">
        <h1 class="page-title">{t('forecast.title')}</h1>
        <p class="text-muted">{t('forecast.subtitle')}</p>
      </header>
      <Show when={shop.span().last !== null} fallback={<WithoutOrders />}>
        <Chosen />
      </Show>
    </div>
  )
}
