import { Show } from 'solid-js'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { useText } from '../../../ui/text/text.tsx'
import { RunningCard } from '../running-card.tsx'
import { phaseOf } from '../training.ts'
import { baseJob } from './data.ts'

/** While the forecast beneath a scenario is made: how far it is, and the way to stop it. */
export function Basing() {
  const t = useText()
  return (
    <div class="flex flex-col gap-4">
      <Show when={baseJob()}>
        {(job) => <RunningCard job={{ ...job(), title: t('outlook.basing'), phase: phaseOf(t, job()) }} />}
      </Show>
      <Skeleton class="h-64 rounded-card" />
    </div>
  )
}
