import * as tf from '@tensorflow/tfjs'
import { expect, it, vi } from 'vitest'
import type { Checkpoint } from '../../src/analytics/forecast/global-network/checkpoint.ts'
import { trackOf } from '../../src/analytics/forecast/global-network/inputs.ts'
import { sayAhead } from '../../src/analytics/forecast/global-network/network.ts'
import type { NetworkPlan } from '../../src/analytics/forecast/global-network/plan.ts'
import { seeded } from '../../src/analytics/forecast/statistics.ts'
import { startBackend } from './backend.ts'
import { beginning, trainOn } from './train-global.ts'

const random = seeded(5)
const week = [0.4, 0.8, 1, 1, 1.2, 1.6, 1]
/** Eight products with the same week and their own size. */
const series = Array.from({ length: 8 }, (_, i) =>
  Float64Array.from({ length: 200 }, (_, day) => (i + 1) * 4 * week[day % 7]! * (0.7 + 0.6 * random())),
)
const plan: NetworkPlan = {
  horizon: 14,
  seed: 7,
  year: false,
  stages: [
    { unseen: 30, steps: 8 },
    { unseen: 0, steps: 4 },
  ],
}
const tracks = series.map(trackOf)
const pause = async () => false

const train = async (asked: NetworkPlan, slice: number): Promise<Checkpoint> => {
  let at = beginning(asked)
  while (at.stage < asked.stages.length) at = (await trainOn(tracks, asked, at, { steps: slice, pause }))!
  return at
}

it('repeats exactly by its seed, also when it is stopped and taken up again; another seed is another network', async () => {
  expect(await startBackend(['wasm', 'cpu'])).not.toBeNull()
  const whole = await train(plan, 100)
  const inPieces = await train(plan, 3)
  expect(whole.networks.map(({ unseen }) => unseen)).toEqual([30, 0])
  expect(inPieces.networks).toEqual(whole.networks)
  expect((await train({ ...plan, seed: 8 }, 100)).networks).not.toEqual(whole.networks)
})

it('learns: the loss falls, and its quantiles stand in order and hold what comes', async () => {
  const longer = { ...plan, stages: [{ unseen: 14, steps: 150 }] }
  const [start, end] = [
    await trainOn(tracks, longer, beginning(longer), { steps: 1, pause }),
    await train(longer, 150),
  ]
  expect(end.loss).toBeLessThan(start!.loss)
  let inside = 0
  for (const values of series) {
    const steps = Array.from({ length: 14 }, (_, i) => i)
    const said = sayAhead(end.networks[0]!, longer, trackOf(values.slice(0, -14)), steps, 14)
    for (const step of steps) {
      const row = said.quantiles.map((one) => one[step]!)
      expect(row).toEqual(row.toSorted((a, b) => a - b))
      const truth = values[values.length - 14 + step]!
      inside += truth >= row[0]! && truth <= row[4]! ? 1 : 0
    }
  }
  expect(inside / (14 * series.length)).toBeGreaterThan(0.8)
})

it('frees all that it took: after 20 trainings the memory is as before', async () => {
  await train(plan, 100)
  const { numTensors, numBytes } = tf.memory()
  for (let i = 0; i < 20; i++) await train({ ...plan, seed: i, stages: [{ unseen: 0, steps: 2 }] }, 1)
  expect(tf.memory()).toMatchObject({ numTensors, numBytes })
})

it('stops when it is told to', async () => {
  const told = vi.fn(async () => true)
  expect(
    await trainOn(tracks, { ...plan, stages: [{ unseen: 0, steps: 40 }] }, beginning(plan), {
      steps: 40,
      pause: told,
    }),
  ).toBeNull()
  expect(told).toHaveBeenCalledTimes(1)
})
