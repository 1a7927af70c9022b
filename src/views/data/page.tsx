import { useNavigate, useSearchParams } from '@solidjs/router'
import { Match, Show, Suspense, Switch, createEffect, onMount, untrack } from 'solid-js'
import type { JSX } from 'solid-js'
import { FailureCard } from '../../ui/failure-card.tsx'
import { Button } from '../../ui/button.tsx'
import { ErrorCard } from '../../ui/error-card.tsx'
import { JobRow } from '../../ui/job-row.tsx'
import type { JobView } from '../../ui/job-row.tsx'
import { useText } from '../../ui/text/text.tsx'
import {
  givenFiles,
  giveRatesFile,
  giveWorkspaceFile,
  isRatesFile,
  isWorkspaceFile,
  takeGivenFiles,
} from '../given-files.ts'
import { useNotices } from '../../ui/notices.tsx'
import { useShop } from '../shop.tsx'
import { DryRunView } from './dry-run.tsx'
import { History } from './history.tsx'
import { createImportDesk } from './import-desk.ts'
import type { ImportDesk } from './import-desk.ts'
import { createDemoOpening } from './open-demo.ts'
import type { Stage } from './stage.ts'
import { Recipes } from './recipes.tsx'
import { Start } from './start.tsx'

type Of<Kind extends Stage['kind']> = Extract<Stage, { kind: Kind }>

const isKind = <Kind extends Stage['kind']>(stage: Stage, kind: Kind): Of<Kind> | undefined =>
  stage.kind === kind ? (stage as Of<Kind>) : undefined

/** The dry run that stands on the page, also while it is looked at again or stored. */
const dryRunOf = (stage: Stage) => {
  if (stage.kind === 'seen' || stage.kind === 'storing') return stage.dryRun
  return stage.kind === 'reading' ? stage.again : null
}

function DemoNote() {
  const t = useText()
  return (
    <p class="card p-3 flex gap-3 border-l-3 border-l-warn">
      <span class="i-lucide-flask-conical text-warn text-lg mt-0.5" aria-hidden="true" />
      <span>
        <strong class="font-medium">{t('import.isDemo')}</strong> {t('import.isDemoDetail')}
      </span>
    </p>
  )
}

/** The work that runs, as the jobs tray shows it too. */
function Work(props: { readonly job: JobView }) {
  const t = useText()
  return (
    <section class="card-pad flex flex-col gap-2" aria-label={props.job.title}>
      <JobRow job={props.job} />
      <p class="hint">{t('import.staysUsable')}</p>
    </section>
  )
}

/** What went wrong with the files, which are still at hand. */
function Failed(props: {
  readonly at: Of<'failed'>
  readonly onAgain: () => void
  readonly action: JSX.Element
}) {
  const t = useText()
  return (
    <Show
      when={props.at.gone}
      fallback={
        <FailureCard
          code={props.at.failure.code}
          detail={props.at.failure.detail}
          onRetry={() => props.onAgain()}
          action={props.action}
        />
      }
    >
      <ErrorCard
        title={t('import.previewGone')}
        todo={t('import.previewGoneDo')}
        onRetry={() => props.onAgain()}
        action={props.action}
      />
    </Show>
  )
}

interface DeskProps {
  readonly desk: ImportDesk
  readonly onFiles: (files: readonly File[]) => void
  readonly onDemo: () => void
}

/** What the page shows for the stage of the import: the start, the dry run, or what went wrong. */
function StageView(props: DeskProps) {
  const t = useText()
  const stage = () => props.desk.stage()
  const discard = () => <Button onClick={() => props.desk.discard()}>{t('import.discard')}</Button>
  return (
    <Switch>
      <Match when={dryRunOf(stage())}>{(seen) => <DryRunView dryRun={seen()} desk={props.desk} />}</Match>
      <Match when={isKind(stage(), 'idle')}>
        <Start onFiles={props.onFiles} onDemo={() => props.onDemo()} />
      </Match>
      <Match when={isKind(stage(), 'failed')}>
        {(at) => (
          <Failed
            at={at()}
            onAgain={() => void props.desk.look(at().files, at().options)}
            action={discard()}
          />
        )}
      </Match>
      <Match when={isKind(stage(), 'demo-failed')}>
        {(at) => (
          <ErrorCard
            title={t('import.demoFailed')}
            details={at().detail}
            onRetry={() => props.onDemo()}
            action={discard()}
          />
        )}
      </Match>
    </Switch>
  )
}

/** Files in: choose, look at what would happen, store, take back. `?demo=open` opens the demo shop. */
export default function DataPage() {
  const t = useText()
  const shop = useShop()
  const desk = createImportDesk()
  const openDemo = createDemoOpening(desk)
  const navigate = useNavigate()
  const notices = useNotices()
  /** A table of exchange rates goes to the settings, the other files of the drop are looked at. */
  const lookOrRates = async (files: readonly File[]) => {
    const found = await Promise.all(files.map(isRatesFile))
    const rates = files.find((_, at) => found[at])
    const others = files.filter((file) => file !== rates)
    if (others.length > 0) void desk.look(others)
    if (!rates) return
    giveRatesFile(rates)
    if (others.length === 0) return navigate('/settings')
    notices.show({
      title: t('rates.found', { name: rates.name }),
      action: { label: t('rates.toSettings'), run: () => navigate('/settings') },
    })
  }
  const take = (files: readonly File[]) => {
    const workspace = files.find(isWorkspaceFile)
    if (!workspace) return void lookOrRates(files)
    giveWorkspaceFile(workspace)
    navigate('/settings')
  }
  const [params, setParams] = useSearchParams()
  onMount(() => {
    if (params['demo'] !== 'open') return
    setParams({ demo: null }, { replace: true })
    void openDemo()
  })
  createEffect(() => {
    if (givenFiles().length > 0) void untrack(() => lookOrRates(takeGivenFiles()))
  })
  return (
    <div class="page">
      <header class="flex flex-col gap-1">
        <h1 class="page-title">{t('import.title')}</h1>
        <p class="text-muted">{t('import.subtitle')}</p>
      </header>
      <Show when={shop.isDemo() && desk.stage().kind === 'idle'}>
        <DemoNote />
      </Show>
      <Show when={desk.job()}>{(job) => <Work job={job()} />}</Show>
      <StageView desk={desk} onFiles={take} onDemo={() => void openDemo()} />
      <History />
      <Suspense>
        <Recipes />
      </Suspense>
    </div>
  )
}
