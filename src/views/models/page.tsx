import { useNavigate, useSearchParams } from '@solidjs/router'
import { Show, Suspense } from 'solid-js'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { isNarrow } from '../../ui/narrow.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { Column } from '../../ui/table/columns.ts'
import { Table } from '../../ui/table/table.tsx'
import type { Formats } from '../../ui/text/format.ts'
import { useText } from '../../ui/text/text.tsx'
import type { Translate } from '../../ui/text/translate.ts'
import { createKept } from './data.ts'
import { useShopFormat } from './shop-format.ts'
import { type Kept, methodName, modelName, periodOf, taskName } from './model.ts'
import { ModelSheet } from './model-sheet.tsx'

const moment = (key: string, label: string, format: Formats): Column<Kept> => ({
  key,
  label,
  value: ({ created_at }) => created_at,
  show: (kept) => <span class="whitespace-nowrap">{format.instant(kept.created_at)}</span>,
})

const modelColumns = (t: Translate, format: Formats): readonly Column<Kept>[] => [
  {
    key: 'name',
    label: t('models.name'),
    value: (kept) => modelName(t, kept),
    show: (kept) => (
      <span class="inline-flex flex-wrap items-center gap-2 whitespace-normal lt-lg:w-38 lg:min-w-60">
        {modelName(t, kept)}
        <span class="hint lg:hidden">{format.instant(kept.created_at)}</span>
        <Show when={kept.default}>
          <span class="text-xs rounded-full bg-accent-soft text-accent px-2 py-0.5">{t('models.inUse')}</span>
        </Show>
      </span>
    ),
  },
  { key: 'task', label: t('models.task'), hidden: isNarrow(), value: ({ task }) => taskName(t, task) },
  { ...moment('trained', t('models.trained'), format), hidden: isNarrow() },
  {
    key: 'data',
    label: t('models.data'),
    sortable: false,
    hidden: isNarrow(),
    value: (kept) => periodOf(format, kept),
    show: (kept) => <span class="whitespace-nowrap">{periodOf(format, kept)}</span>,
  },
  {
    key: 'mase',
    label: t('models.ratio'),
    kind: 'number',
    digits: 2,
    value: ({ metrics }) => metrics?.mase ?? null,
  },
  { key: 'r2', label: 'R²', kind: 'number', digits: 2, value: ({ metrics }) => metrics?.r2 ?? null },
  {
    key: 'inside',
    label: t('models.inside'),
    hidden: isNarrow(),
    kind: 'percent',
    digits: 0,
    value: ({ metrics }) => metrics?.coverage_80 ?? null,
  },
  {
    key: 'seconds',
    label: t('models.seconds'),
    hidden: true,
    kind: 'number',
    digits: 1,
    value: ({ seconds }) => seconds ?? null,
  },
]

const outcomeOf = (t: Translate, { state }: Kept): string =>
  state === 'failed' ? t('models.state_failed') : t('models.state_done')

const logColumns = (t: Translate, format: Formats): readonly Column<Kept>[] => [
  moment('started', t('models.started'), format),
  { key: 'task', label: t('models.task'), hidden: isNarrow(), value: ({ task }) => taskName(t, task) },
  { key: 'model', label: t('models.model'), value: ({ model }) => methodName(t, model) },
  { key: 'state', label: t('models.state'), value: (kept) => outcomeOf(t, kept) },
  { key: 'reason', label: t('models.reason'), value: ({ failure }) => failure?.detail ?? null },
  {
    key: 'seconds',
    label: t('models.seconds'),
    hidden: isNarrow(),
    kind: 'number',
    digits: 1,
    value: ({ seconds }) => seconds ?? null,
  },
]

function NoModels() {
  const t = useText()
  const navigate = useNavigate()
  return (
    <div class="card">
      <EmptyState
        icon="i-lucide-brain-circuit"
        title={t('models.none')}
        detail={t('models.noneDetail')}
        action={
          <Button look="primary" onClick={() => navigate('/forecast')}>
            {t('models.toForecast')}
          </Button>
        }
      />
    </div>
  )
}

/** Trained models side by side, and the trainings behind them. */
export default function ModelsPage() {
  const t = useText()
  const format = useShopFormat()
  const { models, logs } = createKept()
  const [params, setParams] = useSearchParams()
  const open = (id: string | null) => setParams({ model: id }, { scroll: false })
  return (
    <div class="page">
      <header class="flex flex-col gap-1">
        <h1 class="page-title">{t('models.title')}</h1>
        <p class="text-muted">{t('models.subtitle')}</p>
      </header>
      <Suspense fallback={<Skeleton class="h-64 rounded-card" />}>
        <Show when={models()?.length || logs()?.length} fallback={<NoModels />}>
          <section class="card-pad">
            <Table
              title={t('models.list')}
              columns={modelColumns(t, format())}
              rows={models() ?? []}
              onRow={(kept) => open(kept.model_id ?? null)}
            />
          </section>
          <section class="card-pad">
            <Table title={t('models.logs')} columns={logColumns(t, format())} rows={logs() ?? []} />
          </section>
        </Show>
      </Suspense>
      <ModelSheet id={params['model'] as string | undefined} onClose={() => open(null)} />
    </div>
  )
}
