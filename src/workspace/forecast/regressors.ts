import type { Candidate } from '../../analytics/forecast/choose-regressors.ts'
import { stepNames } from '../../analytics/forecast/history.ts'
import { addDays } from '../../model/day.ts'
import { invalidFields, type Outcome, success } from '../../model/outcome.ts'
import { calendarWindows, dailyColumns } from '../../query/sql/daily-columns.ts'
import type { Control, Workspace } from '../workspace.ts'
import { dashboardContext } from '../dashboard/context.ts'
import { ask } from '../dashboard/range.ts'
import type { SalesHistory } from './history.ts'

/** A column that the caller brings: one value a step from `start` on; what reaches beyond the history is a plan. */
export interface GivenColumn {
  readonly start: string
  readonly values: readonly number[]
}

/** Columns that may explain the series: names of what was imported, 'auto' for all of it, or the caller's own. */
export type RegressorsAsked = 'auto' | readonly string[] | Readonly<Record<string, GivenColumn>>

/** Short names of columns. */
const ALIASES: Readonly<Record<string, string>> = { sessions: 'events:session', visits: 'events:session' }

/** A day's value by column. */
type Days = Map<string, Map<string, number>>

async function importedDays(workspace: Workspace, history: SalesHistory, control: Control): Promise<Days> {
  const context = await dashboardContext(workspace, control.signal)
  const days: Days = new Map()
  for (const { name, day, value } of await ask(context, dailyColumns(history.currency ?? '')))
    days.set(name, (days.get(name) ?? new Map<string, number>()).set(day, value))
  return days
}

/** Position of the step that a day falls into; -1 before the first and -1 after the last step. */
function placing(names: readonly string[]) {
  return (day: string): number => {
    let low = 0
    let high = names.length - 1
    if (day < (names[0] ?? '')) return -1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((names[middle] ?? '') <= day) low = middle
      else high = middle - 1
    }
    return low
  }
}

/** Sums by step; before the column's first day and after its last it is not known (NaN). */
function columnOf(days: ReadonlyMap<string, number>, names: readonly string[], steps: number): Float64Array {
  const place = placing(names)
  const known = [...days.keys()].sort()
  const [begin = '', end = ''] = [known[0], known.at(-1)]
  const first = Math.max(0, place(begin))
  const last = Math.min(steps - 1, place(end))
  const column = new Float64Array(steps).fill(Number.NaN)
  if (end < (names[0] ?? '')) return column
  column.fill(0, first, last + 1)
  for (const [day, value] of days) {
    const at = place(day)
    if (at >= 0 && at < steps) column[at] = (column[at] ?? 0) + value
  }
  return column
}

/** The shop's own calendar as columns of 0 and 1 over history and horizon: it is known ahead. */
async function calendarCandidates(
  workspace: Workspace,
  names: readonly string[],
  control: Control,
): Promise<Candidate[]> {
  const context = await dashboardContext(workspace, control.signal)
  const place = placing(names)
  const columns = new Map<string, Float64Array>()
  const last = names.at(-1) ?? ''
  for (const { name, first_day, last_day } of await ask(context, calendarWindows())) {
    const column = columns.get(name) ?? new Float64Array(names.length)
    for (let day = first_day; day <= last_day && day <= last; day = addDays(day, 1))
      if (place(day) >= 0) column[place(day)] = 1
    columns.set(name, column)
  }
  return [...columns].map(([name, values]) => ({ name: `calendar:${name}`, values }))
}

function givenCandidates(
  given: Readonly<Record<string, GivenColumn>>,
  names: readonly string[],
): Outcome<Candidate[]> {
  const faults: Record<string, string> = {}
  const made = Object.entries(given).map(([name, { start, values }]) => {
    const first = names.indexOf(start)
    const before = first >= 0 ? first : (names[0] ?? '') > start ? 0 : -1
    if (before < 0) faults[`regressors.${name}`] = `starts on ${start}, after the last step ${names.at(-1)}`
    if (first < 0 && before === 0) faults[`regressors.${name}`] = `its start ${start} is none of the steps`
    const column = [...new Array<number>(Math.max(0, before)).fill(Number.NaN), ...values]
    return { name, values: Float64Array.from(column.slice(0, names.length)) }
  })
  return Object.keys(faults).length > 0 ? invalidFields(faults) : success(made)
}

/** The candidates that were asked for. VALIDATION: a name that no file has brought, or hours. */
export async function candidatesFor(
  workspace: Workspace,
  history: SalesHistory,
  horizon: number,
  asked: RegressorsAsked,
  control: Control = {},
): Promise<Outcome<readonly Candidate[]>> {
  const { start, frequency, values } = history
  const names = stepNames({ values, start, frequency }, 0, values.length + horizon)
  const byName = asked === 'auto' || Array.isArray(asked)
  if (!byName) return givenCandidates(asked as Readonly<Record<string, GivenColumn>>, names)
  if (frequency === 'H')
    return asked === 'auto' || asked.length === 0
      ? success([])
      : invalidFields({ regressors: 'imported columns are daily: they cannot explain hours' })
  const days = await importedDays(workspace, history, control)
  const imported = [...days].map(([name, column]) => ({
    name,
    values: columnOf(column, names, values.length),
  }))
  const all: Candidate[] = [...imported, ...(await calendarCandidates(workspace, names, control))]
  if (asked === 'auto') return success(all)
  const wanted = (asked as readonly string[]).map((name) => ALIASES[name] ?? name)
  const missing = wanted.filter((name) => !all.some((one) => one.name === name))
  const there = all.map(({ name }) => name).join(', ') || 'none'
  return missing.length > 0
    ? invalidFields({ regressors: `no daily column ${missing.join(', ')}; there are: ${there}` })
    : success(all.filter(({ name }) => wanted.includes(name)))
}
