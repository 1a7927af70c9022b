import { For, Show } from 'solid-js'
import { JobRow } from '../ui/job-row.tsx'
import { useJobs } from '../ui/jobs.tsx'
import { Popover } from '../ui/popover.tsx'
import { useText } from '../ui/text/text.tsx'

/** Long work of this tab: a button with its count that opens the rows. */
export function JobsTray() {
  const t = useText()
  const jobs = useJobs()
  const count = () => jobs.running().length
  const name = () => (count() > 0 ? t('frame.jobsRunning', { count: count() }) : t('frame.jobs'))
  return (
    <Popover
      label={t('frame.jobs')}
      align="end"
      class="w-96 max-w-[calc(100vw-16px)]"
      trigger={(attributes) => (
        <button
          type="button"
          class={`button-base button-quiet h-9 min-w-9 px-2 ${count() > 0 ? '' : 'lt-lg:hidden'}`}
          aria-label={name()}
          title={name()}
          {...attributes}
        >
          <span
            class={`text-lg ${count() > 0 ? 'i-lucide-loader-circle animate-spin motion-reduce:animate-none text-accent' : 'i-lucide-list-checks'}`}
            aria-hidden="true"
          />
          <Show when={count() > 0}>
            <span class="figures text-sm">{count()}</span>
          </Show>
        </button>
      )}
    >
      {() => (
        <div class="flex flex-col gap-4 p-3" tabindex="0" autofocus>
          <Show when={count() > 0} fallback={<p class="hint">{t('frame.noJobs')}</p>}>
            <For each={jobs.running()}>{(job) => <JobRow job={job} />}</For>
          </Show>
        </div>
      )}
    </Popover>
  )
}
