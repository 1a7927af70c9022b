import { useSearchParams } from '@solidjs/router'
import { Show } from 'solid-js'
import { getCohorts } from '../../../api/customer-history.ts'
import { Curves } from '../../../ui/curves.tsx'
import { EmptyState } from '../../../ui/empty-state.tsx'
import { Field } from '../../../ui/field.tsx'
import { HeatTable } from '../../../ui/heat-table.tsx'
import { Select } from '../../../ui/select.tsx'
import { ExportButtons } from '../../../ui/table/export-buttons.tsx'
import { useFormat, useText } from '../../../ui/text/text.tsx'
import { TitledCard } from '../../../ui/titled-card.tsx'
import { useShop } from '../../shop.tsx'
import { AnalysisPart, Basis, createAnalysis } from '../analysis.tsx'
import { createWriting } from './writing.ts'
import type { Cohorts } from './answer.ts'

const BY = ['week', 'month', 'quarter'] as const
const GROUPS = ['first_order', 'country', 'channel', 'first_product', 'coupon'] as const
const VALUES = [
  'retention',
  'customers',
  'orders',
  'net_sales',
  'cumulative_net_sales',
  'margin',
  'cumulative_margin',
] as const
const CURVES = 6

function useChoices() {
  const [params, setParams] = useSearchParams()
  return {
    by: () => BY.find((known) => known === params['by']) ?? 'month',
    group: () => GROUPS.find((known) => known === params['group']) ?? 'first_order',
    value: () => VALUES.find((known) => known === params['value']) ?? 'retention',
    set: (change: Record<string, string | null>) => setParams(change, { scroll: false }),
  }
}

type Choices = ReturnType<typeof useChoices>

function Controls(props: { readonly choices: Choices }) {
  const t = useText()
  const groups = () => GROUPS.map((value) => ({ value, label: t(`cohorts.group_${value}`) }))
  const steps = () => BY.map((value) => ({ value, label: t(`cohorts.by_${value}`) }))
  const values = () => VALUES.map((value) => ({ value, label: t(`cohorts.value_${value}`) }))
  return (
    <div class="flex flex-wrap gap-4">
      <Field label={t('cohorts.group')}>
        {(attributes) => (
          <Select
            {...attributes}
            value={props.choices.group()}
            choices={groups()}
            onChange={(group) => props.choices.set({ group })}
          />
        )}
      </Field>
      <Field label={t('cohorts.by')}>
        {(attributes) => (
          <Select
            {...attributes}
            value={props.choices.by()}
            choices={steps()}
            onChange={(by) => props.choices.set({ by })}
          />
        )}
      </Field>
      <Field label={t('cohorts.value')}>
        {(attributes) => (
          <Select
            {...attributes}
            value={props.choices.value()}
            choices={values()}
            onChange={(value) => props.choices.set({ value })}
          />
        )}
      </Field>
    </div>
  )
}

/** All of a cohort buy in the step in which they begin: that step says nothing, and would pale the others. */
const later = (cells: readonly (number | null)[]) => cells.slice(1).flatMap((cell) => cell ?? [])

const strongestOf = ({ value, cohorts }: Cohorts) =>
  value === 'retention' ? Math.max(0, ...cohorts.flatMap(({ cells }) => later(cells))) || 1 : undefined

