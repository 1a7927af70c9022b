import { useNavigate } from '@solidjs/router'
import { Show } from 'solid-js'
import type { Failure } from '../../model/outcome.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { FailureCard } from '../../ui/failure-card.tsx'
import { useText } from '../../ui/text/text.tsx'
import type { Frequency } from '../../analytics/forecast/history.ts'
import type { Question } from './address.ts'
import { RunningCard } from './running-card.tsx'
import { training } from './training.ts'
import { spanOf, subjectOf } from './words.ts'

function ToImport() {
  const t = useText()
  const navigate = useNavigate()
  return (
    <Button look="primary" icon="i-lucide-upload" onClick={() => navigate('/data')}>
      {t('forecast.importFiles')}
    </Button>
  )
}

/** No orders at all. */
export function NoOrders() {
  const t = useText()
  return (
    <div class="card">
      <EmptyState icon="i-lucide-trending-up" title={t('forecast.emptyTitle')} action={<ToImport />} />
    </div>
  )
}

/** Orders, but no forecast of this kind yet. */
export function NoneYet(props: {
  readonly question: Question
  readonly name: string | undefined
  readonly onTrain: () => void
}) {
  const t = useText()
  const asked = () => ({
    what: subjectOf(t, props.question.target, props.name),
    span: spanOf(t, props.question.horizon, props.question.frequency),
  })
  return (
    <div class="card">
      <EmptyState
        icon="i-lucide-trending-up"
        title={t('forecast.noneTitle', asked())}
        detail={t('forecast.noneDetail')}
        action={
          <Button look="primary" icon="i-lucide-trending-up" onClick={() => props.onTrain()}>
            {t('forecast.make', { span: asked().span })}
          </Button>
        }
      />
    </div>
  )
}

/** The training that runs, with its way to cancel. */
export const Running = () => <Show when={training()}>{(job) => <RunningCard job={job()} />}</Show>

/** A training that failed: what is missing, or what went wrong. */
export function Failed(props: {
  readonly failure: Failure
  readonly frequency: Frequency
  readonly onTrain: () => void
}) {
  const t = useText()
  const number = (name: 'steps' | 'needed', otherwise: number) => {
    const given = props.failure.fields?.[name]
    return spanOf(t, typeof given === 'number' ? given : otherwise, props.frequency)
  }
  return (
    <Show
      when={props.failure.code === 'TOO_LITTLE_DATA'}
      fallback={
        <FailureCard
          code={props.failure.code}
          detail={props.failure.detail}
          onRetry={() => props.onTrain()}
        />
      }
    >
      <div class="card">
        <EmptyState
          icon="i-lucide-calendar-plus"
          title={t('forecast.tooLittleTitle')}
          detail={t('forecast.tooLittleDetail', { steps: number('steps', 0), needed: number('needed', 2) })}
          action={<ToImport />}
        />
      </div>
    </Show>
  )
}
