import { JobRow, type JobView } from '../../ui/job-row.tsx'
import { useText } from '../../ui/text/text.tsx'

/** Work that runs: how far it is, the way to cancel it, and that nothing has to wait for it. */
export function RunningCard(props: { readonly job: JobView }) {
  const t = useText()
  return (
    <section class="card-pad flex flex-col gap-2" aria-label={props.job.title}>
      <JobRow job={props.job} />
      <p class="hint">{t('forecast.staysUsable')}</p>
    </section>
  )
}
