import type { Change, ChangeKind } from '../../../analytics/scenario/scenario.ts'
import { isDay } from '../../../model/day.ts'
import type { Target } from '../forecast.ts'

export const KINDS = ['price', 'promotion', 'spend', 'stock_out', 'level', 'last_year', 'event'] as const

/** What is kept of a scenario. */
export interface Draft {
  readonly name: string
  readonly target: Target
  readonly days: number
  readonly changes: Change[]
}

/** A change as it is typed: every field a text. */
export interface TypedChange {
  readonly kind: ChangeKind
  readonly texts: Readonly<Record<string, string>>
}

/** A field of a change: its bounds when it is a number; days have none. `optional` may be empty. */
interface FieldRule {
  readonly name: string
  readonly bounds?: readonly [number, number]
  readonly optional?: boolean
}

const number = (name: string, least: number, most: number): FieldRule => ({ name, bounds: [least, most] })
const DURING: readonly FieldRule[] = [{ name: 'from' }, { name: 'to' }]

/** Fields of each kind of change, in the order of the form. */
export const FIELDS: Readonly<Record<ChangeKind, readonly FieldRule[]>> = {
  price: [...DURING, number('percent', -99, 1000), number('elasticity', -20, 5), number('share', 0, 100)],
  promotion: [...DURING, number('uplift', -100, 5000), number('discount', 0, 100), number('share', 0, 100)],
  spend: [...DURING, number('percent', -100, 10_000), number('elasticity', 0, 2)],
  stock_out: [...DURING, number('share', 0, 100)],
  level: [...DURING, number('percent', -100, 10_000)],
  last_year: [...DURING, number('percent', -100, 10_000)],
  event: [
    { name: 'past' },
    { name: 'expected', optional: true },
    { name: 'moved' },
    number('before', 0, 28),
    number('after', 0, 28),
  ],
}

const START: Readonly<Record<ChangeKind, Readonly<Record<string, string>>>> = {
  price: { percent: '5', elasticity: '-1.5', share: '100' },
  promotion: { uplift: '30', discount: '20', share: '100' },
  spend: { percent: '50', elasticity: '0.1' },
  stock_out: { share: '20' },
  level: { percent: '10' },
  last_year: { percent: '0' },
  event: { past: '', expected: '', moved: '', before: '3', after: '1' },
}

/** A new change over the days of the forecast. */
export const startChange = (kind: ChangeKind, from: string, to: string): TypedChange => ({
  kind,
  texts: { from, to, ...START[kind] },
})

/** A kept change as texts. */
export const typedOf = (change: Change): TypedChange => ({
  kind: change.kind,
  texts: Object.fromEntries(
    Object.entries(change).map(([name, value]) => [name, value === null ? '' : String(value)]),
  ),
})

/** A typed number with dot or comma; undefined when it is none. */
const numberOf = (text: string): number | undefined => {
  const value = Number(text.trim().replace(',', '.'))
  return text.trim() === '' || !Number.isFinite(value) ? undefined : value
}

export type FieldFault = 'dateNeeded' | 'numberWrong' | 'datesWrong'

function faultOf({ name, bounds, optional }: FieldRule, texts: TypedChange['texts']): FieldFault | undefined {
  const text = texts[name] ?? ''
  if (bounds) {
    const value = numberOf(text)
    return value === undefined || value < bounds[0] || value > bounds[1] ? 'numberWrong' : undefined
  }
  if (text === '' && optional) return undefined
  if (!isDay(text)) return 'dateNeeded'
  return name === 'to' && (texts['from'] ?? '') > text ? 'datesWrong' : undefined
}

/** What is wrong with a typed change, by field. */
export const faultsOf = ({ kind, texts }: TypedChange): Readonly<Record<string, FieldFault>> =>
  Object.fromEntries(
    FIELDS[kind].flatMap((rule) => {
      const fault = faultOf(rule, texts)
      return fault ? [[rule.name, fault]] : []
    }),
  )

/** A typed change without faults as it is kept. */
export const changeOf = ({ kind, texts }: TypedChange): Change =>
  ({
    kind,
    ...Object.fromEntries(
      FIELDS[kind].map(({ name, bounds }) => [
        name,
        bounds ? numberOf(texts[name] ?? '') : texts[name] || null,
      ]),
    ),
  }) as Change