/** The table of cohorts: rows begin together, columns are steps since the first order; blank is not there yet. */
function Heat(props: { readonly cohorts: Cohorts }) {
  const t = useText()
  const format = useFormat()
  const writing = createWriting(() => props.cohorts)
  const rows = () => props.cohorts.cohorts
  const title = () =>
    t('cohorts.title', {
      value: t(`cohorts.value_${props.cohorts.value}`),
      group: t(`cohorts.group_${props.cohorts.group}`),
    })
  /** As far as the oldest cohort has come: steps that nobody has reached are no columns. */
  const reached = () =>
    Math.max(1, ...rows().map(({ cells }) => cells.findLastIndex((cell) => cell !== null) + 1))
  const steps = () => Array.from({ length: Math.min(props.cohorts.steps, reached()) }, (_, step) => step)
  const names = () => rows().map((row) => `${writing.name(row)} · ${format().number(row.size)}`)
  return (
    <div class="card-pad flex flex-col gap-3 min-w-0">
      <header class="flex flex-wrap items-start gap-3">
        <div class="grow">
          <h2 class="section-title">{title()}</h2>
          <p class="hint">{t('cohorts.hint')}</p>
        </div>
        <ExportButtons
          title={title()}
          head={() => [t('cohorts.cohort'), t('customers.title'), ...steps().map(String)]}
          rows={() => rows().map((row) => [writing.name(row), row.size, ...row.cells])}
        />
      </header>
      <HeatTable
        caption={title()}
        rowHead={t('cohorts.cohort')}
        rows={[t('cohorts.all'), ...names()]}
        columns={steps().map(String)}
        values={[props.cohorts.overall, ...rows().map(({ cells }) => cells)].map((cells) =>
          steps().map((step) => cells[step] ?? null),
        )}
        format={(value) => (value === null ? '' : writing.short(value))}
        strongest={strongestOf(props.cohorts)}
        exactAt={(row, step) => writing.exact(row === 0 ? undefined : rows()[row - 1], step)}
      />
    </div>
  )
}

function Lines(props: { readonly cohorts: Cohorts }) {
  const t = useText()
  const writing = createWriting(() => props.cohorts)
  const chosen = () => {
    const all = props.cohorts.cohorts.filter(({ cells }) => cells.filter((cell) => cell !== null).length > 1)
    return props.cohorts.group === 'first_order'
      ? all.slice(-CURVES)
      : all.toSorted((a, b) => b.size - a.size).slice(0, CURVES)
  }
  const summed = () => ['customers', 'orders', 'net_sales', 'margin'].includes(props.cohorts.value)
  const drawn = (cells: readonly (number | null)[]) =>
    props.cohorts.value === 'retention' ? [null, ...cells.slice(1)] : cells
  const curves = () => [
    ...chosen().map((row) => ({ label: writing.name(row), values: drawn(row.cells) })),
    ...(summed() ? [] : [{ label: t('cohorts.all'), values: drawn(props.cohorts.overall), strong: true }]),
  ]
  return (
    <TitledCard id="cohort-curves" title={t('cohorts.curves')}>
      <Curves
        label={t('cohorts.curves')}
        steps={t(`cohorts.steps_${props.cohorts.by === 'day' ? 'week' : props.cohorts.by}`)}
        curves={curves()}
        format={writing.short}
      />
    </TitledCard>
  )
}

/** What becomes of those who began together. */
export function CohortsTab() {
  const t = useText()
  const shop = useShop()
  const choices = useChoices()
  const cohorts = createAnalysis(
    () => [shop.version(), choices.by(), choices.group(), choices.value()],
    (asking) => {
      const value = choices.value()
      const per = value.startsWith('cumulative') ? ('customer' as const) : ('cohort' as const)
      const limit = choices.group() === 'first_order' ? 36 : 20
      return shop.client.run(
        getCohorts,
        { by: choices.by(), group: choices.group(), value, per, limit },
        asking,
      )
    },
  )
  return (
    <div class="flex flex-col gap-6 min-w-0">
      <Controls choices={choices} />
      <AnalysisPart analysis={cohorts}>
        {(answer) => (
          <>
            <Basis head={answer()} how={t('cohorts.how')} />
            <Show
              when={answer().cohorts.length > 0}
              fallback={
                <div class="card">
                  <EmptyState
                    icon="i-lucide-users"
                    title={t('cohorts.none')}
                    detail={t('cohorts.noneDetail')}
                  />
                </div>
              }
            >
              <Heat cohorts={answer()} />
              <Lines cohorts={answer()} />
            </Show>
          </>
        )}
      </AnalysisPart>
    </div>
  )
}
