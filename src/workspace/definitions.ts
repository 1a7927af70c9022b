import { METRIC_DEFINITIONS, relativeChange } from '../analytics/metrics/dictionary.ts'
import { AS_FILES, type Axes, axesOf, type Definitions } from '../model/definitions.ts'
import { type MetricName, METRICS } from '../model/metric.ts'
import { type Outcome, success } from '../model/outcome.ts'
import { dashboardContext } from './dashboard/context.ts'
import { figuresOf, figureTable, presented } from './dashboard/figures.ts'
import { type DashboardContext, type Range, type RangeInput, resolveRange } from './dashboard/range.ts'
import type { Workspace } from './workspace.ts'

/** A figure that definitions change. */
export interface FigureChange {
  readonly metric: MetricName
  readonly unit: 'money' | 'count' | 'ratio'
  readonly before: number | null
  readonly after: number | null
  readonly difference: number | null
  readonly change: number | null
}

export interface DefinitionEffects {
  readonly currency: string | null
  readonly from: string | null
  readonly to: string | null
  readonly changes: FigureChange[]
}

/** What the workspace counts as a sale. */
export const definitionsOf = async (workspace: Pick<Workspace, 'settings'>): Promise<Definitions> =>
  (await workspace.settings()).definitions ?? AS_FILES

/** Every figure of a period under one set of definitions. */
async function figuresUnder(
  context: DashboardContext,
  range: Range,
  metrics: readonly MetricName[],
): Promise<ReadonlyMap<MetricName, number | null>> {
  const request = { scope: { ...range.scope, previous: null }, grain: null, shift: null }
  const table = await figureTable(context, request, figuresOf(metrics, context.axes))
  return new Map(
    metrics.map((metric) => [metric, presented(metric, table.at(0, null), range.currency, context.axes)]),
  )
}

/** A dashboard that counts otherwise than the workspace does. */
async function contextUnder(
  workspace: Pick<Workspace, 'query' | 'settings' | 'live'>,
  axes: Axes,
  signal?: AbortSignal,
): Promise<DashboardContext> {
  const own = await dashboardContext(workspace, signal)
  return { ...own, axes, runner: (await workspace.live.under(axes)).runner }
}

function changeOf(metric: MetricName, before: number | null, after: number | null): FigureChange {
  const known = before !== null && after !== null
  return {
    metric,
    unit: METRIC_DEFINITIONS[metric].unit,
    before,
    after,
    difference: known ? Number((after - before).toFixed(6)) : null,
    change: relativeChange(after, before),
  }
}

/** What other definitions would change, of the figures of a period; all that there is when no period is given. */
export async function definitionEffects(
  workspace: Workspace,
  after: Definitions,
  input: RangeInput,
  signal?: AbortSignal,
): Promise<Outcome<DefinitionEffects>> {
  const own = await dashboardContext(workspace, signal)
  const whole = input.from || input.to || input.preset ? input : { ...input, preset: 'all' as const }
  const resolved = await resolveRange(own, { ...whole, compare: 'none' })
  if (!resolved.ok) return resolved
  const range = resolved.value
  if (!range) return success({ currency: null, from: null, to: null, changes: [] })
  const other = await contextUnder(workspace, axesOf(after), signal)
  const [now, then] = await Promise.all([
    figuresUnder(own, range, METRICS),
    figuresUnder(other, range, METRICS),
  ])
  const changes = METRICS.map((metric) => changeOf(metric, now.get(metric) ?? null, then.get(metric) ?? null))
  return success({
    currency: range.currency,
    ...range.period,
    changes: changes.filter(({ before, after: later }) => before !== later),
  })
}
