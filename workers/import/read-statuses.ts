import { NO_SALE, stateOfStatus, statusKey } from '../../src/import/order-states.ts'
import type { OrderSource } from '../../src/import/sources/source.ts'
import type { OrderState } from '../../src/model/definitions.ts'
import { textsOf } from '../../src/query/staging/profile.ts'
import { literals } from '../../src/query/staging/sql-text.ts'
import type { StageJob } from './stage-job.ts'

/** Status as the file writes it → what it means. */
export type States = ReadonlyMap<string, OrderState>

/** What the texts of some columns of a table mean; those that mean nothing in particular are left out. */
export async function statesOf(job: StageJob, table: string, columns: readonly string[]): Promise<States> {
  if (columns.length === 0) return new Map()
  const texts = await job.engine.run(textsOf(table, columns))
  return new Map(
    texts.flatMap(({ value }) => {
      const state = stateOfStatus(value)
      return state ? [[value, state] as const] : []
    }),
  )
}

export function textsByState(states: States): Map<OrderState, string[]> {
  const texts = new Map<OrderState, string[]>()
  for (const [text, state] of states) texts.set(state, [...(texts.get(state) ?? []), text])
  return texts
}

/** What a table of an unknown layout leaves out: no sales, and what was given back, where it does not say how much. */
const ofTable = (hasRefunds: boolean): readonly OrderState[] =>
  hasRefunds ? NO_SALE : [...NO_SALE, 'refunded', 'part_refunded']

/** Statuses of a file that make no revenue on its platform. */
export function excludedOf(source: OrderSource, states: States, hasRefunds: boolean): string[] {
  const excluded = source.excluded ?? (source.name === 'table' ? ofTable(hasRefunds) : ['test'])
  const counted = new Set(source.counted)
  return [...states].flatMap(([text, state]) =>
    excluded.includes(state) && !counted.has(statusKey(text)) ? [text] : [],
  )
}

/** SQL: whether a text is a status that means one of some states. */
export const meansOf =
  (states: States) =>
  (text: string, ...wanted: readonly OrderState[]): string => {
    const texts = [...states].filter(([, state]) => wanted.includes(state)).map(([written]) => written)
    return texts.length === 0 ? 'false' : `coalesce((${text}) IN (${literals(texts)}), false)`
  }
