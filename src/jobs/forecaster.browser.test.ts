import { expect, it } from 'vitest'
import type { Checkpoint } from '../analytics/forecast/global-network/checkpoint.ts'
import type { NetworkPlan } from '../analytics/forecast/global-network/plan.ts'
import type { ForecastRequest } from '../analytics/forecast/request.ts'
import { seeded } from '../analytics/forecast/statistics.ts'
import { forecastInWorker, trainNetworkInWorker } from './forecaster.ts'
import { endWorkers } from './worker-client.ts'

const random = seeded(7)
const values = Array.from(
  { length: 400 },
  (_, day) => (100 + day / 5) * [0.5, 1, 1, 1.1, 1.2, 1.5, 0.8][day % 7]! * (0.9 + 0.2 * random()),
)
const request: ForecastRequest = {
  values,
  start: '2024-01-07',
  frequency: 'D',
  horizon: 28,
  levels: [80, 95],
  model: 'neural',
  seed: 42,
}

it('trains the network in the worker, beats seasonal naive on a clean weekly shop, and repeats exactly', async () => {
  const phases = new Set<string>()
  const first = await forecastInWorker(request, { onProgress: (progress) => phases.add(progress.phase) })
  const second = await forecastInWorker(request)
  if (!first.ok || !second.ok) throw new Error(JSON.stringify([first, second]))
  const { value } = first
  expect(phases).toContain('neural')
  expect(value.backend).not.toBeNull()
  expect(value.explanations.neural).toMatchObject({ epochs: expect.any(Number) })
  expect(value.explanations.neural!['epochs']).toBeGreaterThan(0)
  expect(second.value.point).toEqual(value.point)
  const mase = Object.fromEntries(value.leaderboard.map((row) => [row.model, row.mase!]))
  expect(mase['neural']).toBeLessThan(mase['seasonal_naive']!)
  expect(value.dates.slice(0, 2)).toEqual(['2025-02-10', '2025-02-11'])
})

it('another seed gives another network', async () => {
  const first = await forecastInWorker(request)
  const second = await forecastInWorker({ ...request, seed: 43 })
  if (!first.ok || !second.ok) throw new Error('failed')
  expect(second.value.point).not.toEqual(first.value.point)
})

it('stops while the network is trained', async () => {
  const control = new AbortController()
  let from = 0
  const answer = await forecastInWorker(request, {
    signal: control.signal,
    onProgress: (progress) => {
      if (progress.phase !== 'neural' || from) return
      from = performance.now()
      control.abort()
    },
  })
  expect(answer).toMatchObject({ ok: false, failure: { code: 'CANCELLED' } })
  expect(performance.now() - from).toBeLessThan(300)
})

it('answers bad input as data', async () => {
  const answer = await forecastInWorker({ ...request, values: [1, NaN, 3] })
  expect(answer).toMatchObject({ ok: false, failure: { code: 'VALIDATION' } })
})

it('answers all the same when its worker dies in the middle', async () => {
  let killed = 0
  const answer = await forecastInWorker(request, {
    onProgress: (progress) => {
      if (progress.phase !== 'neural' || killed) return
      killed += 1
      endWorkers('stop')
    },
  })
  expect(killed).toBe(1)
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  expect(answer.value.point).toHaveLength(28)
  expect(answer.value.model).toBe('neural')
})

const crowd = Array.from({ length: 6 }, (_, i) =>
  Float64Array.from(values.slice(0, 200), (value) => value * (i + 1)),
)
const plan: NetworkPlan = { horizon: 14, seed: 3, year: false, stages: [{ unseen: 0, steps: 160 }] }
const question = { series: crowd, plan, from: null }

it('trains the network of all products on past a worker that dies, and goes on from what a cancel left', async () => {
  const whole = await trainNetworkInWorker(question, async () => {})
  let killed = 0
  const survived = await trainNetworkInWorker(question, async () => {}, {
    onProgress: () => {
      if (killed++ === 0) endWorkers('stop')
    },
  })
  const control = new AbortController()
  let left: Checkpoint | null = null
  const keep = async (checkpoint: Checkpoint) => {
    left = checkpoint
    control.abort()
  }
  const stopped = await trainNetworkInWorker(question, keep, { signal: control.signal })
  expect(stopped).toMatchObject({ ok: false, failure: { code: 'CANCELLED' } })
  expect(left).toMatchObject({ stage: 0, step: 150 })
  const resumed = await trainNetworkInWorker({ ...question, from: left }, async () => {})
  if (!whole.ok || !survived.ok || !resumed.ok) throw new Error('failed')
  expect(killed).toBeGreaterThan(1)
  expect(survived.value.checkpoint.networks).toEqual(whole.value.checkpoint.networks)
  expect(resumed.value.checkpoint.networks).toEqual(whole.value.checkpoint.networks)
})
