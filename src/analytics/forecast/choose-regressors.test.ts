import { describe, expect, it } from 'vitest'
import { chooseRegressors } from './choose-regressors.ts'
import { seeded } from './statistics.ts'

const work = { pause: async () => false, now: () => 0 }
const HORIZON = 14
const DAYS = 300
const random = seeded(7)
const noise = () => random() + random() + random() - 1.5
const WEEK = [0, 2, 4, 3, 6, 9, 5]
/** A push that comes and goes without a rhythm. */
const push = Array.from({ length: DAYS + HORIZON }, () => (random() < 0.3 ? 1 : 0))
const other = Array.from({ length: DAYS }, noise)
const request = (values: readonly number[]) => ({
  values: Float64Array.from(values),
  frequency: 'D' as const,
  horizon: HORIZON,
  levels: [80],
  model: 'auto' as const,
  seed: 42,
})
const driven = (lag: number) =>
  Array.from({ length: DAYS }, (_, day) => 50 + WEEK[day % 7]! + 20 * (push[day - lag] ?? 0) + noise())

describe('chooseRegressors', () => {
  it('keeps a column that is known ahead and drives the series', async () => {
    const { columns, fates } = await chooseRegressors(
      request(driven(0)),
      [{ name: 'push', values: push }],
      work,
    )
    expect(fates[0]).toMatchObject({ name: 'push', kept: true, lag: 0, reason: 'HELPS' })
    expect(fates[0]!.ratio).toBeLessThan(0.5)
    expect(columns['push']).toHaveLength(DAYS + HORIZON)
  })

  it('finds by how much a column runs ahead, when only its past is known', async () => {
    const past = { name: 'push', values: push.slice(0, DAYS) }
    const { columns, fates } = await chooseRegressors(request(driven(21)), [past], work)
    expect(fates[0]).toMatchObject({ kept: true, lag: 21 })
    expect(Object.keys(columns)).toEqual(['push (21 steps before)'])
    const blind = await chooseRegressors(request(driven(3)), [past], work)
    expect(blind.fates[0]).toMatchObject({ kept: false, reason: 'NO_HELP' })
  })

  it('leaves noise, constants and what is hardly known', async () => {
    const short = other.map((value, day) => (day < DAYS - 60 ? Number.NaN : value))
    const { columns, fates } = await chooseRegressors(
      request(driven(0)),
      [
        { name: 'noise', values: other },
        { name: 'flat', values: other.map(() => 1) },
        { name: 'short', values: short },
      ],
      work,
    )
    expect(fates.map(({ reason }) => reason)).toEqual(['NO_HELP', 'CONSTANT', 'TOO_SHORT'])
    expect(columns).toEqual({})
  })

  it('says nothing of a history that is too short to try it on', async () => {
    const { fates } = await chooseRegressors(request([1, 2, 3]), [{ name: 'push', values: [1, 0, 1] }], work)
    expect(fates[0]).toMatchObject({ kept: false, lag: null, reason: 'TOO_SHORT' })
  })
})
