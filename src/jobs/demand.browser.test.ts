import { expect, it } from 'vitest'
import { forecastDemand } from '../../tests/forecast-demand.ts'
import type { DemandRequest } from '../analytics/forecast/demand.ts'
import { MODELS } from '../analytics/forecast/models.ts'
import { seeded } from '../analytics/forecast/statistics.ts'
import { forecastDemandInWorkers } from './demand.ts'
import { endWorkers } from './worker-client.ts'

const random = seeded(3)
const request: DemandRequest = {
  products: Array.from({ length: 24 }, (_, i) => ({
    product_id: `P${i}`,
    category: ['cups', 'lamps', ''][i % 3]!,
    values: Float64Array.from({ length: 100 + i }, (__, day) =>
      random() < 0.2 + i / 30 ? 1 + (day % 7) + Math.floor(4 * random()) : 0,
    ),
  })),
  horizon: 14,
  levels: [80],
  seed: 42,
  method: 'auto',
}
/** Times are of the machine, not of the forecast. */
const withoutTimes = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (key, inner: unknown) => (key === 'seconds' ? undefined : inner))

it('forecasts demand on all processors as one thread does, past a worker that dies', async () => {
  const work = { pause: async () => false, next: async () => false, now: () => 0 }
  const alone = await forecastDemand(request, MODELS, work)
  let killed = 0
  const done: number[] = []
  const together = await forecastDemandInWorkers(request, {
    onProgress: (progress) => {
      done.push(progress.done)
      if (killed++ === 9) endWorkers('stop')
    },
  })
  if (!alone.ok || !together.ok) throw new Error(JSON.stringify([alone, together]))
  expect(killed).toBeGreaterThan(10)
  expect(Math.max(...done)).toBeLessThanOrEqual(28)
  expect(withoutTimes(together.value)).toEqual(withoutTimes(alone.value))
})

it('stops all of them within 300 ms', async () => {
  const control = new AbortController()
  let from = 0
  const answer = await forecastDemandInWorkers(request, {
    signal: control.signal,
    onProgress: ({ done }) => {
      if (from || done < 3) return
      from = performance.now()
      control.abort()
    },
  })
  expect(answer).toMatchObject({ ok: false, failure: { code: 'CANCELLED' } })
  expect(performance.now() - from).toBeLessThan(300)
})
