import { currencyExponent, toMajor } from '../../model/currency.ts'
import { failure, type Outcome, success } from '../../model/outcome.ts'
import {
  LEAST_GROUP,
  restOf,
  tellable,
  tellableShare,
  type ViewerCohort,
  type ViewerFigures,
  type ViewerGroup,
  type ViewerRow,
  type ViewerTable,
} from '../../model/viewer.ts'
import {
  type ViewerCohortRow,
  viewerCohorts,
  type ViewerGroupRow,
  viewerGroups,
  type ViewerPeopleRow,
  viewerPeople,
} from '../../query/sql/viewer-groups.ts'
import { withoutAddresses } from '../../store/file/redact-rows.ts'
import { dashboardContext } from '../dashboard/context.ts'
import { ask, type DashboardContext } from '../dashboard/range.ts'
import { dashboardSummary, type SummaryAnswer } from '../dashboard/summary.ts'
import type { Workspace } from '../workspace.ts'

const PRODUCTS_TOLD = 200

const few = (count: number): boolean => count > 0 && count < LEAST_GROUP

/** Figures that would give away what a few did: theirs, and those from which theirs follow. */
function hiddenMetrics(people: ViewerPeopleRow, metrics: SummaryAnswer['metrics']): ReadonlySet<string> {
  const hidden = new Set<string>()
  const hide = (...names: string[]) => names.forEach((name) => hidden.add(name))
  if (few(people.discounted) || few(people.returned)) hide('gross_sales', 'discounts', 'returns')
  if (few(people.shipped) || few(people.taxed)) hide('shipping', 'taxes', 'total_sales')
  const counts = ['customers', 'new_customers', 'returning_customers'] as const
  const { customers, returning_customers: back } = metrics
  const rest = (customers.value ?? 0) - (back.value ?? 0)
  if (counts.some((name) => few(metrics[name].value ?? 0)) || few(rest))
    hide('new_customers', 'returning_customers', 'returning_rate')
  if (few(customers.value ?? 0)) hide('customers')
  return hidden
}

const rowOf = ({ people: _, ...row }: ViewerGroup): ViewerRow => ({
  ...row,
  name: withoutAddresses(row.name),
})

const tableOf = (
  { told, withheld }: { told: readonly ViewerGroup[]; withheld: readonly ViewerGroup[] },
  scale: number,
): ViewerTable => ({ rows: told.map(rowOf), other: restOf(withheld, scale) })

/** Products are told within their category: a category less its products must not give one away, either. */
function productTable(
  products: readonly ViewerGroup[],
  categories: readonly ViewerGroup[],
  scale: number,
): ViewerTable {
  const told = new Set(categories.map(({ name }) => name))
  const homeOf = ({ category }: ViewerGroup) => (told.has(category ?? '') ? (category ?? '') : null)
  const homes = [...new Set(products.map(homeOf))]
  const split = homes.map((home) =>
    tellable(
      products.filter((product) => homeOf(product) === home),
      PRODUCTS_TOLD,
    ),
  )
  const rows = split.flatMap((each) => each.told).toSorted((a, b) => b.net_sales - a.net_sales)
  return tableOf({ told: rows, withheld: split.flatMap(({ withheld }) => withheld) }, scale)
}

function cohortsOf(rows: readonly ViewerCohortRow[], lastMonth: string): readonly ViewerCohort[] {
  const months = [...new Set(rows.map(({ month }) => month))]
  const groups = months.map((month) => {
    const own = rows.filter((row) => row.month === month)
    const size = own.find(({ step }) => step === 0)?.customers ?? 0
    return { name: month, people: size, net_sales: size, orders: size, units: size, own }
  })
  const monthsBetween = (month: string) =>
    (Number(lastMonth.slice(0, 4)) - Number(month.slice(0, 4))) * 12 +
    Number(lastMonth.slice(5, 7)) -
    Number(month.slice(5, 7))
  return tellable(groups)
    .told.toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, people, own }) => ({
      month: name,
      size: people,
      // The month of the last day is not over: its cells are not told.
      cells: Array.from({ length: Math.max(0, monthsBetween(name)) }, (_, step) =>
        tellableShare(own.find((row) => row.step === step)?.customers ?? 0, people),
      ),
    }))
}

async function groupsOf(
  context: DashboardContext,
  split: Parameters<typeof viewerGroups>[0],
  currency: string,
): Promise<readonly ViewerGroup[]> {
  const rows: readonly ViewerGroupRow[] = await ask(context, viewerGroups(split, currency))
  return rows.map(({ name, category, people, orders, units, net }) => ({
    name,
    ...(split === 'product' && { category: category ?? '' }),
    people,
    orders,
    units,
    net_sales: toMajor(net, currency),
  }))
}

/**
 * The aggregates of a workspace for a viewer: nothing in them rests on fewer than five people, nor does what one table
 * less another leaves. TOO_LITTLE_DATA when the whole shop has fewer.
 */
export async function viewerFigures(workspace: Workspace): Promise<Outcome<ViewerFigures>> {
  const context = await dashboardContext(workspace)
  const summary = await dashboardSummary(context, { preset: 'all', compare: 'none' })
  if (!summary.ok) return summary
  const { currency, time_zone, first_day, last_day, metrics } = summary.value
  const [people] = currency ? await ask(context, viewerPeople(currency)) : []
  if (!currency || !first_day || !last_day || !people || people.people < LEAST_GROUP)
    return failure('TOO_LITTLE_DATA', `a viewer file needs ${LEAST_GROUP} buyers at least`, {
      needed: LEAST_GROUP,
      people: people?.people ?? 0,
    })
  const scale = currencyExponent(currency)
  const groups = (split: Parameters<typeof viewerGroups>[0]) => groupsOf(context, split, currency)
  const hidden = hiddenMetrics(people, metrics)
  const categories = tellable(await groups('category'))
  const months = tellable(await groups('month'))
  const inOrder = { ...months, told: months.told.toSorted((a, b) => (a.name < b.name ? -1 : 1)) }
  const settings = await workspace.settings()
  return success({
    format: 1,
    least_group: LEAST_GROUP,
    currency,
    time_zone,
    preset: settings.definitions?.preset ?? 'files',
    first_day,
    last_day,
    metrics: Object.fromEntries(
      Object.entries(metrics).map(([name, { value }]) => [name, hidden.has(name) ? null : value]),
    ),
    months: tableOf(inOrder, scale),
    products: productTable(await groups('product'), categories.told, scale),
    categories: tableOf(categories, scale),
    countries: tableOf(tellable(await groups('country')), scale),
    cohorts: cohortsOf(await ask(context, viewerCohorts(currency)), last_day.slice(0, 7)),
  })
}
