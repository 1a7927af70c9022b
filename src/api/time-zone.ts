import * as v from 'valibot'
import { success } from '../model/outcome.ts'
import { clockEffect, clockState, cutDaysBy } from '../workspace/clock.ts'
import { defineOperation } from './operation.ts'
import { booleanField, zoneField } from './schema.ts'

const effectSchema = v.object({
  currency: v.nullable(v.string()),
  moved_days: v.number(),
  moved_months: v.number(),
  months: v.array(v.object({ month: v.string(), before: v.number(), after: v.number() })),
})
export type ClockEffectAnswer = v.InferOutput<typeof effectSchema>

export const getTimeZone = defineOperation({
  method: 'GET',
  path: '/api/v1/time-zone',
  summary: 'By which clock days are cut, and which files give points in time and which a clock on the wall',
  input: v.object({}),
  output: v.object({
    time_zone: v.string(),
    orders: v.object({ instant: v.number(), wall: v.number(), unknown: v.number() }),
    files: v.array(
      v.object({
        name: v.string(),
        stamps: v.nullable(v.picklist(['instant', 'wall', 'mixed'])),
      }),
    ),
  }),
  example: {},
  async run({ workspace }) {
    const { orders, files, time_zone } = await clockState(workspace)
    return success({ time_zone, orders: { ...orders }, files: files.map((file) => ({ ...file })) })
  },
})

export const putTimeZone = defineOperation({
  method: 'PUT',
  path: '/api/v1/time-zone',
  summary:
    'Cuts the days of all orders with a point in time by the clock of another zone, or tells with `preview` what that changes',
  input: v.object({ time_zone: zoneField, preview: v.optional(booleanField, false) }),
  output: v.object({ time_zone: v.string(), applied: v.boolean(), ...effectSchema.entries }),
  example: { time_zone: 'Europe/Madrid', preview: true },
  async run({ workspace }, { time_zone, preview }) {
    const effect = await clockEffect(workspace, time_zone)
    const answer = {
      time_zone,
      applied: !preview,
      ...effect,
      months: effect.months.map((one) => ({ ...one })),
    }
    if (preview) return success(answer)
    const changed = await cutDaysBy(workspace, time_zone)
    return changed.ok ? success(answer) : changed
  },
})
