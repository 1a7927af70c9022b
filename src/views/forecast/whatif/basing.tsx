import { Show } from 'solid-js'
import { JobRow } from '../../../ui/job-row.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { useText } from '../../../ui/text/text.tsx'
import { phaseOf } from '../training.ts'
import { baseJob } from './data.ts'

/** While the forecast beneath a scenario is made: how far it is, and the way to stop it. */
export function Basing() {
  const t = useText()
  return (
    <div class="flex flex-col gap-4">
      <Show when={baseJob()}>
        {(job) => (
          <section class="card-pad flex flex-col gap-2" aria-label={t('outlook.basing')}>
            <JobRow job={{ ...job(), title: t('outlook.basing'), phase: phaseOf(t, job()) }} />
            <p class="hint">{t('forecast.staysUsable')}</p>
          </section>
        )}
      </Show>
      <Skeleton class="h-64 rounded-card" />
    </div>
  )
}
