import * as v from 'valibot'
import type { Change } from '../analytics/scenario/scenario.ts'
import { isDay } from '../model/day.ts'
import { invalidFields, type Outcome } from '../model/outcome.ts'
import { dayField, numberField, wholeField } from './schema.ts'

const percentField = (least: number, most: number) => v.pipe(numberField, v.minValue(least), v.maxValue(most))
const shareField = v.optional(percentField(0, 100), 100)
const during = { from: dayField, to: dayField }

const changeFields = [
  v.object({
    kind: v.literal('price'),
    percent: percentField(-99, 1000),
    elasticity: v.optional(percentField(-20, 5), -1.5),
    share: shareField,
    ...during,
  }),
  v.object({
    kind: v.literal('promotion'),
    uplift: percentField(-100, 5000),
    discount: v.optional(percentField(0, 100), 0),
    share: shareField,
    ...during,
  }),
  v.object({
    kind: v.literal('spend'),
    percent: percentField(-100, 10_000),
    elasticity: v.optional(percentField(0, 2), 0.1),
    ...during,
  }),
  v.object({ kind: v.literal('stock_out'), share: percentField(0, 100), ...during }),
  v.object({ kind: v.literal('level'), percent: percentField(-100, 10_000), ...during }),
  v.object({ kind: v.literal('last_year'), percent: v.optional(percentField(-100, 10_000), 0), ...during }),
  v.object({
    kind: v.literal('event'),
    past: dayField,
    expected: v.optional(v.nullable(v.pipe(v.string(), v.check(isDay))), null),
    moved: dayField,
    before: v.optional(wholeField(0, 28), 3),
    after: v.optional(wholeField(0, 28), 1),
  }),
] as const

/** What is supposed, in the order in which it is laid over a forecast. */
export const changesField = v.optional(
  v.pipe(v.array(v.variant('kind', [...changeFields])), v.maxLength(50)),
  [],
)

/** Days in the wrong order, told by their place in the list. */
export function disorder(changes: readonly Change[]): Outcome<never> | null {
  const at = changes.findIndex((change) => 'from' in change && change.from > change.to)
  return at === -1 ? null : invalidFields({ [`changes.${at}.from`]: 'after to' })
}

/** Changes as they are answered: kept whole, with what was left out filled in. */
export const changesOutput = v.array(
  v.looseObject({ kind: v.string() }) as unknown as v.GenericSchema<Change>,
)
